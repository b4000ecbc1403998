"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4244
WEIGHTS = (
    1.3425,  # commas
    2.1525,  # tab
    0.6019,  # known
    -0.5947,  # again
    -3.7335,  # kinds-density
    -0.4039,  # cue
    0.1511,  # words-before
    0.2164,  # words-after
    -1.5539,  # above-first
    -0.4777,  # below-last
    -0.0664,  # to-first
    -0.0097,  # from-last
    0.0374,  # from-top
    0.0382,  # from-bottom
    -0.3469,  # long-up-6
    0.1710,  # long-down-6
    -5.8219,  # kinds-density-up-6
    -0.3456,  # kinds-density-down-6
    0.5956,  # known-up-6
    0.5617,  # known-down-6
    0.2218,  # long-up-15
    -0.7455,  # long-down-15
    0.8384,  # kinds-density-up-15
    0.3761,  # kinds-density-down-15
    0.4355,  # known-up-15
    1.3910,  # known-down-15
    -0.4828,  # block-first
    -0.4439,  # block-last
    0.0094,  # block-alone
    -0.3331,  # block-lines
    -0.4014,  # block-longest
    0.3183,  # block-shortest
    0.7204,  # block-bullets
    0.5681,  # block-stops
    0.1819,  # above-longest
    -0.3116,  # above-lines
    0.1521,  # below-longest
    -0.3750,  # below-lines
    -0.4760,  # taken-above
    -1.0269,  # taken-below
    -0.4149,  # taken-up-6
    -0.3818,  # taken-down-6
    0.4975,  # size
    -0.2573,  # to-three
    -0.1025,  # to-eight
    -0.3625,  # to-fifteen
    0.0980,  # to-thirty
    0.6941,  # long
    0.2146,  # very-long
    0.1563,  # stop
    1.8848,  # colon
    0.0113,  # question
    -0.5437,  # exclaims
    -0.5901,  # no-stop
    0.8324,  # bullet
    -0.6912,  # page-lines
    -0.2858,  # page-words
    -0.6486,  # page-long
    -2.9467,  # page-kinds
    -0.4516,  # page-bullets
    -0.9667,  # page-gaps
    -1.2800,  # has-subscribe
    0.1615,  # has-networks
    -1.4864,  # has-share
    -0.8970,  # has-more
    -0.0054,  # has-related
    -0.4924,  # has-rights
    -0.9969,  # has-credit
    -0.8143,  # has-author
    -0.6179,  # has-offer
    -0.0704,  # has-advert
    -1.5714,  # has-disclaimer
    0.1110,  # has-meta
    -0.4738,  # has-thread
    -0.0451,  # has-consent
    0.1792,  # has-contact
    -0.0708,  # has-company
    -0.1000,  # has-media
    0.2190,  # has-navigation
    0.1168,  # has-price
    -0.1209,  # has-origin
    0.1675,  # has-month
    -0.2345,  # has-depicts
)
MEANS = (
    0.0315,
    0.0247,
    0.5129,
    0.1757,
    0.0481,
    0.0331,
    5.5098,
    6.0819,
    0.1744,
    0.0961,
    2.5885,
    1.4460,
    13.7643,
    21.7288,
    0.1859,
    0.1871,
    0.0470,
    0.0481,
    0.5132,
    0.5051,
    0.1855,
    0.1856,
    0.0471,
    0.0493,
    0.5157,
    0.5016,
    0.0674,
    0.0674,
    0.3905,
    1.1937,
    1.9080,
    1.4612,
    0.2596,
    0.2810,
    1.7225,
    0.6609,
    1.7801,
    0.6854,
    0.0307,
    0.0292,
    0.1650,
    0.1626,
    2.2178,
    0.3199,
    0.2462,
    0.1312,
    0.1135,
    0.1892,
    0.0513,
    0.3922,
    0.0339,
    0.0279,
    0.0095,
    0.1056,
    0.3242,
    5.0382,
    7.6981,
    0.1892,
    0.0481,
    0.3242,
    0.4440,
    0.0112,
    0.0117,
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
    -0.0307,  # surely
    0.8533,  # surely-a-line
    -0.0251,  # outside
    -0.0229,  # outside-weighed
    -0.1187,  # outside-a-word
    -0.1398,  # lines
    -0.0769,  # words
    -2.3701,  # share
    2.0633,  # nothing
    -0.4499,  # good
    -0.8786,  # good-a-line
    0.0663,  # bad
    -0.9587,  # bad-a-line
    -0.2378,  # cues-a-line
    -0.2540,  # out
    -0.1586,  # in
    -0.0587,  # out-next
    0.2775,  # in-next
    -0.2581,  # out-3
    0.4089,  # in-3
    0.9382,  # in-stop
    0.2187,  # in-size
    0.2166,  # out-size
    0.7928,  # gap
    -0.1207,  # out-cue
    -0.6059,  # step-6
    0.3128,  # long-step-10
    1.6774,  # kinds-step-10
    0.3534,  # in-long
    0.4477,  # out-short
)
BEFORE = (
    -0.0153,  # surely
    -0.1772,  # surely-a-line
    -0.0073,  # outside
    -0.0108,  # outside-weighed
    -0.2328,  # outside-a-word
    -0.2039,  # lines
    -0.2306,  # words
    -2.1821,  # share
    0.2185,  # nothing
    -0.6036,  # good
    -2.4483,  # good-a-line
    -0.0928,  # bad
    -1.4401,  # bad-a-line
    -3.8199,  # cues-a-line
    -0.3336,  # out
    0.1390,  # in
    -0.2346,  # out-next
    0.2264,  # in-next
    -0.1867,  # out-3
    0.1712,  # in-3
    0.8790,  # in-stop
    -0.0642,  # in-size
    -0.0375,  # out-size
    1.1966,  # gap
    0.5129,  # out-cue
    -0.0328,  # step-6
    -1.4270,  # long-step-10
    1.3648,  # kinds-step-10
    0.6125,  # in-long
    -0.2552,  # out-short
)
TITLE = (
    0.3779,  # words
    -1.9203,  # one-word
    -1.6901,  # two-words
    1.0787,  # five-to-twelve
    -2.9020,  # from-twenty
    -2.9472,  # stop
    -2.3066,  # colon
    -1.2895,  # bullet
    -3.0034,  # bar
    -0.0815,  # capitals
    -2.5932,  # upper
    2.2897,  # known
    0.9947,  # often
    -7.6230,  # kinds-density
    -0.0872,  # odds
    -0.1827,  # odds-up
    -0.3499,  # odds-down
    -0.0282,  # prose-below
    -0.2092,  # short-below
    -0.2217,  # words-before
    -0.3505,  # no-words-before
    -0.1340,  # to-first
    0.0934,  # from-top
    0.7942,  # first
    1.5989,  # blank
    1.6031,  # begins
    -1.4972,  # began
    3.8559,  # no-title
)
