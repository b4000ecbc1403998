"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 3.1003
WEIGHTS = (
    0.3583,  # size
    -0.1154,  # to-three
    -0.2441,  # to-eight
    -0.5950,  # to-fifteen
    0.0928,  # to-thirty
    0.8118,  # long
    0.2789,  # very-long
    0.2990,  # stop
    1.7682,  # colon
    -0.2539,  # ellipsis
    -0.0925,  # question
    -0.6385,  # exclaims
    -0.6029,  # no-stop
    0.5889,  # bullet
    -1.4344,  # lower-start
    -0.6023,  # digit-start
    -0.2491,  # capitals
    0.1695,  # shouts
    0.0871,  # title-case
    -0.0622,  # sentences
    1.8760,  # commas
    -1.3452,  # digits
    0.0809,  # marks
    0.1324,  # brackets
    0.0415,  # quotes
    2.3900,  # tab
    0.1813,  # no-verb
    -0.3960,  # ing
    -0.2617,  # article-start
    0.4385,  # common
    0.5483,  # known
    0.1296,  # well-known
    0.0440,  # unknown
    -0.6518,  # again
    0.0230,  # again-often
    0.1193,  # start-again
    -0.1251,  # end-again
    -1.4535,  # has-subscribe
    0.0418,  # has-networks
    -1.5965,  # has-share
    -0.5400,  # has-more
    0.0731,  # has-related
    -0.7524,  # has-rights
    -1.1225,  # has-credit
    -0.8501,  # has-author
    -0.2214,  # has-offer
    0.1582,  # has-advert
    -1.6179,  # has-disclaimer
    -0.0220,  # has-meta
    -0.2751,  # has-thread
    -0.2612,  # has-consent
    -0.2675,  # has-contact
    -0.1425,  # has-company
    -0.1703,  # has-media
    0.1787,  # has-navigation
    -0.1374,  # has-price
    -0.1760,  # has-origin
    -0.3748,  # has-month
    -0.1940,  # has-depicts
    0.4548,  # short-subscribe
    0.5728,  # short-networks
    2.2302,  # short-share
    -0.0373,  # short-more
    -0.5364,  # short-related
    -0.0413,  # short-rights
    -0.1434,  # short-credit
    0.2392,  # short-author
    -0.4253,  # short-offer
    -0.6678,  # short-advert
    2.9257,  # short-disclaimer
    0.2713,  # short-meta
    0.1777,  # short-thread
    1.0005,  # short-consent
    1.2355,  # short-contact
    0.2713,  # short-company
    0.1138,  # short-media
    0.2194,  # short-navigation
    0.5729,  # short-price
    -0.0475,  # short-origin
    1.2324,  # short-month
    -0.5237,  # short-depicts
    0.0908,  # starts-subscribe
    -0.8769,  # starts-networks
    -0.1849,  # starts-share
    -1.0395,  # starts-more
    -0.5622,  # starts-related
    0.0538,  # starts-rights
    -1.4997,  # starts-credit
    1.0779,  # starts-author
    -1.2136,  # starts-offer
    -0.7577,  # starts-advert
    0.2966,  # starts-disclaimer
    -0.5143,  # starts-meta
    -2.1292,  # starts-thread
    -0.6658,  # starts-consent
    1.4608,  # starts-contact
    -0.0496,  # starts-company
    0.2238,  # starts-media
    -0.4837,  # starts-navigation
    0.7549,  # starts-price
    0.6344,  # starts-origin
    0.6052,  # starts-month
    -0.5823,  # starts-depicts
    -0.0499,  # kinds
    0.4767,  # many-kinds
    -3.0921,  # kinds-density
    2.3256,  # you
    -8.6184,  # we
    4.6436,  # self
    -22.5982,  # third
    -0.3929,  # before
    -0.7986,  # after
    -0.4740,  # none-before
    0.0506,  # none-after
    0.0185,  # words-before
    0.1871,  # words-after
    -0.7998,  # above-first
    -0.4809,  # below-last
    -0.0581,  # to-first
    -0.0137,  # from-last
    0.0169,  # from-top
    0.0384,  # from-bottom
    -0.1053,  # run
    0.1447,  # run-at-end
    -0.8197,  # run-at-start
    0.6187,  # run-long
    -0.8416,  # calls-on
    0.0075,  # calls-on-question
    -0.0206,  # ends-credit
    0.4436,  # depicts-no-verb
    -0.3363,  # date-alone
    0.5902,  # cue
    0.0596,  # cues-before
    -0.1324,  # cues-after
    -0.0962,  # cues-between
    0.0554,  # words-since-cue
    -0.3554,  # loose-tail
    -2.3947,  # run-kinds
    0.0181,  # size-2
    0.1174,  # stop-2
    0.0679,  # bullet-2
    -0.1114,  # capitals-2
    0.3492,  # known-2
    0.1682,  # kinds-density-2
    -0.1944,  # to-three-2
    0.2168,  # title-case-2
    0.2839,  # no-verb-2
    0.0379,  # long-2
    0.0069,  # size-1
    0.0305,  # stop-1
    0.4172,  # bullet-1
    -0.3368,  # capitals-1
    -0.0496,  # known-1
    0.0991,  # kinds-density-1
    -0.3135,  # to-three-1
    -0.2195,  # title-case-1
    0.1167,  # no-verb-1
    -0.1282,  # long-1
    0.0832,  # size+1
    0.2101,  # stop+1
    0.1378,  # bullet+1
    -0.1991,  # capitals+1
    -0.0456,  # known+1
    -0.0189,  # kinds-density+1
    -0.0963,  # to-three+1
    -0.0803,  # title-case+1
    0.0716,  # no-verb+1
    0.0966,  # long+1
    0.0228,  # size+2
    0.1368,  # stop+2
    0.1388,  # bullet+2
    0.0915,  # capitals+2
    -0.1058,  # known+2
    0.0286,  # kinds-density+2
    -0.2869,  # to-three+2
    -0.2448,  # title-case+2
    0.1836,  # no-verb+2
    0.0165,  # long+2
    -0.4771,  # long-up-6
    0.0873,  # stop-up-6
    -4.8730,  # kinds-density-up-6
    0.1477,  # known-up-6
    0.0281,  # words-up-6
    -0.1397,  # long-down-6
    -0.1081,  # stop-down-6
    -0.0530,  # kinds-density-down-6
    0.6436,  # known-down-6
    0.0249,  # words-down-6
    0.1565,  # long-up-15
    -0.1828,  # stop-up-15
    0.6590,  # kinds-density-up-15
    0.5249,  # known-up-15
    -0.0097,  # words-up-15
    -0.7244,  # long-down-15
    -0.5381,  # stop-down-15
    0.6723,  # kinds-density-down-15
    1.1464,  # known-down-15
    0.0478,  # words-down-15
    -0.4803,  # page-lines
    -0.2337,  # page-words
    -0.4277,  # page-long
    -0.8741,  # page-kinds
    -0.7698,  # page-bullets
    -0.8151,  # page-gaps
    0.0998,  # gap-above
    0.3334,  # gap-below
    -0.4243,  # block-first
    -0.5989,  # block-last
    -0.1430,  # block-alone
    -0.3108,  # block-lines
    -0.2528,  # block-longest
    0.2515,  # block-shortest
    -0.0445,  # block-mean
    0.5959,  # block-bullets
    0.4806,  # block-stops
    0.0326,  # above-longest
    -0.2977,  # above-lines
    0.0352,  # below-longest
    -0.2931,  # below-lines
    -0.4130,  # taken-above
    -1.1879,  # taken-below
    -0.4556,  # taken-up-6
    -0.4317,  # taken-down-6
)
MEANS = (
    2.2141,
    0.3253,
    0.2501,
    0.1241,
    0.1066,
    0.1940,
    0.0567,
    0.3841,
    0.0371,
    0.0035,
    0.0267,
    0.0110,
    0.1002,
    0.3408,
    0.0310,
    0.0265,
    0.4917,
    0.0124,
    0.1196,
    0.4060,
    0.0309,
    0.0226,
    0.0829,
    0.0897,
    0.0600,
    0.0248,
    0.2974,
    0.0548,
    0.0543,
    0.2388,
    0.5784,
    0.3281,
    0.0641,
    0.2086,
    0.1083,
    0.1237,
    0.0925,
    0.0104,
    0.0120,
    0.0019,
    0.0258,
    0.0183,
    0.0048,
    0.0226,
    0.0219,
    0.0333,
    0.0428,
    0.0078,
    0.0544,
    0.0029,
    0.0173,
    0.0193,
    0.0293,
    0.0322,
    0.1185,
    0.0638,
    0.0089,
    0.0344,
    0.0653,
    0.0063,
    0.0073,
    0.0009,
    0.0127,
    0.0057,
    0.0018,
    0.0125,
    0.0093,
    0.0164,
    0.0138,
    0.0023,
    0.0167,
    0.0007,
    0.0073,
    0.0095,
    0.0080,
    0.0136,
    0.0466,
    0.0310,
    0.0022,
    0.0148,
    0.0178,
    0.0039,
    0.0056,
    0.0005,
    0.0106,
    0.0034,
    0.0011,
    0.0038,
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
    0.0194,
    0.0095,
    0.0007,
    0.0066,
    0.0059,
    0.6466,
    0.0487,
    0.0484,
    0.0095,
    0.0030,
    0.0025,
    0.0003,
    0.4576,
    0.5356,
    0.1336,
    0.0597,
    5.8189,
    6.4091,
    0.1666,
    0.0794,
    2.7398,
    1.3963,
    14.1927,
    22.8402,
    1.9043,
    0.0529,
    0.1268,
    0.4830,
    0.0141,
    0.0008,
    0.0103,
    0.0085,
    0.0057,
    0.0322,
    0.9959,
    1.2392,
    0.3331,
    4.4612,
    0.1918,
    0.0484,
    2.1672,
    0.3641,
    0.3248,
    0.4721,
    0.5596,
    0.0336,
    0.3080,
    0.1046,
    0.2808,
    0.1769,
    2.1900,
    0.3740,
    0.3329,
    0.4820,
    0.5691,
    0.0410,
    0.3168,
    0.1120,
    0.2891,
    0.1853,
    2.1929,
    0.3757,
    0.3334,
    0.4806,
    0.5676,
    0.0411,
    0.3162,
    0.1110,
    0.2881,
    0.1862,
    2.1708,
    0.3665,
    0.3252,
    0.4700,
    0.5573,
    0.0338,
    0.3069,
    0.1032,
    0.2799,
    0.1779,
    0.1909,
    0.3779,
    0.0477,
    0.5781,
    3.0194,
    0.1933,
    0.3841,
    0.0483,
    0.5723,
    3.0404,
    0.1902,
    0.3750,
    0.0479,
    0.5800,
    4.0267,
    0.1931,
    0.3859,
    0.0491,
    0.5693,
    4.0631,
    5.3400,
    8.0119,
    0.1940,
    0.0484,
    0.3408,
    0.4413,
    0.4478,
    0.4468,
    0.0646,
    0.0646,
    0.3868,
    1.2325,
    1.9085,
    1.4535,
    1.6476,
    0.2686,
    0.2755,
    1.7178,
    0.6737,
    1.7715,
    0.7018,
    0.0219,
    0.0212,
    0.1231,
    0.1189,
)
AFTER = (
    -0.0300,  # surely
    -0.0217,  # outside
    -0.0228,  # outside-weighed
    0.1773,  # surely-a-line
    0.0812,  # outside-a-word
    -0.2899,  # lines
    -0.0807,  # words
    -1.7088,  # share
    3.3968,  # nothing
    -0.6732,  # good
    0.0989,  # good-a-line
    0.1373,  # bad
    -0.1851,  # bad-a-line
    -1.9485,  # cues-a-line
    -0.1853,  # out
    -0.1048,  # in
    0.0695,  # out-next
    0.3819,  # in-next
    0.9104,  # in-stop
    0.2529,  # in-size
    0.2309,  # out-size
    1.2873,  # gap
    0.1872,  # out-cue
    -0.3654,  # out-3
    0.2733,  # in-3
    -0.3181,  # step-6
    -0.0324,  # long-step-10
    4.0826,  # kinds-step-10
    0.0707,  # in-long
    0.6383,  # out-short
)
BEFORE = (
    -0.0175,  # surely
    -0.0085,  # outside
    -0.0119,  # outside-weighed
    -0.1879,  # surely-a-line
    -0.1226,  # outside-a-word
    -0.2808,  # lines
    -0.2438,  # words
    -1.2248,  # share
    0.6936,  # nothing
    -0.7354,  # good
    -4.1734,  # good-a-line
    -0.1543,  # bad
    -1.1353,  # bad-a-line
    -5.3574,  # cues-a-line
    -0.1181,  # out
    0.1423,  # in
    -0.1104,  # out-next
    0.1536,  # in-next
    0.7511,  # in-stop
    -0.0384,  # in-size
    -0.0710,  # out-size
    1.4681,  # gap
    0.3996,  # out-cue
    -0.2958,  # out-3
    0.1258,  # in-3
    -0.2486,  # step-6
    -1.4872,  # long-step-10
    1.9486,  # kinds-step-10
    0.0765,  # in-long
    -0.0016,  # out-short
)
