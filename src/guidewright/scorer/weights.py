"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 3.0000
WEIGHTS = (
    0.3462,  # size
    -0.1329,  # to-three
    -0.2062,  # to-eight
    -0.5408,  # to-fifteen
    0.0885,  # to-thirty
    0.7500,  # long
    0.2885,  # very-long
    0.2857,  # stop
    1.6818,  # colon
    -0.2071,  # ellipsis
    -0.1364,  # question
    -0.6233,  # exclaims
    -0.5940,  # no-stop
    0.5321,  # bullet
    -1.0849,  # lower-start
    -0.6182,  # digit-start
    -0.2802,  # capitals
    0.0969,  # shouts
    0.0169,  # title-case
    -0.0490,  # sentences
    1.5936,  # commas
    -1.4301,  # digits
    0.0442,  # marks
    0.1253,  # brackets
    0.0361,  # quotes
    2.3831,  # tab
    0.1917,  # no-verb
    -0.3040,  # ing
    -0.1940,  # article-start
    0.4230,  # common
    0.5067,  # known
    0.1814,  # well-known
    0.0424,  # unknown
    -0.6045,  # again
    -0.0427,  # again-often
    0.2421,  # start-again
    -0.2374,  # end-again
    -1.4821,  # has-subscribe
    -0.0026,  # has-networks
    -1.7254,  # has-share
    -0.5295,  # has-more
    0.0135,  # has-related
    -0.3716,  # has-rights
    -0.9577,  # has-credit
    -0.8012,  # has-author
    -0.3045,  # has-offer
    0.1703,  # has-advert
    -1.6971,  # has-disclaimer
    0.0011,  # has-meta
    -0.3555,  # has-thread
    -0.2867,  # has-consent
    -0.3068,  # has-contact
    -0.1846,  # has-company
    -0.2089,  # has-media
    0.1554,  # has-navigation
    -0.1775,  # has-price
    -0.2307,  # has-origin
    -0.3687,  # has-month
    -0.2097,  # has-depicts
    0.3912,  # short-subscribe
    0.5135,  # short-networks
    2.1775,  # short-share
    -0.2054,  # short-more
    -0.5862,  # short-related
    -0.6230,  # short-rights
    0.3240,  # short-credit
    0.0958,  # short-author
    -0.4475,  # short-offer
    -0.7741,  # short-advert
    2.9010,  # short-disclaimer
    0.2871,  # short-meta
    0.2110,  # short-thread
    0.9104,  # short-consent
    1.2303,  # short-contact
    0.2380,  # short-company
    0.1519,  # short-media
    0.1886,  # short-navigation
    0.5990,  # short-price
    -0.0661,  # short-origin
    1.2649,  # short-month
    -0.5469,  # short-depicts
    0.0264,  # starts-subscribe
    -0.9423,  # starts-networks
    0.1187,  # starts-share
    -1.0787,  # starts-more
    -0.5850,  # starts-related
    -0.0019,  # starts-rights
    -1.6652,  # starts-credit
    0.9828,  # starts-author
    -1.2069,  # starts-offer
    -0.8051,  # starts-advert
    0.2983,  # starts-disclaimer
    -0.7000,  # starts-meta
    -2.1660,  # starts-thread
    -0.5650,  # starts-consent
    1.3300,  # starts-contact
    -0.0950,  # starts-company
    0.0840,  # starts-media
    -0.4982,  # starts-navigation
    0.7049,  # starts-price
    0.7105,  # starts-origin
    0.5430,  # starts-month
    -0.6972,  # starts-depicts
    -0.0517,  # kinds
    0.5118,  # many-kinds
    -2.6856,  # kinds-density
    2.5227,  # you
    -8.7623,  # we
    4.9632,  # self
    -23.9928,  # third
    -0.4178,  # before
    -0.7719,  # after
    -0.4608,  # none-before
    0.0169,  # none-after
    0.0148,  # words-before
    0.1858,  # words-after
    -0.8401,  # above-first
    -0.5165,  # below-last
    -0.0569,  # to-first
    -0.0093,  # from-last
    0.0271,  # from-top
    0.0407,  # from-bottom
    -0.1100,  # run
    0.1826,  # run-at-end
    -0.8228,  # run-at-start
    0.5734,  # run-long
    -0.8320,  # calls-on
    -0.0559,  # calls-on-question
    -0.2562,  # ends-credit
    0.4547,  # depicts-no-verb
    -0.3903,  # date-alone
    0.6002,  # cue
    0.0584,  # cues-before
    -0.1395,  # cues-after
    -0.1021,  # cues-between
    0.0568,  # words-since-cue
    -0.3540,  # loose-tail
    -2.2118,  # run-kinds
    0.0126,  # size-2
    0.0693,  # stop-2
    0.0870,  # bullet-2
    -0.1242,  # capitals-2
    0.3403,  # known-2
    0.2396,  # kinds-density-2
    -0.2368,  # to-three-2
    0.2084,  # title-case-2
    0.2937,  # no-verb-2
    0.0795,  # long-2
    0.0118,  # size-1
    0.0799,  # stop-1
    0.4161,  # bullet-1
    -0.3088,  # capitals-1
    -0.0508,  # known-1
    -0.0403,  # kinds-density-1
    -0.3019,  # to-three-1
    -0.2106,  # title-case-1
    0.1251,  # no-verb-1
    -0.1133,  # long-1
    0.0757,  # size+1
    0.2543,  # stop+1
    0.1923,  # bullet+1
    -0.1546,  # capitals+1
    -0.0288,  # known+1
    -0.1096,  # kinds-density+1
    -0.1454,  # to-three+1
    -0.0955,  # title-case+1
    0.0699,  # no-verb+1
    0.0862,  # long+1
    0.0130,  # size+2
    0.1175,  # stop+2
    0.1051,  # bullet+2
    0.1103,  # capitals+2
    -0.0889,  # known+2
    0.0829,  # kinds-density+2
    -0.3157,  # to-three+2
    -0.2965,  # title-case+2
    0.1807,  # no-verb+2
    0.0437,  # long+2
    -0.5124,  # long-up-6
    0.0523,  # stop-up-6
    -5.1737,  # kinds-density-up-6
    0.2232,  # known-up-6
    0.0302,  # words-up-6
    -0.0967,  # long-down-6
    -0.1422,  # stop-down-6
    0.7333,  # kinds-density-down-6
    0.6343,  # known-down-6
    0.0274,  # words-down-6
    0.2500,  # long-up-15
    -0.1587,  # stop-up-15
    0.5795,  # kinds-density-up-15
    0.4848,  # known-up-15
    -0.0107,  # words-up-15
    -0.7675,  # long-down-15
    -0.5732,  # stop-down-15
    -0.0476,  # kinds-density-down-15
    1.2004,  # known-down-15
    0.0535,  # words-down-15
    -0.5109,  # page-lines
    -0.2198,  # page-words
    -0.3749,  # page-long
    -0.4388,  # page-kinds
    -0.7333,  # page-bullets
    -0.8046,  # page-gaps
    0.1214,  # gap-above
    0.3593,  # gap-below
    -0.3576,  # block-first
    -0.5921,  # block-last
    -0.1428,  # block-alone
    -0.2965,  # block-lines
    -0.2616,  # block-longest
    0.2650,  # block-shortest
    -0.0496,  # block-mean
    0.5584,  # block-bullets
    0.4824,  # block-stops
    0.0465,  # above-longest
    -0.3567,  # above-lines
    0.0522,  # below-longest
    -0.3455,  # below-lines
    -0.3380,  # taken-above
    -1.0262,  # taken-below
    -0.3980,  # taken-up-6
    -0.4408,  # taken-down-6
)
MEANS = (
    2.2159,
    0.3261,
    0.2483,
    0.1235,
    0.1069,
    0.1952,
    0.0571,
    0.3855,
    0.0373,
    0.0035,
    0.0268,
    0.0111,
    0.0993,
    0.3421,
    0.0288,
    0.0266,
    0.4923,
    0.0125,
    0.1193,
    0.4079,
    0.0311,
    0.0226,
    0.0833,
    0.0902,
    0.0606,
    0.0249,
    0.2958,
    0.0543,
    0.0539,
    0.2391,
    0.5785,
    0.3276,
    0.0639,
    0.2077,
    0.1077,
    0.1216,
    0.0920,
    0.0105,
    0.0120,
    0.0019,
    0.0259,
    0.0184,
    0.0047,
    0.0210,
    0.0220,
    0.0335,
    0.0430,
    0.0079,
    0.0543,
    0.0029,
    0.0174,
    0.0192,
    0.0295,
    0.0322,
    0.1183,
    0.0640,
    0.0089,
    0.0341,
    0.0648,
    0.0063,
    0.0073,
    0.0009,
    0.0128,
    0.0057,
    0.0018,
    0.0110,
    0.0093,
    0.0165,
    0.0138,
    0.0023,
    0.0164,
    0.0007,
    0.0073,
    0.0095,
    0.0080,
    0.0136,
    0.0460,
    0.0311,
    0.0022,
    0.0143,
    0.0172,
    0.0039,
    0.0056,
    0.0005,
    0.0107,
    0.0034,
    0.0011,
    0.0031,
    0.0028,
    0.0114,
    0.0055,
    0.0011,
    0.0052,
    0.0003,
    0.0040,
    0.0032,
    0.0018,
    0.0047,
    0.0188,
    0.0096,
    0.0007,
    0.0066,
    0.0055,
    0.6452,
    0.0487,
    0.0480,
    0.0096,
    0.0031,
    0.0026,
    0.0003,
    0.4577,
    0.5355,
    0.1337,
    0.0598,
    5.8171,
    6.4067,
    0.1669,
    0.0795,
    2.7421,
    1.3977,
    14.1878,
    22.8272,
    1.9022,
    0.0530,
    0.1269,
    0.4824,
    0.0142,
    0.0008,
    0.0100,
    0.0082,
    0.0058,
    0.0323,
    0.9930,
    1.2363,
    0.3322,
    4.4634,
    0.1922,
    0.0480,
    2.1687,
    0.3653,
    0.3260,
    0.4726,
    0.5595,
    0.0331,
    0.3087,
    0.1042,
    0.2792,
    0.1779,
    2.1916,
    0.3753,
    0.3342,
    0.4825,
    0.5691,
    0.0405,
    0.3176,
    0.1117,
    0.2875,
    0.1864,
    2.1946,
    0.3771,
    0.3347,
    0.4812,
    0.5676,
    0.0406,
    0.3169,
    0.1107,
    0.2865,
    0.1873,
    2.1724,
    0.3677,
    0.3265,
    0.4705,
    0.5572,
    0.0333,
    0.3076,
    0.1028,
    0.2782,
    0.1789,
    0.1921,
    0.3792,
    0.0473,
    0.5781,
    3.0211,
    0.1945,
    0.3855,
    0.0479,
    0.5723,
    3.0424,
    0.1913,
    0.3763,
    0.0474,
    0.5800,
    4.0282,
    0.1942,
    0.3873,
    0.0486,
    0.5693,
    4.0647,
    5.3344,
    8.0089,
    0.1952,
    0.0480,
    0.3421,
    0.4405,
    0.4475,
    0.4465,
    0.0641,
    0.0641,
    0.3871,
    1.2288,
    1.9060,
    1.4540,
    1.6466,
    0.2695,
    0.2765,
    1.7163,
    0.6742,
    1.7689,
    0.7016,
    0.0257,
    0.0249,
    0.1457,
    0.1412,
)
AFTER = (
    -0.0286,  # surely
    -0.0210,  # outside
    -0.0224,  # outside-weighed
    0.1090,  # surely-a-line
    0.1033,  # outside-a-word
    -0.3356,  # lines
    -0.0765,  # words
    -1.4741,  # share
    3.6022,  # nothing
    -0.6090,  # good
    -0.9457,  # good-a-line
    0.1518,  # bad
    0.0924,  # bad-a-line
    -2.0132,  # cues-a-line
    -0.2282,  # out
    -0.0150,  # in
    0.0321,  # out-next
    0.4091,  # in-next
    1.0100,  # in-stop
    0.1948,  # in-size
    0.2752,  # out-size
    1.3251,  # gap
    0.1295,  # out-cue
    -0.2715,  # out-3
    0.2203,  # in-3
    -0.3016,  # step-6
    -0.1569,  # long-step-10
    3.7060,  # kinds-step-10
    0.0577,  # in-long
    0.7557,  # out-short
)
BEFORE = (
    -0.0159,  # surely
    -0.0073,  # outside
    -0.0110,  # outside-weighed
    -0.1500,  # surely-a-line
    -0.0635,  # outside-a-word
    -0.2938,  # lines
    -0.2460,  # words
    -1.2597,  # share
    0.7648,  # nothing
    -0.7219,  # good
    -4.1998,  # good-a-line
    -0.1386,  # bad
    -0.9460,  # bad-a-line
    -5.7397,  # cues-a-line
    -0.1391,  # out
    0.1605,  # in
    -0.0900,  # out-next
    0.1682,  # in-next
    0.7456,  # in-stop
    -0.0438,  # in-size
    -0.0826,  # out-size
    1.4285,  # gap
    0.3020,  # out-cue
    -0.2869,  # out-3
    0.1189,  # in-3
    -0.2814,  # step-6
    -1.3304,  # long-step-10
    1.8504,  # kinds-step-10
    0.0712,  # in-long
    -0.0156,  # out-short
)
