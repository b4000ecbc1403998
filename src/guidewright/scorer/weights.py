"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4113
WEIGHTS = (
    1.2454,  # commas
    2.1084,  # tab
    0.5995,  # known
    -0.6018,  # again
    -3.7431,  # kinds-density
    -0.3987,  # cue
    0.1549,  # words-before
    0.2129,  # words-after
    -1.5466,  # above-first
    -0.5044,  # below-last
    -0.0648,  # to-first
    -0.0094,  # from-last
    0.0391,  # from-top
    0.0393,  # from-bottom
    -0.3358,  # long-up-6
    0.1707,  # long-down-6
    -5.9951,  # kinds-density-up-6
    -0.0744,  # kinds-density-down-6
    0.5940,  # known-up-6
    0.5363,  # known-down-6
    0.2208,  # long-up-15
    -0.8069,  # long-down-15
    1.1413,  # kinds-density-up-15
    0.2938,  # kinds-density-down-15
    0.3676,  # known-up-15
    1.4156,  # known-down-15
    -0.4685,  # block-first
    -0.4318,  # block-last
    0.0126,  # block-alone
    -0.3351,  # block-lines
    -0.3917,  # block-longest
    0.2941,  # block-shortest
    0.6894,  # block-bullets
    0.5742,  # block-stops
    0.1840,  # above-longest
    -0.3127,  # above-lines
    0.1694,  # below-longest
    -0.4188,  # below-lines
    -0.4551,  # taken-above
    -0.9971,  # taken-below
    -0.4083,  # taken-up-6
    -0.4118,  # taken-down-6
    0.4922,  # size
    -0.2674,  # to-three
    -0.0972,  # to-eight
    -0.3588,  # to-fifteen
    0.1120,  # to-thirty
    0.6888,  # long
    0.2261,  # very-long
    0.1754,  # stop
    1.8827,  # colon
    0.0016,  # question
    -0.5444,  # exclaims
    -0.5895,  # no-stop
    0.8198,  # bullet
    -0.7038,  # page-lines
    -0.2747,  # page-words
    -0.6615,  # page-long
    -2.9283,  # page-kinds
    -0.4197,  # page-bullets
    -0.9658,  # page-gaps
    -1.2209,  # has-subscribe
    0.1542,  # has-networks
    -1.4813,  # has-share
    -0.9051,  # has-more
    -0.0138,  # has-related
    -0.4963,  # has-rights
    -0.9767,  # has-credit
    -0.8143,  # has-author
    -0.5937,  # has-offer
    -0.0706,  # has-advert
    -1.5484,  # has-disclaimer
    0.1152,  # has-meta
    -0.6075,  # has-thread
    -0.0471,  # has-consent
    0.1845,  # has-contact
    -0.0722,  # has-company
    -0.0886,  # has-media
    0.2330,  # has-navigation
    0.1347,  # has-price
    -0.0832,  # has-origin
    0.1915,  # has-month
    -0.2417,  # has-depicts
)
MEANS = (
    0.0310,
    0.0242,
    0.5364,
    0.1871,
    0.0484,
    0.0323,
    5.5938,
    6.1605,
    0.1732,
    0.0970,
    2.6438,
    1.5275,
    13.8728,
    22.0226,
    0.1864,
    0.1879,
    0.0475,
    0.0484,
    0.5365,
    0.5288,
    0.1858,
    0.1866,
    0.0476,
    0.0493,
    0.5389,
    0.5253,
    0.0660,
    0.0660,
    0.3924,
    1.2013,
    1.9050,
    1.4615,
    0.2628,
    0.2792,
    1.7178,
    0.6635,
    1.7736,
    0.6889,
    0.0292,
    0.0280,
    0.1597,
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
    0.1043,
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
    0.6660,  # surely-a-line
    -0.0231,  # outside
    -0.0216,  # outside-weighed
    -0.0545,  # outside-a-word
    -0.1330,  # lines
    -0.0604,  # words
    -2.2070,  # share
    2.3652,  # nothing
    -0.4426,  # good
    -1.2428,  # good-a-line
    0.0470,  # bad
    -0.7013,  # bad-a-line
    -0.6575,  # cues-a-line
    -0.2726,  # out
    -0.2262,  # in
    -0.0425,  # out-next
    0.3518,  # in-next
    -0.2953,  # out-3
    0.4265,  # in-3
    1.0972,  # in-stop
    0.2196,  # in-size
    0.1982,  # out-size
    0.9099,  # gap
    0.0575,  # out-cue
    -0.4936,  # step-6
    0.1255,  # long-step-10
    2.6180,  # kinds-step-10
    0.3602,  # in-long
    0.3626,  # out-short
)
BEFORE = (
    -0.0145,  # surely
    -0.1069,  # surely-a-line
    -0.0062,  # outside
    -0.0104,  # outside-weighed
    -0.1989,  # outside-a-word
    -0.3272,  # lines
    -0.3149,  # words
    -1.8627,  # share
    -0.1534,  # nothing
    -0.6086,  # good
    -2.9024,  # good-a-line
    -0.1595,  # bad
    -1.8641,  # bad-a-line
    -5.4426,  # cues-a-line
    -0.3308,  # out
    0.1631,  # in
    -0.1856,  # out-next
    0.2886,  # in-next
    -0.1788,  # out-3
    0.2603,  # in-3
    1.0537,  # in-stop
    -0.1215,  # in-size
    -0.1079,  # out-size
    1.2741,  # gap
    0.5129,  # out-cue
    -0.1715,  # step-6
    -1.4430,  # long-step-10
    2.5328,  # kinds-step-10
    0.2444,  # in-long
    -0.2424,  # out-short
)
TITLE = (
    0.2230,  # words
    -1.9555,  # one-word
    -1.6451,  # two-words
    1.1819,  # five-to-twelve
    -2.6221,  # from-twenty
    -2.7371,  # stop
    -2.1803,  # colon
    -1.2635,  # bullet
    -2.8359,  # bar
    0.1418,  # capitals
    -2.5497,  # upper
    2.2571,  # known
    1.1924,  # often
    -7.5308,  # kinds-density
    -0.1125,  # odds
    -0.1601,  # odds-up
    -0.3513,  # odds-down
    -0.0957,  # prose-below
    -0.3167,  # short-below
    -0.2222,  # words-before
    -0.3822,  # no-words-before
    -0.1136,  # to-first
    0.1188,  # from-top
    0.8151,  # first
    1.4627,  # blank
    1.6621,  # begins
    -1.3617,  # began
    4.0964,  # no-title
)
