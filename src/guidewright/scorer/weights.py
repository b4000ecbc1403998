"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 2.5331
WEIGHTS = (
    1.2084,  # commas
    2.0386,  # tab
    0.6081,  # known
    -0.6163,  # again
    -3.6755,  # kinds-density
    -0.4135,  # cue
    0.1574,  # words-before
    0.2193,  # words-after
    -1.4522,  # above-first
    -0.3808,  # below-last
    -0.0631,  # to-first
    -0.0061,  # from-last
    0.0501,  # from-top
    0.0428,  # from-bottom
    -0.3734,  # long-up-6
    0.1863,  # long-down-6
    -6.0743,  # kinds-density-up-6
    0.1172,  # kinds-density-down-6
    0.5952,  # known-up-6
    0.5555,  # known-down-6
    0.2730,  # long-up-15
    -0.8404,  # long-down-15
    1.0279,  # kinds-density-up-15
    0.3757,  # kinds-density-down-15
    0.3338,  # known-up-15
    1.4150,  # known-down-15
    -0.4804,  # block-first
    -0.4591,  # block-last
    0.0074,  # block-alone
    -0.3408,  # block-lines
    -0.3874,  # block-longest
    0.2990,  # block-shortest
    0.7205,  # block-bullets
    0.5634,  # block-stops
    0.1760,  # above-longest
    -0.3483,  # above-lines
    0.1616,  # below-longest
    -0.4318,  # below-lines
    -0.4699,  # taken-above
    -1.0520,  # taken-below
    -0.3773,  # taken-up-6
    -0.4753,  # taken-down-6
    0.4754,  # size
    -0.2853,  # to-three
    -0.1060,  # to-eight
    -0.3539,  # to-fifteen
    0.1439,  # to-thirty
    0.6773,  # long
    0.2815,  # very-long
    0.1835,  # stop
    1.8655,  # colon
    -0.0203,  # question
    -0.5522,  # exclaims
    -0.5758,  # no-stop
    0.7522,  # bullet
    -0.7948,  # page-lines
    -0.2409,  # page-words
    -0.9086,  # page-long
    -3.4109,  # page-kinds
    -0.4674,  # page-bullets
    -0.9651,  # page-gaps
    -1.2190,  # has-subscribe
    0.1825,  # has-networks
    -1.4798,  # has-share
    -0.8994,  # has-more
    -0.0120,  # has-related
    -0.4821,  # has-rights
    -0.9518,  # has-credit
    -0.8052,  # has-author
    -0.5819,  # has-offer
    -0.0769,  # has-advert
    -1.6230,  # has-disclaimer
    0.1202,  # has-meta
    -0.5736,  # has-thread
    -0.0398,  # has-consent
    0.1896,  # has-contact
    -0.0642,  # has-company
    -0.0942,  # has-media
    0.2465,  # has-navigation
    0.1250,  # has-price
    -0.0593,  # has-origin
    0.2052,  # has-month
    -0.2879,  # has-depicts
)
MEANS = (
    0.0311,
    0.0250,
    0.5813,
    0.2068,
    0.0480,
    0.0322,
    5.8237,
    6.4200,
    0.1671,
    0.0784,
    2.7461,
    1.3688,
    14.1866,
    22.8240,
    0.1933,
    0.1958,
    0.0473,
    0.0479,
    0.5810,
    0.5751,
    0.1925,
    0.1956,
    0.0474,
    0.0487,
    0.5829,
    0.5720,
    0.0641,
    0.0641,
    0.3876,
    1.2256,
    1.9064,
    1.4565,
    0.2703,
    0.2767,
    1.7170,
    0.6724,
    1.7704,
    0.7002,
    0.0259,
    0.0251,
    0.1465,
    0.1425,
    2.2191,
    0.3256,
    0.2477,
    0.1233,
    0.1070,
    0.1964,
    0.0574,
    0.3860,
    0.0374,
    0.0268,
    0.0111,
    0.0997,
    0.3432,
    5.3313,
    8.0108,
    0.1964,
    0.0480,
    0.3432,
    0.4409,
    0.0104,
    0.0120,
    0.0019,
    0.0260,
    0.0185,
    0.0047,
    0.0210,
    0.0220,
    0.0336,
    0.0432,
    0.0078,
    0.0548,
    0.0030,
    0.0174,
    0.0190,
    0.0295,
    0.0323,
    0.1186,
    0.0644,
    0.0090,
    0.0343,
    0.0648,
)
AFTER = (
    -0.0273,  # surely
    0.6815,  # surely-a-line
    -0.0227,  # outside
    -0.0230,  # outside-weighed
    0.1497,  # outside-a-word
    -0.3319,  # lines
    0.0166,  # words
    -2.1492,  # share
    3.9738,  # nothing
    -0.5940,  # good
    -0.8490,  # good-a-line
    0.2954,  # bad
    -0.0956,  # bad-a-line
    -1.0803,  # cues-a-line
    -0.4430,  # out
    -0.1878,  # in
    0.1228,  # out-next
    0.3602,  # in-next
    -0.4011,  # out-3
    0.3498,  # in-3
    0.9499,  # in-stop
    0.2670,  # in-size
    0.3991,  # out-size
    1.2957,  # gap
    -0.0480,  # out-cue
    -0.3730,  # step-6
    0.1544,  # long-step-10
    3.1716,  # kinds-step-10
    0.1990,  # in-long
    0.7214,  # out-short
)
BEFORE = (
    -0.0206,  # surely
    -0.0522,  # surely-a-line
    -0.0108,  # outside
    -0.0132,  # outside-weighed
    -0.2225,  # outside-a-word
    -0.3954,  # lines
    -0.4202,  # words
    -1.0903,  # share
    -0.3077,  # nothing
    -0.6619,  # good
    -4.1478,  # good-a-line
    -0.1327,  # bad
    -2.0892,  # bad-a-line
    -5.2834,  # cues-a-line
    -0.1852,  # out
    0.1145,  # in
    -0.1541,  # out-next
    0.2137,  # in-next
    -0.2311,  # out-3
    0.2696,  # in-3
    0.8639,  # in-stop
    -0.0943,  # in-size
    -0.0432,  # out-size
    1.6311,  # gap
    0.2689,  # out-cue
    -0.2421,  # step-6
    -1.3965,  # long-step-10
    2.8168,  # kinds-step-10
    -0.1267,  # in-long
    -0.1376,  # out-short
)
TITLE = (
    0.1593,  # words
    -1.9739,  # one-word
    -1.2739,  # two-words
    1.2220,  # five-to-twelve
    -2.6084,  # from-twenty
    -2.7510,  # stop
    -2.3368,  # colon
    -1.3027,  # bullet
    -2.9115,  # bar
    0.0829,  # capitals
    -2.6115,  # upper
    2.2344,  # known
    1.2410,  # often
    -7.0260,  # kinds-density
    -0.1114,  # odds
    -0.1289,  # odds-up
    -0.3565,  # odds-down
    -0.0754,  # prose-below
    -0.3687,  # short-below
    -0.2511,  # words-before
    -0.2519,  # no-words-before
    -0.1131,  # to-first
    0.1773,  # from-top
    0.8447,  # first
    1.4383,  # blank
    1.7264,  # begins
    -1.2013,  # began
    3.9988,  # no-title
)
