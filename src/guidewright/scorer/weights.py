"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4014
WEIGHTS = (
    1.2495,  # commas
    2.1094,  # tab
    0.5976,  # known
    -0.6006,  # again
    -3.7608,  # kinds-density
    -0.3959,  # cue
    0.1564,  # words-before
    0.2131,  # words-after
    -1.5442,  # above-first
    -0.5038,  # below-last
    -0.0646,  # to-first
    -0.0094,  # from-last
    0.0390,  # from-top
    0.0394,  # from-bottom
    -0.3335,  # long-up-6
    0.1666,  # long-down-6
    -5.9932,  # kinds-density-up-6
    -0.0931,  # kinds-density-down-6
    0.5905,  # known-up-6
    0.5394,  # known-down-6
    0.2176,  # long-up-15
    -0.8044,  # long-down-15
    1.1898,  # kinds-density-up-15
    0.3063,  # kinds-density-down-15
    0.3673,  # known-up-15
    1.4157,  # known-down-15
    -0.4658,  # block-first
    -0.4296,  # block-last
    0.0152,  # block-alone
    -0.3357,  # block-lines
    -0.3916,  # block-longest
    0.2943,  # block-shortest
    0.6906,  # block-bullets
    0.5745,  # block-stops
    0.1840,  # above-longest
    -0.3127,  # above-lines
    0.1690,  # below-longest
    -0.4179,  # below-lines
    -0.4478,  # taken-above
    -0.9989,  # taken-below
    -0.4111,  # taken-up-6
    -0.4149,  # taken-down-6
    0.4924,  # size
    -0.2664,  # to-three
    -0.0967,  # to-eight
    -0.3595,  # to-fifteen
    0.1108,  # to-thirty
    0.6881,  # long
    0.2268,  # very-long
    0.1760,  # stop
    1.8824,  # colon
    0.0023,  # question
    -0.5434,  # exclaims
    -0.5891,  # no-stop
    0.8198,  # bullet
    -0.7050,  # page-lines
    -0.2743,  # page-words
    -0.6581,  # page-long
    -2.9280,  # page-kinds
    -0.4173,  # page-bullets
    -0.9697,  # page-gaps
    -1.2214,  # has-subscribe
    0.1608,  # has-networks
    -1.4825,  # has-share
    -0.9050,  # has-more
    -0.0143,  # has-related
    -0.4960,  # has-rights
    -0.9768,  # has-credit
    -0.8175,  # has-author
    -0.5929,  # has-offer
    -0.0684,  # has-advert
    -1.5546,  # has-disclaimer
    0.1174,  # has-meta
    -0.6086,  # has-thread
    -0.0466,  # has-consent
    0.1867,  # has-contact
    -0.0726,  # has-company
    -0.0884,  # has-media
    0.2343,  # has-navigation
    0.1351,  # has-price
    -0.0765,  # has-origin
    0.1927,  # has-month
    -0.2408,  # has-depicts
)
MEANS = (
    0.0310,
    0.0242,
    0.5364,
    0.1871,
    0.0484,
    0.0323,
    5.5941,
    6.1605,
    0.1733,
    0.0970,
    2.6439,
    1.5275,
    13.8727,
    22.0225,
    0.1863,
    0.1879,
    0.0475,
    0.0484,
    0.5365,
    0.5289,
    0.1858,
    0.1866,
    0.0476,
    0.0493,
    0.5389,
    0.5253,
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
    1.7736,
    0.6889,
    0.0292,
    0.0279,
    0.1596,
    0.1561,
    2.2163,
    0.3220,
    0.2463,
    0.1299,
    0.1122,
    0.1896,
    0.0535,
    0.3891,
    0.0354,
    0.0261,
    0.0099,
    0.1044,
    0.3298,
    5.1253,
    7.7864,
    0.1896,
    0.0484,
    0.3298,
    0.4456,
    0.0106,
    0.0115,
    0.0022,
    0.0236,
    0.0169,
    0.0050,
    0.0197,
    0.0220,
    0.0335,
    0.0409,
    0.0079,
    0.0604,
    0.0036,
    0.0159,
    0.0183,
    0.0264,
    0.0324,
    0.1184,
    0.0603,
    0.0088,
    0.0435,
    0.0672,
)
AFTER = (
    -0.0284,  # surely
    0.6760,  # surely-a-line
    -0.0230,  # outside
    -0.0216,  # outside-weighed
    -0.0475,  # outside-a-word
    -0.1333,  # lines
    -0.0601,  # words
    -2.2100,  # share
    2.3785,  # nothing
    -0.4444,  # good
    -1.2720,  # good-a-line
    0.0513,  # bad
    -0.6416,  # bad-a-line
    -0.6488,  # cues-a-line
    -0.2725,  # out
    -0.2274,  # in
    -0.0437,  # out-next
    0.3519,  # in-next
    -0.2951,  # out-3
    0.4288,  # in-3
    1.0977,  # in-stop
    0.2208,  # in-size
    0.1977,  # out-size
    0.9114,  # gap
    0.0547,  # out-cue
    -0.4910,  # step-6
    0.1268,  # long-step-10
    2.5913,  # kinds-step-10
    0.3610,  # in-long
    0.3621,  # out-short
)
BEFORE = (
    -0.0145,  # surely
    -0.0973,  # surely-a-line
    -0.0063,  # outside
    -0.0105,  # outside-weighed
    -0.2015,  # outside-a-word
    -0.3325,  # lines
    -0.3047,  # words
    -1.8858,  # share
    -0.1124,  # nothing
    -0.6080,  # good
    -2.9138,  # good-a-line
    -0.1619,  # bad
    -1.8369,  # bad-a-line
    -5.4699,  # cues-a-line
    -0.3312,  # out
    0.1697,  # in
    -0.1816,  # out-next
    0.2887,  # in-next
    -0.1832,  # out-3
    0.2505,  # in-3
    1.0331,  # in-stop
    -0.1137,  # in-size
    -0.1047,  # out-size
    1.2719,  # gap
    0.5115,  # out-cue
    -0.1711,  # step-6
    -1.4526,  # long-step-10
    2.5934,  # kinds-step-10
    0.2258,  # in-long
    -0.2206,  # out-short
)
TITLE = (
    0.2185,  # words
    -1.9481,  # one-word
    -1.6373,  # two-words
    1.1818,  # five-to-twelve
    -2.6447,  # from-twenty
    -2.7463,  # stop
    -2.2089,  # colon
    -1.2646,  # bullet
    -2.8232,  # bar
    0.1386,  # capitals
    -2.5640,  # upper
    2.2277,  # known
    1.1984,  # often
    -7.5056,  # kinds-density
    -0.1020,  # odds
    -0.1577,  # odds-up
    -0.3560,  # odds-down
    -0.0649,  # prose-below
    -0.3165,  # short-below
    -0.2255,  # words-before
    -0.3349,  # no-words-before
    -0.1130,  # to-first
    0.1224,  # from-top
    0.8164,  # first
    1.4708,  # blank
    1.6758,  # begins
    -1.3231,  # began
    4.1249,  # no-title
)
