"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4217
WEIGHTS = (
    1.3439,  # commas
    2.1528,  # tab
    0.6023,  # known
    -0.5947,  # again
    -3.7351,  # kinds-density
    -0.4032,  # cue
    0.1512,  # words-before
    0.2165,  # words-after
    -1.5531,  # above-first
    -0.4766,  # below-last
    -0.0665,  # to-first
    -0.0096,  # from-last
    0.0374,  # from-top
    0.0383,  # from-bottom
    -0.3476,  # long-up-6
    0.1678,  # long-down-6
    -5.8250,  # kinds-density-up-6
    -0.3797,  # kinds-density-down-6
    0.5953,  # known-up-6
    0.5610,  # known-down-6
    0.2236,  # long-up-15
    -0.7436,  # long-down-15
    0.8438,  # kinds-density-up-15
    0.4293,  # kinds-density-down-15
    0.4359,  # known-up-15
    1.3897,  # known-down-15
    -0.4828,  # block-first
    -0.4437,  # block-last
    0.0087,  # block-alone
    -0.3335,  # block-lines
    -0.4012,  # block-longest
    0.3184,  # block-shortest
    0.7206,  # block-bullets
    0.5672,  # block-stops
    0.1816,  # above-longest
    -0.3113,  # above-lines
    0.1523,  # below-longest
    -0.3750,  # below-lines
    -0.4768,  # taken-above
    -1.0152,  # taken-below
    -0.4136,  # taken-up-6
    -0.3889,  # taken-down-6
    0.4975,  # size
    -0.2569,  # to-three
    -0.1025,  # to-eight
    -0.3626,  # to-fifteen
    0.0982,  # to-thirty
    0.6936,  # long
    0.2137,  # very-long
    0.1566,  # stop
    1.8848,  # colon
    0.0119,  # question
    -0.5433,  # exclaims
    -0.5899,  # no-stop
    0.8323,  # bullet
    -0.6925,  # page-lines
    -0.2848,  # page-words
    -0.6512,  # page-long
    -2.9698,  # page-kinds
    -0.4530,  # page-bullets
    -0.9661,  # page-gaps
    -1.2784,  # has-subscribe
    0.1595,  # has-networks
    -1.4998,  # has-share
    -0.8961,  # has-more
    -0.0090,  # has-related
    -0.4924,  # has-rights
    -0.9961,  # has-credit
    -0.8136,  # has-author
    -0.6174,  # has-offer
    -0.0696,  # has-advert
    -1.5699,  # has-disclaimer
    0.1113,  # has-meta
    -0.4737,  # has-thread
    -0.0452,  # has-consent
    0.1806,  # has-contact
    -0.0716,  # has-company
    -0.0994,  # has-media
    0.2195,  # has-navigation
    0.1168,  # has-price
    -0.1245,  # has-origin
    0.1676,  # has-month
    -0.2342,  # has-depicts
)
MEANS = (
    0.0315,
    0.0247,
    0.5128,
    0.1760,
    0.0481,
    0.0331,
    5.5086,
    6.0839,
    0.1743,
    0.0957,
    2.5875,
    1.4397,
    13.7647,
    21.7289,
    0.1858,
    0.1871,
    0.0470,
    0.0481,
    0.5130,
    0.5050,
    0.1854,
    0.1857,
    0.0471,
    0.0492,
    0.5156,
    0.5015,
    0.0675,
    0.0675,
    0.3903,
    1.1939,
    1.9079,
    1.4605,
    0.2599,
    0.2810,
    1.7219,
    0.6610,
    1.7803,
    0.6854,
    0.0308,
    0.0292,
    0.1651,
    0.1628,
    2.2171,
    0.3201,
    0.2462,
    0.1311,
    0.1135,
    0.1891,
    0.0513,
    0.3921,
    0.0339,
    0.0279,
    0.0095,
    0.1055,
    0.3245,
    5.0376,
    7.6971,
    0.1891,
    0.0481,
    0.3245,
    0.4438,
    0.0112,
    0.0118,
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
    0.1144,
    0.0583,
    0.0092,
    0.0462,
    0.0643,
)
AFTER = (
    -0.0333,  # surely
    0.8326,  # surely-a-line
    -0.0266,  # outside
    -0.0230,  # outside-weighed
    -0.1256,  # outside-a-word
    -0.1375,  # lines
    -0.0708,  # words
    -2.2298,  # share
    2.0943,  # nothing
    -0.4571,  # good
    -0.9156,  # good-a-line
    0.0844,  # bad
    -0.9639,  # bad-a-line
    -0.3227,  # cues-a-line
    -0.2532,  # out
    -0.1528,  # in
    -0.0578,  # out-next
    0.2770,  # in-next
    -0.2641,  # out-3
    0.4012,  # in-3
    0.9451,  # in-stop
    0.2166,  # in-size
    0.2211,  # out-size
    0.7939,  # gap
    -0.0817,  # out-cue
    -0.5906,  # step-6
    0.2968,  # long-step-10
    1.6474,  # kinds-step-10
    0.3449,  # in-long
    0.4536,  # out-short
)
BEFORE = (
    -0.0152,  # surely
    -0.1747,  # surely-a-line
    -0.0073,  # outside
    -0.0108,  # outside-weighed
    -0.2363,  # outside-a-word
    -0.2043,  # lines
    -0.2312,  # words
    -2.1915,  # share
    0.2126,  # nothing
    -0.6042,  # good
    -2.4460,  # good-a-line
    -0.0934,  # bad
    -1.4593,  # bad-a-line
    -3.8363,  # cues-a-line
    -0.3334,  # out
    0.1388,  # in
    -0.2335,  # out-next
    0.2266,  # in-next
    -0.1885,  # out-3
    0.1723,  # in-3
    0.8773,  # in-stop
    -0.0645,  # in-size
    -0.0381,  # out-size
    1.1965,  # gap
    0.5193,  # out-cue
    -0.0333,  # step-6
    -1.4221,  # long-step-10
    1.3707,  # kinds-step-10
    0.6136,  # in-long
    -0.2564,  # out-short
)
TITLE = (
    0.3768,  # words
    -1.9215,  # one-word
    -1.6932,  # two-words
    1.0761,  # five-to-twelve
    -2.9025,  # from-twenty
    -2.9483,  # stop
    -2.3050,  # colon
    -1.2909,  # bullet
    -3.0026,  # bar
    -0.0818,  # capitals
    -2.5943,  # upper
    2.2927,  # known
    0.9930,  # often
    -7.6187,  # kinds-density
    -0.0866,  # odds
    -0.1833,  # odds-up
    -0.3494,  # odds-down
    -0.0301,  # prose-below
    -0.2117,  # short-below
    -0.2215,  # words-before
    -0.3491,  # no-words-before
    -0.1339,  # to-first
    0.0934,  # from-top
    0.7905,  # first
    1.6005,  # blank
    1.6053,  # begins
    -1.4980,  # began
    3.8538,  # no-title
)
