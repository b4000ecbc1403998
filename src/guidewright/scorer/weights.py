"""How the signals of `signals.py` are weighed, in their order, and what they are on average.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 1.9491
WEIGHTS = (
    0.5406,  # size
    -0.2968,  # to-three
    -0.1609,  # to-eight
    -0.3917,  # to-fifteen
    0.1176,  # to-thirty
    0.7993,  # long
    0.3110,  # very-long
    0.6252,  # stop
    1.6819,  # colon
    -0.8071,  # ellipsis
    0.0859,  # question
    -0.9690,  # exclaims
    -0.5548,  # no-stop
    -0.4067,  # bullet
    -1.4533,  # lower-start
    -0.2360,  # digit-start
    -0.3950,  # capitals
    0.3092,  # shouts
    0.1760,  # title-case
    -0.1320,  # sentences
    1.6741,  # commas
    -0.5168,  # digits
    0.1048,  # marks
    0.1168,  # brackets
    -0.0325,  # quotes
    1.6991,  # tab
    -0.0079,  # no-verb
    -0.1755,  # ing
    -0.3010,  # article-start
    0.6164,  # common
    0.2773,  # known
    0.1651,  # well-known
    -0.0924,  # unknown
    -0.5391,  # again
    0.3428,  # again-often
    0.1142,  # start-again
    -0.1346,  # end-again
    -1.3382,  # has-subscribe
    0.2994,  # has-networks
    -0.5740,  # has-share
    -0.3715,  # has-more
    0.0204,  # has-related
    -0.8165,  # has-rights
    -1.3298,  # has-credit
    -0.8970,  # has-author
    -0.2531,  # has-offer
    0.1240,  # has-advert
    -1.2851,  # has-disclaimer
    -0.0264,  # has-meta
    -0.3664,  # has-thread
    -0.4432,  # has-consent
    -0.5041,  # has-contact
    -0.1597,  # has-company
    -0.0202,  # has-media
    0.0522,  # has-navigation
    0.0184,  # has-price
    -0.5060,  # has-origin
    -0.2689,  # has-month
    -0.2629,  # has-depicts
    0.3118,  # short-subscribe
    0.3976,  # short-networks
    1.2004,  # short-share
    0.1038,  # short-more
    -0.4688,  # short-related
    -0.4556,  # short-rights
    0.0552,  # short-credit
    0.6153,  # short-author
    -0.2647,  # short-offer
    -0.5395,  # short-advert
    2.7165,  # short-disclaimer
    0.1496,  # short-meta
    0.3818,  # short-thread
    1.1925,  # short-consent
    1.4094,  # short-contact
    0.3767,  # short-company
    0.4088,  # short-media
    0.5021,  # short-navigation
    0.6212,  # short-price
    0.0887,  # short-origin
    1.3159,  # short-month
    -0.5095,  # short-depicts
    -0.1866,  # starts-subscribe
    -1.2872,  # starts-networks
    -0.8119,  # starts-share
    -1.3813,  # starts-more
    -0.4361,  # starts-related
    -1.3707,  # starts-rights
    -1.0891,  # starts-credit
    0.9849,  # starts-author
    -0.9652,  # starts-offer
    -1.0833,  # starts-advert
    0.0454,  # starts-disclaimer
    -0.2998,  # starts-meta
    -1.8898,  # starts-thread
    -0.5060,  # starts-consent
    1.2585,  # starts-contact
    0.0833,  # starts-company
    0.0629,  # starts-media
    -0.6023,  # starts-navigation
    0.9054,  # starts-price
    -0.1867,  # starts-origin
    0.9422,  # starts-month
    -1.0239,  # starts-depicts
    -0.0701,  # kinds
    0.5088,  # many-kinds
    -3.4183,  # kinds-density
    0.3841,  # you
    -7.2917,  # we
    -0.1593,  # self
    -25.1901,  # third
    -0.2045,  # before
    -0.6720,  # after
    -0.6245,  # none-before
    0.4894,  # none-after
    0.0580,  # words-before
    0.3135,  # words-after
    -0.8990,  # above-first
    -0.2637,  # below-last
    -0.0693,  # to-first
    -0.0184,  # from-last
    -0.0058,  # from-top
    0.0087,  # from-bottom
    -0.1076,  # run
    -0.1052,  # run-at-end
    -0.6910,  # run-at-start
    0.7535,  # run-long
    -1.0307,  # calls-on
    -0.1855,  # calls-on-question
    -0.4327,  # ends-credit
    0.7969,  # depicts-no-verb
    -0.1019,  # date-alone
    1.0216,  # cue
    -0.0689,  # cues-before
    -0.0748,  # cues-after
    0.0451,  # cues-between
    0.0712,  # words-since-cue
    -0.1404,  # loose-tail
    -0.4046,  # run-kinds
    -0.0437,  # size-2
    0.1697,  # stop-2
    0.1450,  # bullet-2
    -0.1179,  # capitals-2
    0.2230,  # known-2
    0.0680,  # kinds-density-2
    -0.2542,  # to-three-2
    0.1366,  # title-case-2
    0.1896,  # no-verb-2
    0.1109,  # long-2
    -0.0453,  # size-1
    0.0261,  # stop-1
    0.8409,  # bullet-1
    -0.3452,  # capitals-1
    -0.1120,  # known-1
    -0.5526,  # kinds-density-1
    -0.2772,  # to-three-1
    -0.2309,  # title-case-1
    0.0902,  # no-verb-1
    0.0806,  # long-1
    0.1128,  # size+1
    0.2070,  # stop+1
    0.7327,  # bullet+1
    -0.2372,  # capitals+1
    0.0635,  # known+1
    -1.0906,  # kinds-density+1
    -0.1404,  # to-three+1
    -0.1993,  # title-case+1
    0.1368,  # no-verb+1
    0.1396,  # long+1
    0.0506,  # size+2
    -0.0015,  # stop+2
    0.3084,  # bullet+2
    0.1635,  # capitals+2
    -0.0944,  # known+2
    0.0952,  # kinds-density+2
    -0.3752,  # to-three+2
    -0.3626,  # title-case+2
    0.0422,  # no-verb+2
    -0.0065,  # long+2
    0.2008,  # long-up-6
    0.0782,  # stop-up-6
    -4.5012,  # kinds-density-up-6
    0.0932,  # known-up-6
    0.0090,  # words-up-6
    -0.3906,  # long-down-6
    -0.0297,  # stop-down-6
    -1.4163,  # kinds-density-down-6
    0.5048,  # known-down-6
    0.0221,  # words-down-6
    -0.1048,  # long-up-15
    -0.5463,  # stop-up-15
    0.0479,  # kinds-density-up-15
    1.3167,  # known-up-15
    0.0009,  # words-up-15
    -0.0488,  # long-down-15
    -0.5593,  # stop-down-15
    2.4716,  # kinds-density-down-15
    1.3080,  # known-down-15
    0.0583,  # words-down-15
    -0.5567,  # page-lines
    -0.2841,  # page-words
    -2.2360,  # page-long
    -3.4327,  # page-kinds
    -0.7012,  # page-bullets
)
MEANS = (
    2.2209,
    0.3243,
    0.2488,
    0.1229,
    0.1078,
    0.1961,
    0.0576,
    0.3875,
    0.0371,
    0.0036,
    0.0268,
    0.0116,
    0.0993,
    0.3362,
    0.0309,
    0.0264,
    0.4894,
    0.0126,
    0.1186,
    0.4118,
    0.0310,
    0.0225,
    0.0830,
    0.0902,
    0.0607,
    0.0247,
    0.2943,
    0.0540,
    0.0543,
    0.2410,
    0.5791,
    0.3282,
    0.0634,
    0.2004,
    0.1032,
    0.1198,
    0.0891,
    0.0104,
    0.0120,
    0.0019,
    0.0275,
    0.0184,
    0.0048,
    0.0235,
    0.0220,
    0.0341,
    0.0424,
    0.0079,
    0.0550,
    0.0030,
    0.0175,
    0.0194,
    0.0293,
    0.0322,
    0.1190,
    0.0633,
    0.0096,
    0.0343,
    0.0655,
    0.0062,
    0.0073,
    0.0009,
    0.0143,
    0.0057,
    0.0018,
    0.0129,
    0.0092,
    0.0171,
    0.0132,
    0.0023,
    0.0166,
    0.0007,
    0.0073,
    0.0096,
    0.0079,
    0.0136,
    0.0462,
    0.0304,
    0.0025,
    0.0146,
    0.0174,
    0.0039,
    0.0056,
    0.0005,
    0.0123,
    0.0034,
    0.0011,
    0.0042,
    0.0028,
    0.0121,
    0.0054,
    0.0011,
    0.0052,
    0.0003,
    0.0040,
    0.0032,
    0.0017,
    0.0046,
    0.0192,
    0.0094,
    0.0007,
    0.0065,
    0.0057,
    0.6518,
    0.0493,
    0.0488,
    0.0096,
    0.0030,
    0.0026,
    0.0003,
    0.4570,
    0.5362,
    0.1324,
    0.0599,
    5.8337,
    6.4236,
    0.1647,
    0.0768,
    2.7027,
    1.3245,
    14.1936,
    22.8426,
    1.8854,
    0.0531,
    0.1256,
    0.4779,
    0.0163,
    0.0008,
    0.0108,
    0.0082,
    0.0057,
    0.0343,
    1.0327,
    1.2546,
    0.3408,
    4.4422,
    0.1975,
    0.0488,
    2.1740,
    0.3675,
    0.3202,
    0.4698,
    0.5602,
    0.0340,
    0.3070,
    0.1036,
    0.2779,
    0.1790,
    2.1966,
    0.3773,
    0.3283,
    0.4797,
    0.5697,
    0.0414,
    0.3159,
    0.1111,
    0.2861,
    0.1874,
    2.1997,
    0.3791,
    0.3288,
    0.4783,
    0.5683,
    0.0415,
    0.3152,
    0.1100,
    0.2851,
    0.1884,
    2.1777,
    0.3698,
    0.3206,
    0.4678,
    0.5579,
    0.0342,
    0.3060,
    0.1023,
    0.2768,
    0.1800,
    0.1930,
    0.3813,
    0.0481,
    0.5787,
    3.0386,
    0.1955,
    0.3875,
    0.0487,
    0.5730,
    3.0601,
    0.1924,
    0.3785,
    0.0482,
    0.5807,
    4.0487,
    0.1953,
    0.3893,
    0.0494,
    0.5701,
    4.0853,
    5.3333,
    8.0140,
    0.1961,
    0.0488,
    0.3362,
)
