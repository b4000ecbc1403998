"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4187
WEIGHTS = (
    1.3595,  # commas
    2.1506,  # tab
    0.6024,  # known
    -0.5963,  # again
    -3.7273,  # kinds-density
    -0.4045,  # cue
    0.1495,  # words-before
    0.2164,  # words-after
    -1.5566,  # above-first
    -0.4730,  # below-last
    -0.0667,  # to-first
    -0.0100,  # from-last
    0.0380,  # from-top
    0.0377,  # from-bottom
    -0.3454,  # long-up-6
    0.1744,  # long-down-6
    -5.8521,  # kinds-density-up-6
    -0.3272,  # kinds-density-down-6
    0.5896,  # known-up-6
    0.5596,  # known-down-6
    0.2217,  # long-up-15
    -0.7481,  # long-down-15
    0.8152,  # kinds-density-up-15
    0.2581,  # kinds-density-down-15
    0.4319,  # known-up-15
    1.3919,  # known-down-15
    -0.4787,  # block-first
    -0.4446,  # block-last
    0.0090,  # block-alone
    -0.3333,  # block-lines
    -0.4021,  # block-longest
    0.3189,  # block-shortest
    0.7206,  # block-bullets
    0.5694,  # block-stops
    0.1815,  # above-longest
    -0.3092,  # above-lines
    0.1528,  # below-longest
    -0.3728,  # below-lines
    -0.4696,  # taken-above
    -1.0213,  # taken-below
    -0.4099,  # taken-up-6
    -0.3854,  # taken-down-6
    0.4966,  # size
    -0.2591,  # to-three
    -0.1022,  # to-eight
    -0.3634,  # to-fifteen
    0.0994,  # to-thirty
    0.6951,  # long
    0.2099,  # very-long
    0.1570,  # stop
    1.8830,  # colon
    0.0144,  # question
    -0.5435,  # exclaims
    -0.5889,  # no-stop
    0.8299,  # bullet
    -0.6909,  # page-lines
    -0.2824,  # page-words
    -0.6578,  # page-long
    -2.8163,  # page-kinds
    -0.4543,  # page-bullets
    -0.9723,  # page-gaps
    -1.2800,  # has-subscribe
    0.1607,  # has-networks
    -1.5025,  # has-share
    -0.8981,  # has-more
    -0.0102,  # has-related
    -0.4907,  # has-rights
    -0.9970,  # has-credit
    -0.8157,  # has-author
    -0.6163,  # has-offer
    -0.0703,  # has-advert
    -1.5734,  # has-disclaimer
    0.1115,  # has-meta
    -0.4736,  # has-thread
    -0.0463,  # has-consent
    0.1818,  # has-contact
    -0.0699,  # has-company
    -0.0986,  # has-media
    0.2180,  # has-navigation
    0.1171,  # has-price
    -0.1244,  # has-origin
    0.1697,  # has-month
    -0.2353,  # has-depicts
)
MEANS = (
    0.0313,
    0.0248,
    0.5133,
    0.1762,
    0.0479,
    0.0332,
    5.5150,
    6.0839,
    0.1732,
    0.0957,
    2.5683,
    1.4408,
    13.7626,
    21.7235,
    0.1861,
    0.1874,
    0.0467,
    0.0479,
    0.5135,
    0.5054,
    0.1857,
    0.1859,
    0.0468,
    0.0491,
    0.5160,
    0.5019,
    0.0673,
    0.0673,
    0.3907,
    1.1930,
    1.9072,
    1.4609,
    0.2602,
    0.2813,
    1.7210,
    0.6608,
    1.7776,
    0.6853,
    0.0316,
    0.0301,
    0.1702,
    0.1673,
    2.2179,
    0.3199,
    0.2459,
    0.1312,
    0.1136,
    0.1894,
    0.0514,
    0.3927,
    0.0340,
    0.0279,
    0.0095,
    0.1055,
    0.3249,
    5.0367,
    7.6973,
    0.1894,
    0.0479,
    0.3249,
    0.4439,
    0.0112,
    0.0118,
    0.0027,
    0.0229,
    0.0162,
    0.0055,
    0.0197,
    0.0213,
    0.0335,
    0.0389,
    0.0074,
    0.0617,
    0.0048,
    0.0151,
    0.0188,
    0.0248,
    0.0312,
    0.1146,
    0.0584,
    0.0092,
    0.0452,
    0.0644,
)
AFTER = (
    -0.0334,  # surely
    0.8005,  # surely-a-line
    -0.0266,  # outside
    -0.0229,  # outside-weighed
    -0.1109,  # outside-a-word
    -0.1372,  # lines
    -0.0719,  # words
    -2.1540,  # share
    2.1077,  # nothing
    -0.4712,  # good
    -1.0578,  # good-a-line
    0.0671,  # bad
    -0.9799,  # bad-a-line
    0.0305,  # cues-a-line
    -0.2814,  # out
    -0.1431,  # in
    -0.0715,  # out-next
    0.2787,  # in-next
    -0.2297,  # out-3
    0.4006,  # in-3
    0.9528,  # in-stop
    0.2238,  # in-size
    0.2225,  # out-size
    0.7845,  # gap
    -0.1730,  # out-cue
    -0.5809,  # step-6
    0.2738,  # long-step-10
    1.6355,  # kinds-step-10
    0.3241,  # in-long
    0.4799,  # out-short
)
BEFORE = (
    -0.0149,  # surely
    -0.1601,  # surely-a-line
    -0.0070,  # outside
    -0.0107,  # outside-weighed
    -0.2189,  # outside-a-word
    -0.1995,  # lines
    -0.2282,  # words
    -2.2458,  # share
    0.2668,  # nothing
    -0.5837,  # good
    -2.4260,  # good-a-line
    -0.0911,  # bad
    -1.4629,  # bad-a-line
    -3.6296,  # cues-a-line
    -0.3565,  # out
    0.1596,  # in
    -0.1925,  # out-next
    0.2283,  # in-next
    -0.2382,  # out-3
    0.1669,  # in-3
    0.8396,  # in-stop
    -0.0599,  # in-size
    -0.0198,  # out-size
    1.1869,  # gap
    0.3767,  # out-cue
    -0.0335,  # step-6
    -1.3948,  # long-step-10
    0.9739,  # kinds-step-10
    0.5901,  # in-long
    -0.2566,  # out-short
)
TITLE = (
    0.3550,  # words
    -1.9676,  # one-word
    -1.7325,  # two-words
    1.0724,  # five-to-twelve
    -2.8109,  # from-twenty
    -2.9001,  # stop
    -2.2403,  # colon
    -1.2634,  # bullet
    -3.0087,  # bar
    -0.0804,  # capitals
    -2.5688,  # upper
    2.3155,  # known
    0.9809,  # often
    -7.5650,  # kinds-density
    -0.1351,  # odds
    -0.1775,  # odds-up
    -0.3154,  # odds-down
    -0.0281,  # prose-below
    -0.1895,  # short-below
    -0.2215,  # words-before
    -0.3865,  # no-words-before
    -0.1372,  # to-first
    0.0850,  # from-top
    0.7857,  # first
    1.5773,  # blank
    1.5647,  # begins
    -1.4418,  # began
    3.8208,  # no-title
)
