"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4646
WEIGHTS = (
    1.2867,  # commas
    2.1089,  # tab
    0.5976,  # known
    -0.6005,  # again
    -3.7591,  # kinds-density
    -0.3874,  # cue
    0.1541,  # words-before
    0.2137,  # words-after
    -1.5448,  # above-first
    -0.4822,  # below-last
    -0.0650,  # to-first
    -0.0099,  # from-last
    0.0386,  # from-top
    0.0386,  # from-bottom
    -0.3691,  # long-up-6
    0.1444,  # long-down-6
    -5.8641,  # kinds-density-up-6
    -0.2277,  # kinds-density-down-6
    0.5935,  # known-up-6
    0.5485,  # known-down-6
    0.2447,  # long-up-15
    -0.7741,  # long-down-15
    0.8655,  # kinds-density-up-15
    0.3121,  # kinds-density-down-15
    0.3973,  # known-up-15
    1.4122,  # known-down-15
    -0.4843,  # block-first
    -0.4422,  # block-last
    0.0252,  # block-alone
    -0.3340,  # block-lines
    -0.3888,  # block-longest
    0.2936,  # block-shortest
    0.6989,  # block-bullets
    0.5597,  # block-stops
    0.1806,  # above-longest
    -0.3082,  # above-lines
    0.1686,  # below-longest
    -0.4148,  # below-lines
    -0.4506,  # taken-above
    -0.9998,  # taken-below
    -0.4067,  # taken-up-6
    -0.4053,  # taken-down-6
    0.4936,  # size
    -0.2671,  # to-three
    -0.1010,  # to-eight
    -0.3633,  # to-fifteen
    0.1169,  # to-thirty
    0.6932,  # long
    0.2241,  # very-long
    0.1711,  # stop
    1.8799,  # colon
    0.0084,  # question
    -0.5446,  # exclaims
    -0.5894,  # no-stop
    0.8226,  # bullet
    -0.7005,  # page-lines
    -0.2806,  # page-words
    -0.6759,  # page-long
    -2.9784,  # page-kinds
    -0.4412,  # page-bullets
    -0.9784,  # page-gaps
    -1.2304,  # has-subscribe
    0.1429,  # has-networks
    -1.4886,  # has-share
    -0.9040,  # has-more
    -0.0148,  # has-related
    -0.4758,  # has-rights
    -0.9687,  # has-credit
    -0.8154,  # has-author
    -0.5963,  # has-offer
    -0.0670,  # has-advert
    -1.5515,  # has-disclaimer
    0.1113,  # has-meta
    -0.4651,  # has-thread
    -0.0483,  # has-consent
    0.2067,  # has-contact
    -0.0715,  # has-company
    -0.0993,  # has-media
    0.2282,  # has-navigation
    0.1368,  # has-price
    -0.0755,  # has-origin
    0.1869,  # has-month
    -0.2406,  # has-depicts
)
MEANS = (
    0.0310,
    0.0242,
    0.5347,
    0.1871,
    0.0488,
    0.0326,
    5.5940,
    6.1614,
    0.1732,
    0.0968,
    2.6433,
    1.5275,
    13.8730,
    22.0232,
    0.1863,
    0.1879,
    0.0478,
    0.0487,
    0.5349,
    0.5271,
    0.1858,
    0.1867,
    0.0479,
    0.0497,
    0.5373,
    0.5235,
    0.0661,
    0.0661,
    0.3924,
    1.2013,
    1.9051,
    1.4616,
    0.2628,
    0.2792,
    1.7178,
    0.6635,
    1.7737,
    0.6889,
    0.0292,
    0.0279,
    0.1595,
    0.1559,
    2.2163,
    0.3220,
    0.2463,
    0.1300,
    0.1121,
    0.1896,
    0.0534,
    0.3891,
    0.0354,
    0.0261,
    0.0099,
    0.1043,
    0.3298,
    5.1254,
    7.7865,
    0.1896,
    0.0488,
    0.3298,
    0.4456,
    0.0107,
    0.0115,
    0.0023,
    0.0238,
    0.0170,
    0.0051,
    0.0198,
    0.0220,
    0.0337,
    0.0409,
    0.0079,
    0.0606,
    0.0039,
    0.0160,
    0.0187,
    0.0264,
    0.0326,
    0.1188,
    0.0605,
    0.0089,
    0.0439,
    0.0672,
)
AFTER = (
    -0.0280,  # surely
    0.5773,  # surely-a-line
    -0.0228,  # outside
    -0.0216,  # outside-weighed
    -0.0775,  # outside-a-word
    -0.1324,  # lines
    -0.0556,  # words
    -2.2278,  # share
    2.3555,  # nothing
    -0.4365,  # good
    -1.1270,  # good-a-line
    0.0625,  # bad
    -0.9117,  # bad-a-line
    -0.9404,  # cues-a-line
    -0.2748,  # out
    -0.2096,  # in
    -0.0446,  # out-next
    0.3505,  # in-next
    -0.2948,  # out-3
    0.4039,  # in-3
    1.0855,  # in-stop
    0.2124,  # in-size
    0.1995,  # out-size
    0.8781,  # gap
    0.0773,  # out-cue
    -0.5015,  # step-6
    0.1658,  # long-step-10
    2.5231,  # kinds-step-10
    0.3787,  # in-long
    0.3859,  # out-short
)
BEFORE = (
    -0.0143,  # surely
    -0.0873,  # surely-a-line
    -0.0060,  # outside
    -0.0103,  # outside-weighed
    -0.1982,  # outside-a-word
    -0.3226,  # lines
    -0.3244,  # words
    -1.8417,  # share
    -0.1677,  # nothing
    -0.6260,  # good
    -3.0665,  # good-a-line
    -0.1559,  # bad
    -1.8374,  # bad-a-line
    -5.6997,  # cues-a-line
    -0.3290,  # out
    0.1667,  # in
    -0.1881,  # out-next
    0.2882,  # in-next
    -0.1658,  # out-3
    0.2504,  # in-3
    1.0322,  # in-stop
    -0.1206,  # in-size
    -0.1104,  # out-size
    1.2716,  # gap
    0.5449,  # out-cue
    -0.1877,  # step-6
    -1.3615,  # long-step-10
    2.6688,  # kinds-step-10
    0.2550,  # in-long
    -0.2448,  # out-short
)
TITLE = (
    0.2077,  # words
    -2.0439,  # one-word
    -1.7730,  # two-words
    1.1164,  # five-to-twelve
    -2.5983,  # from-twenty
    -2.7422,  # stop
    -2.2287,  # colon
    -1.2223,  # bullet
    -2.8417,  # bar
    0.1063,  # capitals
    -2.6109,  # upper
    2.2060,  # known
    1.1434,  # often
    -7.8560,  # kinds-density
    -0.1480,  # odds
    -0.1879,  # odds-up
    -0.3563,  # odds-down
    -0.0175,  # prose-below
    -0.3185,  # short-below
    -0.2116,  # words-before
    -0.3430,  # no-words-before
    -0.1211,  # to-first
    0.0946,  # from-top
    0.8017,  # first
    1.5634,  # blank
    1.6827,  # begins
    -1.1929,  # began
    3.9710,  # no-title
)
