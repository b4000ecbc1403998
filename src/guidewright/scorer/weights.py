"""How the signals of `signals.py` are weighed, in their order, and what they are on average.

Learnt from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 1.8764
WEIGHTS = (
    0.3429,  # size
    -0.1382,  # to-three
    -0.2077,  # to-eight
    -0.4091,  # to-fifteen
    0.0162,  # to-thirty
    0.7228,  # long
    0.3210,  # very-long
    0.5541,  # stop
    1.7018,  # colon
    -0.4175,  # ellipsis
    0.0224,  # question
    -0.8774,  # exclaims
    -0.6969,  # no-stop
    0.9388,  # bullet
    -1.5297,  # lower-start
    -0.4683,  # digit-start
    -0.1359,  # capitals
    -0.0509,  # shouts
    0.0718,  # title-case
    -0.0901,  # sentences
    1.2553,  # commas
    -0.9517,  # digits
    0.2965,  # marks
    0.0793,  # brackets
    0.2159,  # quotes
    2.3192,  # tab
    0.1308,  # no-verb
    -0.3661,  # ing
    -0.2343,  # article-start
    0.5130,  # common
    0.5580,  # known
    0.1051,  # well-known
    0.0276,  # unknown
    -0.7428,  # again
    0.0073,  # again-often
    0.1273,  # start-again
    -0.2161,  # end-again
    -1.0855,  # has-subscribe
    0.2524,  # has-networks
    -0.4890,  # has-share
    -0.3356,  # has-more
    -0.0385,  # has-related
    -0.7556,  # has-rights
    -1.1380,  # has-credit
    -0.7170,  # has-author
    -0.2137,  # has-offer
    0.2148,  # has-advert
    -1.1197,  # has-disclaimer
    0.0247,  # has-meta
    -0.2615,  # has-thread
    -0.3307,  # has-consent
    -0.3729,  # has-contact
    -0.0210,  # has-company
    0.1516,  # has-media
    0.1121,  # has-navigation
    0.1462,  # has-price
    -0.5318,  # has-origin
    -0.0640,  # has-month
    -0.1720,  # has-depicts
    0.0176,  # short-subscribe
    0.4955,  # short-networks
    1.1003,  # short-share
    0.0913,  # short-more
    -0.3963,  # short-related
    -0.3495,  # short-rights
    -0.3121,  # short-credit
    0.1292,  # short-author
    -0.3838,  # short-offer
    -0.6617,  # short-advert
    2.8292,  # short-disclaimer
    0.1138,  # short-meta
    0.2952,  # short-thread
    0.9642,  # short-consent
    1.0402,  # short-contact
    0.2531,  # short-company
    -0.0120,  # short-media
    0.3537,  # short-navigation
    0.3173,  # short-price
    -0.3421,  # short-origin
    1.1940,  # short-month
    -0.5821,  # short-depicts
    -0.0112,  # starts-subscribe
    -0.9514,  # starts-networks
    -0.7296,  # starts-share
    -1.2706,  # starts-more
    -0.8164,  # starts-related
    -0.3505,  # starts-rights
    -1.1392,  # starts-credit
    0.9058,  # starts-author
    -0.8497,  # starts-offer
    -0.9374,  # starts-advert
    0.1126,  # starts-disclaimer
    -0.4883,  # starts-meta
    -2.2551,  # starts-thread
    -0.2643,  # starts-consent
    0.9789,  # starts-contact
    0.0015,  # starts-company
    -0.2280,  # starts-media
    -0.7168,  # starts-navigation
    0.7438,  # starts-price
    -0.0779,  # starts-origin
    0.1986,  # starts-month
    -0.9696,  # starts-depicts
    -0.0401,  # kinds
    0.3544,  # many-kinds
    -2.7104,  # kinds-density
    2.2458,  # you
    -6.4472,  # we
    -0.1855,  # self
    -24.8330,  # third
    -0.2878,  # before
    -0.3659,  # after
    -0.4540,  # none-before
    0.3822,  # none-after
    0.0492,  # words-before
    0.2453,  # words-after
    -0.9659,  # above-first
    -0.2385,  # below-last
    -0.0584,  # to-first
    -0.0150,  # from-last
    0.0155,  # from-top
    0.0190,  # from-bottom
    -0.1120,  # run
    -0.1412,  # run-at-end
    -0.7763,  # run-at-start
    0.5996,  # run-long
    -0.8403,  # calls-on
    -0.3852,  # calls-on-question
    -0.2909,  # ends-credit
    0.6308,  # depicts-no-verb
    -0.4188,  # date-alone
    0.7018,  # cue
    -0.0552,  # cues-before
    -0.1379,  # cues-after
    0.0340,  # cues-between
    0.0616,  # words-since-cue
    -0.1856,  # loose-tail
    -2.4065,  # run-kinds
    -0.0037,  # size-2
    0.0926,  # stop-2
    0.1414,  # bullet-2
    -0.0428,  # capitals-2
    0.2071,  # known-2
    0.1817,  # kinds-density-2
    -0.3380,  # to-three-2
    0.1383,  # title-case-2
    0.1909,  # no-verb-2
    0.0750,  # long-2
    -0.0158,  # size-1
    0.1186,  # stop-1
    0.4403,  # bullet-1
    -0.3498,  # capitals-1
    -0.0745,  # known-1
    -0.3264,  # kinds-density-1
    -0.3576,  # to-three-1
    -0.1826,  # title-case-1
    0.1295,  # no-verb-1
    0.0844,  # long-1
    0.1101,  # size+1
    0.2347,  # stop+1
    0.2046,  # bullet+1
    -0.2921,  # capitals+1
    0.0952,  # known+1
    -0.7945,  # kinds-density+1
    -0.1204,  # to-three+1
    -0.0808,  # title-case+1
    0.0956,  # no-verb+1
    0.2295,  # long+1
    0.0329,  # size+2
    0.0319,  # stop+2
    0.2646,  # bullet+2
    0.0346,  # capitals+2
    -0.0125,  # known+2
    0.0307,  # kinds-density+2
    -0.3201,  # to-three+2
    -0.2087,  # title-case+2
    0.0642,  # no-verb+2
    0.0205,  # long+2
    0.1193,  # long-up-6
    0.0572,  # stop-up-6
    -3.0365,  # kinds-density-up-6
    0.3026,  # known-up-6
    0.0195,  # words-up-6
    -0.2405,  # long-down-6
    -0.1389,  # stop-down-6
    -1.1796,  # kinds-density-down-6
    0.5186,  # known-down-6
    0.0220,  # words-down-6
    -0.1308,  # long-up-15
    -0.4254,  # stop-up-15
    -1.3451,  # kinds-density-up-15
    0.8834,  # known-up-15
    0.0142,  # words-up-15
    -0.2690,  # long-down-15
    -0.4222,  # stop-down-15
    2.6885,  # kinds-density-down-15
    0.7966,  # known-down-15
    0.0706,  # words-down-15
    -0.3767,  # page-lines
    -0.3536,  # page-words
    -1.7371,  # page-long
    -2.9142,  # page-kinds
    -0.5929,  # page-bullets
)
MEANS = (
    2.2266,
    0.3239,
    0.2486,
    0.1262,
    0.1082,
    0.1931,
    0.0573,
    0.3869,
    0.0368,
    0.0038,
    0.0278,
    0.0118,
    0.0995,
    0.3379,
    0.0318,
    0.0254,
    0.5011,
    0.0127,
    0.1216,
    0.4074,
    0.0306,
    0.0220,
    0.0757,
    0.0886,
    0.0534,
    0.0232,
    0.2955,
    0.0554,
    0.0543,
    0.2443,
    0.5826,
    0.3366,
    0.0633,
    0.2459,
    0.1362,
    0.1319,
    0.1017,
    0.0111,
    0.0116,
    0.0018,
    0.0282,
    0.0191,
    0.0060,
    0.0257,
    0.0218,
    0.0371,
    0.0432,
    0.0078,
    0.0545,
    0.0029,
    0.0169,
    0.0194,
    0.0301,
    0.0321,
    0.1240,
    0.0654,
    0.0098,
    0.0345,
    0.0648,
    0.0068,
    0.0071,
    0.0009,
    0.0149,
    0.0065,
    0.0031,
    0.0148,
    0.0092,
    0.0200,
    0.0139,
    0.0022,
    0.0165,
    0.0007,
    0.0071,
    0.0095,
    0.0094,
    0.0138,
    0.0514,
    0.0309,
    0.0029,
    0.0141,
    0.0173,
    0.0042,
    0.0054,
    0.0005,
    0.0132,
    0.0039,
    0.0024,
    0.0056,
    0.0027,
    0.0149,
    0.0055,
    0.0011,
    0.0053,
    0.0003,
    0.0039,
    0.0031,
    0.0033,
    0.0051,
    0.0222,
    0.0092,
    0.0009,
    0.0065,
    0.0058,
    0.6665,
    0.0497,
    0.0521,
    0.0095,
    0.0035,
    0.0026,
    0.0003,
    0.4579,
    0.5355,
    0.1310,
    0.0610,
    5.8751,
    6.4450,
    0.1661,
    0.0789,
    2.7460,
    1.4017,
    14.2165,
    22.9034,
    1.8963,
    0.0544,
    0.1244,
    0.4769,
    0.0198,
    0.0009,
    0.0125,
    0.0078,
    0.0056,
    0.0396,
    1.1254,
    1.4040,
    0.3411,
    4.3372,
    0.1999,
    0.0521,
    2.1812,
    0.3676,
    0.3223,
    0.4818,
    0.5642,
    0.0376,
    0.3071,
    0.1069,
    0.2795,
    0.1765,
    2.2032,
    0.3770,
    0.3303,
    0.4916,
    0.5735,
    0.0448,
    0.3157,
    0.1142,
    0.2875,
    0.1846,
    2.2061,
    0.3788,
    0.3307,
    0.4903,
    0.5721,
    0.0450,
    0.3150,
    0.1132,
    0.2864,
    0.1855,
    2.1847,
    0.3698,
    0.3228,
    0.4800,
    0.5620,
    0.0379,
    0.3061,
    0.1057,
    0.2784,
    0.1774,
    0.1902,
    0.3810,
    0.0514,
    0.5823,
    3.0353,
    0.1923,
    0.3869,
    0.0520,
    0.5765,
    3.0554,
    0.1896,
    0.3782,
    0.0515,
    0.5842,
    4.0374,
    0.1921,
    0.3886,
    0.0528,
    0.5736,
    4.0734,
    5.3762,
    8.0540,
    0.1931,
    0.0521,
    0.3379,
)
