"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.3697
WEIGHTS = (
    1.3592,  # commas
    2.1478,  # tab
    0.6127,  # known
    -0.5889,  # again
    -3.7593,  # kinds-density
    -0.3953,  # cue
    0.1508,  # words-before
    0.2109,  # words-after
    -1.5397,  # above-first
    -0.4738,  # below-last
    -0.0663,  # to-first
    -0.0095,  # from-last
    0.0369,  # from-top
    0.0388,  # from-bottom
    -0.3382,  # long-up-6
    0.1625,  # long-down-6
    -5.9684,  # kinds-density-up-6
    -0.3601,  # kinds-density-down-6
    0.6006,  # known-up-6
    0.5556,  # known-down-6
    0.2380,  # long-up-15
    -0.7608,  # long-down-15
    1.0145,  # kinds-density-up-15
    0.2672,  # kinds-density-down-15
    0.4824,  # known-up-15
    1.4225,  # known-down-15
    -0.4853,  # block-first
    -0.4482,  # block-last
    0.0182,  # block-alone
    -0.3317,  # block-lines
    -0.3868,  # block-longest
    0.2901,  # block-shortest
    0.6833,  # block-bullets
    0.5598,  # block-stops
    0.1815,  # above-longest
    -0.2994,  # above-lines
    0.1717,  # below-longest
    -0.4067,  # below-lines
    -0.4675,  # taken-above
    -0.9853,  # taken-below
    -0.4077,  # taken-up-6
    -0.3954,  # taken-down-6
    0.5058,  # size
    -0.2542,  # to-three
    -0.1019,  # to-eight
    -0.3610,  # to-fifteen
    0.0902,  # to-thirty
    0.6937,  # long
    0.2269,  # very-long
    0.1617,  # stop
    1.8983,  # colon
    0.0051,  # question
    -0.5391,  # exclaims
    -0.5879,  # no-stop
    0.8551,  # bullet
    -0.6875,  # page-lines
    -0.2891,  # page-words
    -0.6434,  # page-long
    -2.9839,  # page-kinds
    -0.4313,  # page-bullets
    -0.9673,  # page-gaps
    -1.2713,  # has-subscribe
    0.1214,  # has-networks
    -1.4975,  # has-share
    -0.8996,  # has-more
    0.0017,  # has-related
    -0.5389,  # has-rights
    -0.9816,  # has-credit
    -0.8158,  # has-author
    -0.6036,  # has-offer
    -0.0595,  # has-advert
    -1.5644,  # has-disclaimer
    0.0998,  # has-meta
    -0.4964,  # has-thread
    -0.0936,  # has-consent
    0.1939,  # has-contact
    -0.0608,  # has-company
    -0.0827,  # has-media
    0.2252,  # has-navigation
    0.1250,  # has-price
    -0.1299,  # has-origin
    0.1684,  # has-month
    -0.2272,  # has-depicts
)
MEANS = (
    0.0314,
    0.0246,
    0.5121,
    0.1747,
    0.0483,
    0.0337,
    5.5166,
    6.0821,
    0.1723,
    0.0954,
    2.5591,
    1.4388,
    13.7683,
    21.7383,
    0.1856,
    0.1868,
    0.0471,
    0.0483,
    0.5124,
    0.5043,
    0.1853,
    0.1854,
    0.0472,
    0.0495,
    0.5150,
    0.5008,
    0.0676,
    0.0676,
    0.3913,
    1.1916,
    1.9083,
    1.4636,
    0.2592,
    0.2812,
    1.7233,
    0.6606,
    1.7807,
    0.6852,
    0.0302,
    0.0288,
    0.1625,
    0.1599,
    2.2181,
    0.3194,
    0.2467,
    0.1313,
    0.1138,
    0.1888,
    0.0511,
    0.3923,
    0.0339,
    0.0279,
    0.0096,
    0.1055,
    0.3236,
    5.0366,
    7.6963,
    0.1888,
    0.0483,
    0.3236,
    0.4452,
    0.0112,
    0.0116,
    0.0027,
    0.0229,
    0.0163,
    0.0058,
    0.0197,
    0.0214,
    0.0335,
    0.0388,
    0.0075,
    0.0626,
    0.0054,
    0.0153,
    0.0189,
    0.0247,
    0.0312,
    0.1140,
    0.0582,
    0.0092,
    0.0465,
    0.0641,
)
AFTER = (
    -0.0298,  # surely
    0.8403,  # surely-a-line
    -0.0246,  # outside
    -0.0230,  # outside-weighed
    -0.1009,  # outside-a-word
    -0.0882,  # lines
    -0.1113,  # words
    -2.1233,  # share
    2.1084,  # nothing
    -0.4554,  # good
    -0.4275,  # good-a-line
    0.0391,  # bad
    -0.8583,  # bad-a-line
    -0.3330,  # cues-a-line
    -0.2327,  # out
    -0.1681,  # in
    -0.0449,  # out-next
    0.2796,  # in-next
    -0.2491,  # out-3
    0.3951,  # in-3
    0.9870,  # in-stop
    0.2399,  # in-size
    0.2259,  # out-size
    0.7603,  # gap
    -0.1599,  # out-cue
    -0.6460,  # step-6
    0.2718,  # long-step-10
    2.0163,  # kinds-step-10
    0.3251,  # in-long
    0.4086,  # out-short
)
BEFORE = (
    -0.0144,  # surely
    -0.2083,  # surely-a-line
    -0.0063,  # outside
    -0.0105,  # outside-weighed
    -0.2644,  # outside-a-word
    -0.1792,  # lines
    -0.2188,  # words
    -2.1200,  # share
    0.2139,  # nothing
    -0.6143,  # good
    -3.5013,  # good-a-line
    -0.0788,  # bad
    -1.7033,  # bad-a-line
    -3.7997,  # cues-a-line
    -0.3481,  # out
    0.1443,  # in
    -0.2387,  # out-next
    0.2131,  # in-next
    -0.1774,  # out-3
    0.1694,  # in-3
    0.8708,  # in-stop
    -0.0516,  # in-size
    -0.0428,  # out-size
    1.2068,  # gap
    0.5289,  # out-cue
    -0.0409,  # step-6
    -1.5020,  # long-step-10
    1.5613,  # kinds-step-10
    0.5670,  # in-long
    -0.2872,  # out-short
)
TITLE = (
    0.4045,  # words
    -1.9214,  # one-word
    -1.7088,  # two-words
    1.0676,  # five-to-twelve
    -2.8638,  # from-twenty
    -2.9406,  # stop
    -2.2874,  # colon
    -1.2752,  # bullet
    -2.9949,  # bar
    -0.0819,  # capitals
    -2.5872,  # upper
    2.2924,  # known
    0.9752,  # often
    -7.8917,  # kinds-density
    -0.1025,  # odds
    -0.1538,  # odds-up
    -0.3556,  # odds-down
    0.0006,  # prose-below
    -0.2157,  # short-below
    -0.2091,  # words-before
    -0.4059,  # no-words-before
    -0.1317,  # to-first
    0.0868,  # from-top
    0.8406,  # first
    1.6258,  # blank
    1.6514,  # begins
    -1.5232,  # began
    3.8519,  # no-title
)
