"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4115
WEIGHTS = (
    1.3407,  # commas
    2.1521,  # tab
    0.6009,  # known
    -0.5920,  # again
    -3.7413,  # kinds-density
    -0.3994,  # cue
    0.1515,  # words-before
    0.2150,  # words-after
    -1.5524,  # above-first
    -0.4765,  # below-last
    -0.0662,  # to-first
    -0.0095,  # from-last
    0.0374,  # from-top
    0.0384,  # from-bottom
    -0.3499,  # long-up-6
    0.1488,  # long-down-6
    -5.8558,  # kinds-density-up-6
    -0.3328,  # kinds-density-down-6
    0.5927,  # known-up-6
    0.5495,  # known-down-6
    0.2393,  # long-up-15
    -0.7559,  # long-down-15
    0.8686,  # kinds-density-up-15
    0.3405,  # kinds-density-down-15
    0.4339,  # known-up-15
    1.4125,  # known-down-15
    -0.4831,  # block-first
    -0.4435,  # block-last
    0.0280,  # block-alone
    -0.3336,  # block-lines
    -0.3892,  # block-longest
    0.2951,  # block-shortest
    0.6991,  # block-bullets
    0.5648,  # block-stops
    0.1804,  # above-longest
    -0.3094,  # above-lines
    0.1705,  # below-longest
    -0.4057,  # below-lines
    -0.4736,  # taken-above
    -1.0006,  # taken-below
    -0.4177,  # taken-up-6
    -0.3932,  # taken-down-6
    0.5019,  # size
    -0.2605,  # to-three
    -0.1052,  # to-eight
    -0.3626,  # to-fifteen
    0.1005,  # to-thirty
    0.7001,  # long
    0.2202,  # very-long
    0.1628,  # stop
    1.8940,  # colon
    0.0062,  # question
    -0.5426,  # exclaims
    -0.5904,  # no-stop
    0.8549,  # bullet
    -0.6883,  # page-lines
    -0.2882,  # page-words
    -0.6487,  # page-long
    -2.9445,  # page-kinds
    -0.4477,  # page-bullets
    -0.9661,  # page-gaps
    -1.2812,  # has-subscribe
    0.1564,  # has-networks
    -1.5020,  # has-share
    -0.8978,  # has-more
    -0.0099,  # has-related
    -0.4988,  # has-rights
    -0.9867,  # has-credit
    -0.8130,  # has-author
    -0.6152,  # has-offer
    -0.0686,  # has-advert
    -1.5626,  # has-disclaimer
    0.1100,  # has-meta
    -0.4768,  # has-thread
    -0.0492,  # has-consent
    0.1870,  # has-contact
    -0.0736,  # has-company
    -0.0999,  # has-media
    0.2220,  # has-navigation
    0.1199,  # has-price
    -0.1258,  # has-origin
    0.1683,  # has-month
    -0.2360,  # has-depicts
)
MEANS = (
    0.0315,
    0.0247,
    0.5130,
    0.1756,
    0.0481,
    0.0330,
    5.5090,
    6.0840,
    0.1744,
    0.0958,
    2.5894,
    1.4413,
    13.7638,
    21.7267,
    0.1859,
    0.1872,
    0.0470,
    0.0481,
    0.5132,
    0.5051,
    0.1855,
    0.1857,
    0.0471,
    0.0492,
    0.5157,
    0.5016,
    0.0674,
    0.0674,
    0.3904,
    1.1937,
    1.9081,
    1.4614,
    0.2596,
    0.2810,
    1.7225,
    0.6609,
    1.7800,
    0.6853,
    0.0307,
    0.0292,
    0.1647,
    0.1623,
    2.2181,
    0.3197,
    0.2463,
    0.1312,
    0.1135,
    0.1892,
    0.0513,
    0.3923,
    0.0339,
    0.0279,
    0.0095,
    0.1056,
    0.3243,
    5.0377,
    7.6979,
    0.1892,
    0.0481,
    0.3243,
    0.4439,
    0.0112,
    0.0116,
    0.0027,
    0.0228,
    0.0162,
    0.0055,
    0.0197,
    0.0214,
    0.0335,
    0.0389,
    0.0074,
    0.0624,
    0.0048,
    0.0151,
    0.0189,
    0.0248,
    0.0312,
    0.1145,
    0.0584,
    0.0092,
    0.0462,
    0.0643,
)
AFTER = (
    -0.0308,  # surely
    0.8421,  # surely-a-line
    -0.0251,  # outside
    -0.0226,  # outside-weighed
    -0.1188,  # outside-a-word
    -0.1380,  # lines
    -0.0752,  # words
    -2.3439,  # share
    2.0674,  # nothing
    -0.4510,  # good
    -0.9668,  # good-a-line
    0.0544,  # bad
    -0.9470,  # bad-a-line
    -0.2783,  # cues-a-line
    -0.2520,  # out
    -0.1595,  # in
    -0.0560,  # out-next
    0.2738,  # in-next
    -0.2548,  # out-3
    0.4096,  # in-3
    0.9351,  # in-stop
    0.2159,  # in-size
    0.2150,  # out-size
    0.7909,  # gap
    -0.0997,  # out-cue
    -0.6067,  # step-6
    0.3234,  # long-step-10
    1.6685,  # kinds-step-10
    0.3592,  # in-long
    0.4517,  # out-short
)
BEFORE = (
    -0.0156,  # surely
    -0.1865,  # surely-a-line
    -0.0073,  # outside
    -0.0110,  # outside-weighed
    -0.2430,  # outside-a-word
    -0.1937,  # lines
    -0.2333,  # words
    -2.2355,  # share
    0.2608,  # nothing
    -0.5764,  # good
    -2.4342,  # good-a-line
    -0.0863,  # bad
    -1.4663,  # bad-a-line
    -3.8231,  # cues-a-line
    -0.3352,  # out
    0.1428,  # in
    -0.2342,  # out-next
    0.2295,  # in-next
    -0.1943,  # out-3
    0.1670,  # in-3
    0.8686,  # in-stop
    -0.0520,  # in-size
    -0.0242,  # out-size
    1.1830,  # gap
    0.5104,  # out-cue
    -0.0207,  # step-6
    -1.4124,  # long-step-10
    1.5177,  # kinds-step-10
    0.5999,  # in-long
    -0.2580,  # out-short
)
TITLE = (
    0.3766,  # words
    -1.9236,  # one-word
    -1.6944,  # two-words
    1.0795,  # five-to-twelve
    -2.8906,  # from-twenty
    -2.9435,  # stop
    -2.2960,  # colon
    -1.2818,  # bullet
    -3.0019,  # bar
    -0.0817,  # capitals
    -2.5891,  # upper
    2.2888,  # known
    0.9970,  # often
    -7.6504,  # kinds-density
    -0.0943,  # odds
    -0.1792,  # odds-up
    -0.3482,  # odds-down
    -0.0260,  # prose-below
    -0.2096,  # short-below
    -0.2218,  # words-before
    -0.3553,  # no-words-before
    -0.1342,  # to-first
    0.0932,  # from-top
    0.7961,  # first
    1.5987,  # blank
    1.6038,  # begins
    -1.4821,  # began
    3.8560,  # no-title
)
