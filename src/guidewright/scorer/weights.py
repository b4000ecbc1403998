"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 2.5645
WEIGHTS = (
    0.3770,  # size
    -0.0937,  # to-three
    -0.2573,  # to-eight
    -0.6383,  # to-fifteen
    0.1295,  # to-thirty
    0.8047,  # long
    0.1823,  # very-long
    0.2913,  # stop
    1.7192,  # colon
    -0.1428,  # ellipsis
    -0.0500,  # question
    -0.6044,  # exclaims
    -0.6455,  # no-stop
    0.5740,  # bullet
    -1.4223,  # lower-start
    -0.6315,  # digit-start
    -0.2886,  # capitals
    0.1889,  # shouts
    0.1121,  # title-case
    -0.0771,  # sentences
    1.6396,  # commas
    -1.1748,  # digits
    0.0956,  # marks
    0.1519,  # brackets
    0.0622,  # quotes
    2.4642,  # tab
    0.2400,  # no-verb
    -0.4204,  # ing
    -0.2387,  # article-start
    0.5177,  # common
    0.4202,  # known
    0.2465,  # well-known
    0.0195,  # unknown
    -0.5950,  # again
    0.0857,  # again-often
    0.0817,  # start-again
    -0.2694,  # end-again
    -1.3654,  # has-subscribe
    0.2167,  # has-networks
    -1.4841,  # has-share
    -0.5093,  # has-more
    0.1836,  # has-related
    -0.8282,  # has-rights
    -1.1316,  # has-credit
    -0.8396,  # has-author
    -0.1968,  # has-offer
    0.0873,  # has-advert
    -1.7245,  # has-disclaimer
    -0.0112,  # has-meta
    -0.2039,  # has-thread
    -0.6261,  # has-consent
    -0.3421,  # has-contact
    -0.0508,  # has-company
    -0.0603,  # has-media
    0.1206,  # has-navigation
    0.0219,  # has-price
    -0.6562,  # has-origin
    -0.2386,  # has-month
    -0.2650,  # has-depicts
    0.5344,  # short-subscribe
    0.4568,  # short-networks
    1.9972,  # short-share
    -0.0822,  # short-more
    -0.6434,  # short-related
    0.0383,  # short-rights
    0.1195,  # short-credit
    0.2105,  # short-author
    -0.3728,  # short-offer
    -0.6381,  # short-advert
    2.9739,  # short-disclaimer
    0.2646,  # short-meta
    0.2935,  # short-thread
    1.3299,  # short-consent
    1.2789,  # short-contact
    0.2910,  # short-company
    0.0595,  # short-media
    0.3111,  # short-navigation
    0.4473,  # short-price
    0.2388,  # short-origin
    1.2281,  # short-month
    -0.3175,  # short-depicts
    0.0252,  # starts-subscribe
    -0.8426,  # starts-networks
    -0.1860,  # starts-share
    -1.0459,  # starts-more
    -0.5950,  # starts-related
    0.0175,  # starts-rights
    -2.1853,  # starts-credit
    1.1445,  # starts-author
    -1.2816,  # starts-offer
    -0.7677,  # starts-advert
    0.2773,  # starts-disclaimer
    -0.4412,  # starts-meta
    -2.7516,  # starts-thread
    -0.4850,  # starts-consent
    1.5843,  # starts-contact
    0.2775,  # starts-company
    0.1671,  # starts-media
    -0.5090,  # starts-navigation
    0.7122,  # starts-price
    -0.5051,  # starts-origin
    0.5084,  # starts-month
    -1.1522,  # starts-depicts
    -0.0759,  # kinds
    0.4737,  # many-kinds
    -2.8343,  # kinds-density
    2.6127,  # you
    -7.7300,  # we
    5.4526,  # self
    -20.6155,  # third
    -0.3442,  # before
    -0.7469,  # after
    -0.5603,  # none-before
    0.1758,  # none-after
    0.0123,  # words-before
    0.1900,  # words-after
    -0.8424,  # above-first
    -0.4605,  # below-last
    -0.0550,  # to-first
    -0.0127,  # from-last
    0.0182,  # from-top
    0.0356,  # from-bottom
    -0.0788,  # run
    0.0943,  # run-at-end
    -0.7655,  # run-at-start
    0.6304,  # run-long
    -0.8302,  # calls-on
    -0.0084,  # calls-on-question
    -0.5987,  # ends-credit
    0.4805,  # depicts-no-verb
    -0.4415,  # date-alone
    0.5419,  # cue
    0.0026,  # cues-before
    -0.0909,  # cues-after
    -0.2276,  # cues-between
    0.0568,  # words-since-cue
    -0.1355,  # loose-tail
    -2.6989,  # run-kinds
    -0.0001,  # size-2
    0.1669,  # stop-2
    0.0976,  # bullet-2
    -0.0877,  # capitals-2
    0.3200,  # known-2
    -0.0321,  # kinds-density-2
    -0.2015,  # to-three-2
    0.2261,  # title-case-2
    0.2808,  # no-verb-2
    0.0452,  # long-2
    -0.0062,  # size-1
    0.0558,  # stop-1
    0.3356,  # bullet-1
    -0.3350,  # capitals-1
    -0.0953,  # known-1
    0.0997,  # kinds-density-1
    -0.2932,  # to-three-1
    -0.2206,  # title-case-1
    0.1461,  # no-verb-1
    -0.1760,  # long-1
    0.1156,  # size+1
    0.2936,  # stop+1
    0.1759,  # bullet+1
    -0.2207,  # capitals+1
    0.0077,  # known+1
    -0.5796,  # kinds-density+1
    -0.0188,  # to-three+1
    -0.0349,  # title-case+1
    0.1439,  # no-verb+1
    0.1038,  # long+1
    0.0284,  # size+2
    0.1195,  # stop+2
    0.1599,  # bullet+2
    0.1161,  # capitals+2
    -0.1325,  # known+2
    0.2689,  # kinds-density+2
    -0.3628,  # to-three+2
    -0.2995,  # title-case+2
    0.1222,  # no-verb+2
    -0.0053,  # long+2
    -0.3416,  # long-up-6
    0.0534,  # stop-up-6
    -5.3322,  # kinds-density-up-6
    0.1661,  # known-up-6
    0.0145,  # words-up-6
    -0.2699,  # long-down-6
    -0.1005,  # stop-down-6
    -0.8149,  # kinds-density-down-6
    0.7229,  # known-down-6
    0.0398,  # words-down-6
    0.1636,  # long-up-15
    -0.3108,  # stop-up-15
    0.7674,  # kinds-density-up-15
    0.7011,  # known-up-15
    0.0202,  # words-up-15
    -0.6441,  # long-down-15
    -0.5733,  # stop-down-15
    1.8706,  # kinds-density-down-15
    1.1035,  # known-down-15
    0.0723,  # words-down-15
    -0.5214,  # page-lines
    -0.1872,  # page-words
    -0.6094,  # page-long
    -0.3423,  # page-kinds
    -0.8367,  # page-bullets
    -0.8319,  # page-gaps
    0.0423,  # gap-above
    0.2882,  # gap-below
    -0.4262,  # block-first
    -0.5894,  # block-last
    -0.1880,  # block-alone
    -0.3546,  # block-lines
    -0.2910,  # block-longest
    0.2995,  # block-shortest
    -0.0513,  # block-mean
    0.7123,  # block-bullets
    0.4748,  # block-stops
    0.0673,  # above-longest
    -0.2213,  # above-lines
    -0.0077,  # below-longest
    -0.1923,  # below-lines
    -0.3273,  # taken-above
    -1.0482,  # taken-below
    -0.3377,  # taken-up-6
    -0.5338,  # taken-down-6
)
MEANS = (
    2.2117,
    0.3272,
    0.2490,
    0.1237,
    0.1064,
    0.1936,
    0.0568,
    0.3834,
    0.0369,
    0.0035,
    0.0266,
    0.0110,
    0.1002,
    0.3398,
    0.0309,
    0.0263,
    0.4924,
    0.0126,
    0.1192,
    0.4061,
    0.0308,
    0.0225,
    0.0829,
    0.0893,
    0.0599,
    0.0247,
    0.2962,
    0.0545,
    0.0542,
    0.2397,
    0.5782,
    0.3274,
    0.0636,
    0.2101,
    0.1096,
    0.1232,
    0.0924,
    0.0104,
    0.0119,
    0.0019,
    0.0276,
    0.0182,
    0.0048,
    0.0235,
    0.0219,
    0.0343,
    0.0427,
    0.0079,
    0.0544,
    0.0029,
    0.0175,
    0.0193,
    0.0293,
    0.0320,
    0.1184,
    0.0635,
    0.0095,
    0.0343,
    0.0654,
    0.0063,
    0.0072,
    0.0009,
    0.0145,
    0.0057,
    0.0018,
    0.0130,
    0.0093,
    0.0175,
    0.0137,
    0.0022,
    0.0166,
    0.0007,
    0.0073,
    0.0095,
    0.0079,
    0.0136,
    0.0465,
    0.0309,
    0.0025,
    0.0148,
    0.0177,
    0.0039,
    0.0056,
    0.0005,
    0.0125,
    0.0034,
    0.0011,
    0.0042,
    0.0028,
    0.0124,
    0.0054,
    0.0011,
    0.0052,
    0.0003,
    0.0040,
    0.0032,
    0.0017,
    0.0046,
    0.0194,
    0.0095,
    0.0008,
    0.0065,
    0.0060,
    0.6501,
    0.0490,
    0.0491,
    0.0095,
    0.0031,
    0.0025,
    0.0003,
    0.4572,
    0.5360,
    0.1340,
    0.0598,
    5.8182,
    6.4135,
    0.1670,
    0.0798,
    2.7499,
    1.4059,
    14.1966,
    22.8505,
    1.9088,
    0.0530,
    0.1272,
    0.4836,
    0.0167,
    0.0008,
    0.0109,
    0.0085,
    0.0057,
    0.0347,
    1.0478,
    1.2762,
    0.3401,
    4.4018,
    0.1964,
    0.0491,
    2.1651,
    0.3635,
    0.3239,
    0.4729,
    0.5594,
    0.0343,
    0.3099,
    0.1042,
    0.2798,
    0.1766,
    2.1877,
    0.3733,
    0.3320,
    0.4828,
    0.5689,
    0.0417,
    0.3187,
    0.1116,
    0.2879,
    0.1850,
    2.1907,
    0.3750,
    0.3325,
    0.4813,
    0.5675,
    0.0418,
    0.3181,
    0.1106,
    0.2869,
    0.1859,
    2.1687,
    0.3658,
    0.3243,
    0.4708,
    0.5572,
    0.0346,
    0.3089,
    0.1029,
    0.2787,
    0.1776,
    0.1906,
    0.3772,
    0.0484,
    0.5779,
    3.0172,
    0.1929,
    0.3833,
    0.0490,
    0.5722,
    3.0383,
    0.1899,
    0.3744,
    0.0485,
    0.5798,
    4.0251,
    0.1927,
    0.3851,
    0.0497,
    0.5693,
    4.0615,
    5.3443,
    8.0153,
    0.1936,
    0.0491,
    0.3398,
    0.4414,
    0.4469,
    0.4459,
    0.0643,
    0.0643,
    0.3862,
    1.2468,
    1.9146,
    1.4516,
    1.6476,
    0.2680,
    0.2752,
    1.7126,
    0.6679,
    1.7773,
    0.7024,
    0.0187,
    0.0179,
    0.1036,
    0.0997,
)
AFTER = (
    -0.0293,  # surely
    -0.0219,  # outside
    -0.0241,  # outside-weighed
    0.1391,  # surely-a-line
    -0.0355,  # outside-a-word
    -0.2832,  # lines
    -0.1098,  # words
    -1.8871,  # share
    3.7292,  # nothing
    -0.5738,  # good
    -1.0131,  # good-a-line
    0.1320,  # bad
    -0.6451,  # bad-a-line
    -1.8567,  # cues-a-line
    -0.2116,  # out
    -0.1108,  # in
    0.0044,  # out-next
    0.3587,  # in-next
    0.9318,  # in-stop
    0.1908,  # in-size
    0.4238,  # out-size
    1.3827,  # gap
    -0.1281,  # out-cue
    -0.2166,  # out-3
    0.2677,  # in-3
    -0.3334,  # step-6
    -0.2309,  # long-step-10
    4.6939,  # kinds-step-10
    0.1473,  # in-long
    0.8447,  # out-short
)
BEFORE = (
    -0.0182,  # surely
    -0.0080,  # outside
    -0.0120,  # outside-weighed
    -0.0443,  # surely-a-line
    -0.0712,  # outside-a-word
    -0.2674,  # lines
    -0.2523,  # words
    -1.1774,  # share
    0.5433,  # nothing
    -0.7819,  # good
    -4.3501,  # good-a-line
    -0.1009,  # bad
    -0.7764,  # bad-a-line
    -4.8700,  # cues-a-line
    -0.1083,  # out
    0.1338,  # in
    -0.1575,  # out-next
    0.1118,  # in-next
    0.7539,  # in-stop
    -0.0399,  # in-size
    -0.1278,  # out-size
    1.4524,  # gap
    0.1260,  # out-cue
    -0.2966,  # out-3
    0.1291,  # in-3
    -0.2247,  # step-6
    -1.5749,  # long-step-10
    1.6722,  # kinds-step-10
    0.1064,  # in-long
    -0.0831,  # out-short
)
