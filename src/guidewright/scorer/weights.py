"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.3916
WEIGHTS = (
    1.2617,  # commas
    2.1131,  # tab
    0.5895,  # known
    -0.6007,  # again
    -3.7168,  # kinds-density
    -0.4005,  # cue
    0.1550,  # words-before
    0.2144,  # words-after
    -1.5459,  # above-first
    -0.4954,  # below-last
    -0.0650,  # to-first
    -0.0094,  # from-last
    0.0381,  # from-top
    0.0387,  # from-bottom
    -0.3618,  # long-up-6
    0.1515,  # long-down-6
    -5.8160,  # kinds-density-up-6
    -0.0915,  # kinds-density-down-6
    0.5836,  # known-up-6
    0.5391,  # known-down-6
    0.2369,  # long-up-15
    -0.7790,  # long-down-15
    0.8377,  # kinds-density-up-15
    0.2931,  # kinds-density-down-15
    0.3979,  # known-up-15
    1.3977,  # known-down-15
    -0.4837,  # block-first
    -0.4417,  # block-last
    0.0231,  # block-alone
    -0.3337,  # block-lines
    -0.3878,  # block-longest
    0.2932,  # block-shortest
    0.6963,  # block-bullets
    0.5581,  # block-stops
    0.1817,  # above-longest
    -0.3098,  # above-lines
    0.1677,  # below-longest
    -0.4170,  # below-lines
    -0.4579,  # taken-above
    -1.0042,  # taken-below
    -0.4056,  # taken-up-6
    -0.4048,  # taken-down-6
    0.4931,  # size
    -0.2671,  # to-three
    -0.1010,  # to-eight
    -0.3654,  # to-fifteen
    0.1174,  # to-thirty
    0.6944,  # long
    0.2250,  # very-long
    0.1688,  # stop
    1.8738,  # colon
    0.0176,  # question
    -0.5428,  # exclaims
    -0.5911,  # no-stop
    0.8245,  # bullet
    -0.6975,  # page-lines
    -0.2747,  # page-words
    -0.6531,  # page-long
    -2.7720,  # page-kinds
    -0.4299,  # page-bullets
    -0.9734,  # page-gaps
    -1.2246,  # has-subscribe
    0.1485,  # has-networks
    -1.4759,  # has-share
    -0.9022,  # has-more
    -0.0125,  # has-related
    -0.4904,  # has-rights
    -0.9742,  # has-credit
    -0.8142,  # has-author
    -0.5915,  # has-offer
    -0.0696,  # has-advert
    -1.5480,  # has-disclaimer
    0.1121,  # has-meta
    -0.6069,  # has-thread
    -0.0447,  # has-consent
    0.1848,  # has-contact
    -0.0701,  # has-company
    -0.0895,  # has-media
    0.2336,  # has-navigation
    0.1358,  # has-price
    -0.0810,  # has-origin
    0.1896,  # has-month
    -0.2385,  # has-depicts
)
MEANS = (
    0.0310,
    0.0242,
    0.5364,
    0.1871,
    0.0484,
    0.0323,
    5.5940,
    6.1617,
    0.1732,
    0.0968,
    2.6432,
    1.5261,
    13.8730,
    22.0232,
    0.1863,
    0.1879,
    0.0475,
    0.0484,
    0.5365,
    0.5289,
    0.1858,
    0.1867,
    0.0476,
    0.0493,
    0.5389,
    0.5253,
    0.0661,
    0.0661,
    0.3924,
    1.2012,
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
    0.1594,
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
    7.7866,
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
    0.0602,
    0.0088,
    0.0435,
    0.0672,
)
AFTER = (
    -0.0284,  # surely
    0.6703,  # surely-a-line
    -0.0231,  # outside
    -0.0217,  # outside-weighed
    -0.0415,  # outside-a-word
    -0.1305,  # lines
    -0.0633,  # words
    -2.2427,  # share
    2.3708,  # nothing
    -0.4440,  # good
    -1.2727,  # good-a-line
    0.0500,  # bad
    -0.6684,  # bad-a-line
    -0.7132,  # cues-a-line
    -0.2793,  # out
    -0.2271,  # in
    -0.0414,  # out-next
    0.3520,  # in-next
    -0.2878,  # out-3
    0.4251,  # in-3
    1.1040,  # in-stop
    0.2186,  # in-size
    0.1985,  # out-size
    0.9047,  # gap
    0.0697,  # out-cue
    -0.5024,  # step-6
    0.1376,  # long-step-10
    2.5984,  # kinds-step-10
    0.3620,  # in-long
    0.3602,  # out-short
)
BEFORE = (
    -0.0143,  # surely
    -0.0924,  # surely-a-line
    -0.0060,  # outside
    -0.0104,  # outside-weighed
    -0.1963,  # outside-a-word
    -0.3228,  # lines
    -0.3187,  # words
    -1.8565,  # share
    -0.1638,  # nothing
    -0.6119,  # good
    -2.9062,  # good-a-line
    -0.1589,  # bad
    -1.8391,  # bad-a-line
    -5.4346,  # cues-a-line
    -0.3281,  # out
    0.1669,  # in
    -0.1884,  # out-next
    0.2863,  # in-next
    -0.1812,  # out-3
    0.2592,  # in-3
    1.0459,  # in-stop
    -0.1255,  # in-size
    -0.1137,  # out-size
    1.2684,  # gap
    0.5147,  # out-cue
    -0.1726,  # step-6
    -1.4417,  # long-step-10
    2.5977,  # kinds-step-10
    0.2530,  # in-long
    -0.2566,  # out-short
)
TITLE = (
    0.1856,  # words
    -2.0359,  # one-word
    -1.7706,  # two-words
    1.1025,  # five-to-twelve
    -2.6412,  # from-twenty
    -2.7596,  # stop
    -2.2085,  # colon
    -1.2267,  # bullet
    -2.8188,  # bar
    0.0963,  # capitals
    -2.6300,  # upper
    2.2913,  # known
    1.1660,  # often
    -7.6277,  # kinds-density
    -0.1315,  # odds
    -0.1843,  # odds-up
    -0.3599,  # odds-down
    -0.0189,  # prose-below
    -0.3075,  # short-below
    -0.2157,  # words-before
    -0.3472,  # no-words-before
    -0.1223,  # to-first
    0.0961,  # from-top
    0.7967,  # first
    1.5756,  # blank
    1.6719,  # begins
    -1.2498,  # began
    3.9705,  # no-title
)
