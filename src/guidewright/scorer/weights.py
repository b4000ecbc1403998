"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 2.9732
WEIGHTS = (
    0.3463,  # size
    -0.1366,  # to-three
    -0.2069,  # to-eight
    -0.5437,  # to-fifteen
    0.0990,  # to-thirty
    0.7515,  # long
    0.2879,  # very-long
    0.2832,  # stop
    1.6798,  # colon
    -0.2044,  # ellipsis
    -0.1350,  # question
    -0.6225,  # exclaims
    -0.5904,  # no-stop
    0.5334,  # bullet
    -1.0555,  # lower-start
    -0.6234,  # digit-start
    -0.2793,  # capitals
    0.0968,  # shouts
    0.0145,  # title-case
    -0.0478,  # sentences
    1.5740,  # commas
    -1.4239,  # digits
    0.0441,  # marks
    0.1246,  # brackets
    0.0348,  # quotes
    2.3904,  # tab
    0.1888,  # no-verb
    -0.3044,  # ing
    -0.1953,  # article-start
    0.4251,  # common
    0.5121,  # known
    0.1772,  # well-known
    0.0413,  # unknown
    -0.6068,  # again
    -0.0409,  # again-often
    0.2379,  # start-again
    -0.2404,  # end-again
    -1.4848,  # has-subscribe
    -0.0022,  # has-networks
    -1.7323,  # has-share
    -0.5311,  # has-more
    0.0138,  # has-related
    -0.3688,  # has-rights
    -0.9567,  # has-credit
    -0.8060,  # has-author
    -0.3094,  # has-offer
    0.1930,  # has-advert
    -1.6945,  # has-disclaimer
    0.0005,  # has-meta
    -0.3634,  # has-thread
    -0.2883,  # has-consent
    -0.3148,  # has-contact
    -0.1848,  # has-company
    -0.1953,  # has-media
    0.1546,  # has-navigation
    -0.1842,  # has-price
    -0.2302,  # has-origin
    -0.3742,  # has-month
    -0.2085,  # has-depicts
    0.3977,  # short-subscribe
    0.5183,  # short-networks
    2.1799,  # short-share
    -0.1979,  # short-more
    -0.5850,  # short-related
    -0.6176,  # short-rights
    0.3051,  # short-credit
    0.0983,  # short-author
    -0.4405,  # short-offer
    -0.7948,  # short-advert
    2.9004,  # short-disclaimer
    0.2868,  # short-meta
    0.2250,  # short-thread
    0.9122,  # short-consent
    1.2401,  # short-contact
    0.2375,  # short-company
    0.1455,  # short-media
    0.1901,  # short-navigation
    0.6082,  # short-price
    -0.0851,  # short-origin
    1.2749,  # short-month
    -0.5483,  # short-depicts
    0.0272,  # starts-subscribe
    -0.9418,  # starts-networks
    0.1231,  # starts-share
    -1.0834,  # starts-more
    -0.5848,  # starts-related
    -0.0036,  # starts-rights
    -1.6633,  # starts-credit
    0.9897,  # starts-author
    -1.2023,  # starts-offer
    -0.8080,  # starts-advert
    0.2967,  # starts-disclaimer
    -0.7048,  # starts-meta
    -2.1785,  # starts-thread
    -0.5650,  # starts-consent
    1.3217,  # starts-contact
    -0.0904,  # starts-company
    0.0782,  # starts-media
    -0.5019,  # starts-navigation
    0.7070,  # starts-price
    0.7061,  # starts-origin
    0.5449,  # starts-month
    -0.7084,  # starts-depicts
    -0.0519,  # kinds
    0.5089,  # many-kinds
    -2.6876,  # kinds-density
    2.5831,  # you
    -8.7735,  # we
    4.9660,  # self
    -23.9255,  # third
    -0.4155,  # before
    -0.7731,  # after
    -0.4595,  # none-before
    0.0212,  # none-after
    0.0154,  # words-before
    0.1866,  # words-after
    -0.8417,  # above-first
    -0.5201,  # below-last
    -0.0567,  # to-first
    -0.0090,  # from-last
    0.0281,  # from-top
    0.0410,  # from-bottom
    -0.1094,  # run
    0.1869,  # run-at-end
    -0.8188,  # run-at-start
    0.5772,  # run-long
    -0.8347,  # calls-on
    -0.0571,  # calls-on-question
    -0.2176,  # ends-credit
    0.4555,  # depicts-no-verb
    -0.3934,  # date-alone
    0.5940,  # cue
    0.0576,  # cues-before
    -0.1391,  # cues-after
    -0.1064,  # cues-between
    0.0561,  # words-since-cue
    -0.3531,  # loose-tail
    -2.1885,  # run-kinds
    0.0125,  # size-2
    0.0690,  # stop-2
    0.0871,  # bullet-2
    -0.1237,  # capitals-2
    0.3378,  # known-2
    0.2294,  # kinds-density-2
    -0.2367,  # to-three-2
    0.2088,  # title-case-2
    0.2934,  # no-verb-2
    0.0855,  # long-2
    0.0108,  # size-1
    0.0838,  # stop-1
    0.4163,  # bullet-1
    -0.3044,  # capitals-1
    -0.0581,  # known-1
    -0.0617,  # kinds-density-1
    -0.3022,  # to-three-1
    -0.2131,  # title-case-1
    0.1278,  # no-verb-1
    -0.1062,  # long-1
    0.0770,  # size+1
    0.2586,  # stop+1
    0.1901,  # bullet+1
    -0.1552,  # capitals+1
    -0.0268,  # known+1
    -0.0995,  # kinds-density+1
    -0.1454,  # to-three+1
    -0.0967,  # title-case+1
    0.0683,  # no-verb+1
    0.0749,  # long+1
    0.0141,  # size+2
    0.1199,  # stop+2
    0.1031,  # bullet+2
    0.1075,  # capitals+2
    -0.0931,  # known+2
    0.0883,  # kinds-density+2
    -0.3158,  # to-three+2
    -0.2951,  # title-case+2
    0.1804,  # no-verb+2
    0.0363,  # long+2
    -0.5025,  # long-up-6
    0.0652,  # stop-up-6
    -5.1673,  # kinds-density-up-6
    0.2396,  # known-up-6
    0.0294,  # words-up-6
    -0.0841,  # long-down-6
    -0.1353,  # stop-down-6
    0.7249,  # kinds-density-down-6
    0.6461,  # known-down-6
    0.0279,  # words-down-6
    0.2418,  # long-up-15
    -0.1722,  # stop-up-15
    0.5821,  # kinds-density-up-15
    0.4965,  # known-up-15
    -0.0102,  # words-up-15
    -0.7783,  # long-down-15
    -0.5874,  # stop-down-15
    -0.0619,  # kinds-density-down-15
    1.1925,  # known-down-15
    0.0538,  # words-down-15
    -0.5172,  # page-lines
    -0.2178,  # page-words
    -0.3925,  # page-long
    -0.5120,  # page-kinds
    -0.7319,  # page-bullets
    -0.8084,  # page-gaps
    0.1214,  # gap-above
    0.3603,  # gap-below
    -0.3585,  # block-first
    -0.5936,  # block-last
    -0.1408,  # block-alone
    -0.2954,  # block-lines
    -0.2615,  # block-longest
    0.2650,  # block-shortest
    -0.0499,  # block-mean
    0.5576,  # block-bullets
    0.4771,  # block-stops
    0.0475,  # above-longest
    -0.3586,  # above-lines
    0.0528,  # below-longest
    -0.3473,  # below-lines
    -0.3494,  # taken-above
    -1.0320,  # taken-below
    -0.3749,  # taken-up-6
    -0.4307,  # taken-down-6
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
    0.0992,
    0.3421,
    0.0287,
    0.0266,
    0.4924,
    0.0125,
    0.1193,
    0.4080,
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
    5.8170,
    6.4068,
    0.1669,
    0.0794,
    2.7422,
    1.3974,
    14.1878,
    22.8271,
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
    4.4633,
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
    0.3348,
    0.4812,
    0.5676,
    0.0406,
    0.3169,
    0.1107,
    0.2865,
    0.1874,
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
    0.3764,
    0.0474,
    0.5800,
    4.0282,
    0.1942,
    0.3874,
    0.0486,
    0.5693,
    4.0648,
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
    1.2289,
    1.9060,
    1.4540,
    1.6466,
    0.2696,
    0.2765,
    1.7163,
    0.6742,
    1.7689,
    0.7016,
    0.0258,
    0.0250,
    0.1459,
    0.1414,
)
AFTER = (
    -0.0287,  # surely
    -0.0212,  # outside
    -0.0224,  # outside-weighed
    0.0425,  # surely-a-line
    0.0787,  # outside-a-word
    -0.3288,  # lines
    -0.0758,  # words
    -1.4392,  # share
    3.5553,  # nothing
    -0.6080,  # good
    -0.9044,  # good-a-line
    0.1349,  # bad
    -0.1525,  # bad-a-line
    -1.9840,  # cues-a-line
    -0.2284,  # out
    -0.0136,  # in
    0.0363,  # out-next
    0.4095,  # in-next
    1.0113,  # in-stop
    0.1929,  # in-size
    0.2721,  # out-size
    1.3226,  # gap
    0.1277,  # out-cue
    -0.2766,  # out-3
    0.2196,  # in-3
    -0.3022,  # step-6
    -0.1507,  # long-step-10
    3.7409,  # kinds-step-10
    0.0599,  # in-long
    0.7560,  # out-short
)
BEFORE = (
    -0.0156,  # surely
    -0.0071,  # outside
    -0.0108,  # outside-weighed
    -0.1456,  # surely-a-line
    -0.0661,  # outside-a-word
    -0.2961,  # lines
    -0.2468,  # words
    -1.3162,  # share
    0.7671,  # nothing
    -0.7195,  # good
    -4.1731,  # good-a-line
    -0.1388,  # bad
    -0.9338,  # bad-a-line
    -5.7286,  # cues-a-line
    -0.1380,  # out
    0.1612,  # in
    -0.0908,  # out-next
    0.1635,  # in-next
    0.7457,  # in-stop
    -0.0466,  # in-size
    -0.0839,  # out-size
    1.4292,  # gap
    0.3009,  # out-cue
    -0.2838,  # out-3
    0.1241,  # in-3
    -0.2821,  # step-6
    -1.3270,  # long-step-10
    1.9711,  # kinds-step-10
    0.0665,  # in-long
    -0.0200,  # out-short
)
