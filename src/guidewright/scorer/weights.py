"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.3929
WEIGHTS = (
    1.2620,  # commas
    2.1130,  # tab
    0.5909,  # known
    -0.6001,  # again
    -3.7175,  # kinds-density
    -0.4008,  # cue
    0.1552,  # words-before
    0.2138,  # words-after
    -1.5457,  # above-first
    -0.4970,  # below-last
    -0.0650,  # to-first
    -0.0095,  # from-last
    0.0381,  # from-top
    0.0388,  # from-bottom
    -0.3621,  # long-up-6
    0.1511,  # long-down-6
    -5.8414,  # kinds-density-up-6
    -0.1010,  # kinds-density-down-6
    0.5874,  # known-up-6
    0.5435,  # known-down-6
    0.2368,  # long-up-15
    -0.7778,  # long-down-15
    0.8750,  # kinds-density-up-15
    0.3122,  # kinds-density-down-15
    0.3937,  # known-up-15
    1.3939,  # known-down-15
    -0.4835,  # block-first
    -0.4414,  # block-last
    0.0235,  # block-alone
    -0.3336,  # block-lines
    -0.3881,  # block-longest
    0.2934,  # block-shortest
    0.6967,  # block-bullets
    0.5585,  # block-stops
    0.1817,  # above-longest
    -0.3099,  # above-lines
    0.1678,  # below-longest
    -0.4172,  # below-lines
    -0.4584,  # taken-above
    -1.0037,  # taken-below
    -0.4059,  # taken-up-6
    -0.4061,  # taken-down-6
    0.4933,  # size
    -0.2676,  # to-three
    -0.1010,  # to-eight
    -0.3654,  # to-fifteen
    0.1173,  # to-thirty
    0.6951,  # long
    0.2245,  # very-long
    0.1683,  # stop
    1.8762,  # colon
    0.0187,  # question
    -0.5365,  # exclaims
    -0.5914,  # no-stop
    0.8244,  # bullet
    -0.6975,  # page-lines
    -0.2750,  # page-words
    -0.6537,  # page-long
    -2.7747,  # page-kinds
    -0.4285,  # page-bullets
    -0.9740,  # page-gaps
    -1.2251,  # has-subscribe
    0.1483,  # has-networks
    -1.4765,  # has-share
    -0.9025,  # has-more
    -0.0127,  # has-related
    -0.4906,  # has-rights
    -0.9745,  # has-credit
    -0.8141,  # has-author
    -0.5918,  # has-offer
    -0.0698,  # has-advert
    -1.5485,  # has-disclaimer
    0.1119,  # has-meta
    -0.6083,  # has-thread
    -0.0447,  # has-consent
    0.1847,  # has-contact
    -0.0703,  # has-company
    -0.0898,  # has-media
    0.2330,  # has-navigation
    0.1351,  # has-price
    -0.0812,  # has-origin
    0.1894,  # has-month
    -0.2389,  # has-depicts
)
MEANS = (
    0.0310,
    0.0242,
    0.5364,
    0.1871,
    0.0484,
    0.0323,
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
    0.0475,
    0.0484,
    0.5365,
    0.5288,
    0.1858,
    0.1867,
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
    0.0184,
    0.0264,
    0.0324,
    0.1184,
    0.0603,
    0.0088,
    0.0435,
    0.0672,
)
AFTER = (
    -0.0285,  # surely
    0.6743,  # surely-a-line
    -0.0232,  # outside
    -0.0217,  # outside-weighed
    -0.0452,  # outside-a-word
    -0.1296,  # lines
    -0.0633,  # words
    -2.2407,  # share
    2.3768,  # nothing
    -0.4423,  # good
    -1.2644,  # good-a-line
    0.0476,  # bad
    -0.6640,  # bad-a-line
    -0.7062,  # cues-a-line
    -0.2796,  # out
    -0.2249,  # in
    -0.0416,  # out-next
    0.3521,  # in-next
    -0.2874,  # out-3
    0.4241,  # in-3
    1.1012,  # in-stop
    0.2190,  # in-size
    0.2004,  # out-size
    0.9049,  # gap
    0.0665,  # out-cue
    -0.5019,  # step-6
    0.1334,  # long-step-10
    2.5754,  # kinds-step-10
    0.3582,  # in-long
    0.3630,  # out-short
)
BEFORE = (
    -0.0143,  # surely
    -0.0920,  # surely-a-line
    -0.0060,  # outside
    -0.0104,  # outside-weighed
    -0.1967,  # outside-a-word
    -0.3228,  # lines
    -0.3188,  # words
    -1.8556,  # share
    -0.1645,  # nothing
    -0.6116,  # good
    -2.9060,  # good-a-line
    -0.1590,  # bad
    -1.8395,  # bad-a-line
    -5.4341,  # cues-a-line
    -0.3282,  # out
    0.1671,  # in
    -0.1884,  # out-next
    0.2862,  # in-next
    -0.1812,  # out-3
    0.2593,  # in-3
    1.0458,  # in-stop
    -0.1257,  # in-size
    -0.1138,  # out-size
    1.2683,  # gap
    0.5142,  # out-cue
    -0.1725,  # step-6
    -1.4417,  # long-step-10
    2.5909,  # kinds-step-10
    0.2532,  # in-long
    -0.2567,  # out-short
)
TITLE = (
    0.1855,  # words
    -2.0367,  # one-word
    -1.7705,  # two-words
    1.1025,  # five-to-twelve
    -2.6406,  # from-twenty
    -2.7594,  # stop
    -2.2081,  # colon
    -1.2263,  # bullet
    -2.8186,  # bar
    0.0962,  # capitals
    -2.6296,  # upper
    2.2916,  # known
    1.1661,  # often
    -7.6286,  # kinds-density
    -0.1317,  # odds
    -0.1844,  # odds-up
    -0.3599,  # odds-down
    -0.0187,  # prose-below
    -0.3074,  # short-below
    -0.2156,  # words-before
    -0.3476,  # no-words-before
    -0.1223,  # to-first
    0.0960,  # from-top
    0.7965,  # first
    1.5754,  # blank
    1.6721,  # begins
    -1.2495,  # began
    3.9704,  # no-title
)
