"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4114
WEIGHTS = (
    1.3484,  # commas
    2.1515,  # tab
    0.6022,  # known
    -0.5965,  # again
    -3.7304,  # kinds-density
    -0.4048,  # cue
    0.1487,  # words-before
    0.2167,  # words-after
    -1.5521,  # above-first
    -0.4761,  # below-last
    -0.0669,  # to-first
    -0.0096,  # from-last
    0.0381,  # from-top
    0.0382,  # from-bottom
    -0.3469,  # long-up-6
    0.1675,  # long-down-6
    -5.8995,  # kinds-density-up-6
    -0.3359,  # kinds-density-down-6
    0.6021,  # known-up-6
    0.5621,  # known-down-6
    0.2265,  # long-up-15
    -0.7425,  # long-down-15
    0.8516,  # kinds-density-up-15
    0.4044,  # kinds-density-down-15
    0.4288,  # known-up-15
    1.3852,  # known-down-15
    -0.4801,  # block-first
    -0.4420,  # block-last
    0.0082,  # block-alone
    -0.3332,  # block-lines
    -0.4026,  # block-longest
    0.3199,  # block-shortest
    0.7204,  # block-bullets
    0.5676,  # block-stops
    0.1814,  # above-longest
    -0.3118,  # above-lines
    0.1522,  # below-longest
    -0.3761,  # below-lines
    -0.4797,  # taken-above
    -1.0137,  # taken-below
    -0.4028,  # taken-up-6
    -0.3972,  # taken-down-6
    0.4969,  # size
    -0.2577,  # to-three
    -0.1024,  # to-eight
    -0.3628,  # to-fifteen
    0.0985,  # to-thirty
    0.6936,  # long
    0.2126,  # very-long
    0.1564,  # stop
    1.8853,  # colon
    0.0139,  # question
    -0.5441,  # exclaims
    -0.5898,  # no-stop
    0.8300,  # bullet
    -0.6901,  # page-lines
    -0.2838,  # page-words
    -0.6495,  # page-long
    -2.8721,  # page-kinds
    -0.4543,  # page-bullets
    -0.9668,  # page-gaps
    -1.2782,  # has-subscribe
    0.1597,  # has-networks
    -1.5018,  # has-share
    -0.8969,  # has-more
    -0.0088,  # has-related
    -0.4913,  # has-rights
    -0.9966,  # has-credit
    -0.8122,  # has-author
    -0.6180,  # has-offer
    -0.0698,  # has-advert
    -1.5709,  # has-disclaimer
    0.1144,  # has-meta
    -0.4741,  # has-thread
    -0.0458,  # has-consent
    0.1796,  # has-contact
    -0.0714,  # has-company
    -0.0984,  # has-media
    0.2196,  # has-navigation
    0.1155,  # has-price
    -0.1244,  # has-origin
    0.1703,  # has-month
    -0.2350,  # has-depicts
)
MEANS = (
    0.0313,
    0.0248,
    0.5132,
    0.1762,
    0.0479,
    0.0332,
    5.5148,
    6.0831,
    0.1733,
    0.0958,
    2.5682,
    1.4416,
    13.7630,
    21.7244,
    0.1861,
    0.1874,
    0.0468,
    0.0479,
    0.5134,
    0.5053,
    0.1857,
    0.1859,
    0.0469,
    0.0491,
    0.5159,
    0.5018,
    0.0674,
    0.0674,
    0.3906,
    1.1931,
    1.9073,
    1.4610,
    0.2601,
    0.2813,
    1.7213,
    0.6608,
    1.7783,
    0.6852,
    0.0315,
    0.0300,
    0.1699,
    0.1670,
    2.2178,
    0.3198,
    0.2460,
    0.1312,
    0.1136,
    0.1894,
    0.0514,
    0.3927,
    0.0340,
    0.0279,
    0.0095,
    0.1055,
    0.3248,
    5.0366,
    7.6972,
    0.1894,
    0.0479,
    0.3248,
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
    0.0618,
    0.0048,
    0.0151,
    0.0189,
    0.0248,
    0.0312,
    0.1145,
    0.0584,
    0.0092,
    0.0453,
    0.0644,
)
AFTER = (
    -0.0333,  # surely
    0.8350,  # surely-a-line
    -0.0266,  # outside
    -0.0229,  # outside-weighed
    -0.1111,  # outside-a-word
    -0.1356,  # lines
    -0.0730,  # words
    -2.1955,  # share
    2.0978,  # nothing
    -0.4623,  # good
    -1.0509,  # good-a-line
    0.0801,  # bad
    -0.8707,  # bad-a-line
    -0.3473,  # cues-a-line
    -0.2528,  # out
    -0.1544,  # in
    -0.0578,  # out-next
    0.2760,  # in-next
    -0.2604,  # out-3
    0.4009,  # in-3
    0.9497,  # in-stop
    0.2198,  # in-size
    0.2215,  # out-size
    0.7994,  # gap
    -0.0800,  # out-cue
    -0.5876,  # step-6
    0.2872,  # long-step-10
    1.6467,  # kinds-step-10
    0.3416,  # in-long
    0.4546,  # out-short
)
BEFORE = (
    -0.0148,  # surely
    -0.1657,  # surely-a-line
    -0.0070,  # outside
    -0.0107,  # outside-weighed
    -0.2194,  # outside-a-word
    -0.2077,  # lines
    -0.2331,  # words
    -2.2199,  # share
    0.2136,  # nothing
    -0.5819,  # good
    -2.3758,  # good-a-line
    -0.0801,  # bad
    -1.4864,  # bad-a-line
    -3.5795,  # cues-a-line
    -0.3553,  # out
    0.1613,  # in
    -0.2090,  # out-next
    0.2233,  # in-next
    -0.2280,  # out-3
    0.1773,  # in-3
    0.8378,  # in-stop
    -0.0573,  # in-size
    -0.0320,  # out-size
    1.1823,  # gap
    0.3926,  # out-cue
    -0.0301,  # step-6
    -1.4628,  # long-step-10
    0.6700,  # kinds-step-10
    0.5710,  # in-long
    -0.2614,  # out-short
)
TITLE = (
    0.3558,  # words
    -1.9620,  # one-word
    -1.7284,  # two-words
    1.0723,  # five-to-twelve
    -2.8141,  # from-twenty
    -2.9010,  # stop
    -2.2438,  # colon
    -1.2706,  # bullet
    -3.0098,  # bar
    -0.0783,  # capitals
    -2.5704,  # upper
    2.3108,  # known
    0.9832,  # often
    -7.5799,  # kinds-density
    -0.1327,  # odds
    -0.1788,  # odds-up
    -0.3178,  # odds-down
    -0.0311,  # prose-below
    -0.2060,  # short-below
    -0.2208,  # words-before
    -0.3869,  # no-words-before
    -0.1367,  # to-first
    0.0845,  # from-top
    0.7818,  # first
    1.5793,  # blank
    1.5559,  # begins
    -1.4549,  # began
    3.8043,  # no-title
)
