"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4203
WEIGHTS = (
    1.3582,  # commas
    2.1506,  # tab
    0.6029,  # known
    -0.5963,  # again
    -3.7271,  # kinds-density
    -0.4041,  # cue
    0.1495,  # words-before
    0.2165,  # words-after
    -1.5568,  # above-first
    -0.4730,  # below-last
    -0.0667,  # to-first
    -0.0100,  # from-last
    0.0380,  # from-top
    0.0377,  # from-bottom
    -0.3447,  # long-up-6
    0.1743,  # long-down-6
    -5.8298,  # kinds-density-up-6
    -0.3330,  # kinds-density-down-6
    0.5893,  # known-up-6
    0.5595,  # known-down-6
    0.2216,  # long-up-15
    -0.7479,  # long-down-15
    0.8023,  # kinds-density-up-15
    0.2530,  # kinds-density-down-15
    0.4314,  # known-up-15
    1.3918,  # known-down-15
    -0.4806,  # block-first
    -0.4457,  # block-last
    0.0090,  # block-alone
    -0.3333,  # block-lines
    -0.4016,  # block-longest
    0.3186,  # block-shortest
    0.7211,  # block-bullets
    0.5691,  # block-stops
    0.1811,  # above-longest
    -0.3089,  # above-lines
    0.1530,  # below-longest
    -0.3725,  # below-lines
    -0.4712,  # taken-above
    -1.0206,  # taken-below
    -0.4113,  # taken-up-6
    -0.3842,  # taken-down-6
    0.4965,  # size
    -0.2591,  # to-three
    -0.1022,  # to-eight
    -0.3633,  # to-fifteen
    0.0997,  # to-thirty
    0.6949,  # long
    0.2095,  # very-long
    0.1573,  # stop
    1.8830,  # colon
    0.0140,  # question
    -0.5431,  # exclaims
    -0.5891,  # no-stop
    0.8299,  # bullet
    -0.6909,  # page-lines
    -0.2824,  # page-words
    -0.6592,  # page-long
    -2.8138,  # page-kinds
    -0.4546,  # page-bullets
    -0.9726,  # page-gaps
    -1.2802,  # has-subscribe
    0.1611,  # has-networks
    -1.5023,  # has-share
    -0.8981,  # has-more
    -0.0105,  # has-related
    -0.4913,  # has-rights
    -0.9972,  # has-credit
    -0.8138,  # has-author
    -0.6169,  # has-offer
    -0.0704,  # has-advert
    -1.5739,  # has-disclaimer
    0.1110,  # has-meta
    -0.4756,  # has-thread
    -0.0463,  # has-consent
    0.1809,  # has-contact
    -0.0700,  # has-company
    -0.0986,  # has-media
    0.2177,  # has-navigation
    0.1172,  # has-price
    -0.1243,  # has-origin
    0.1713,  # has-month
    -0.2350,  # has-depicts
)
MEANS = (
    0.0313,
    0.0248,
    0.5133,
    0.1762,
    0.0478,
    0.0332,
    5.5150,
    6.0839,
    0.1732,
    0.0956,
    2.5682,
    1.4406,
    13.7625,
    21.7233,
    0.1861,
    0.1874,
    0.0467,
    0.0479,
    0.5135,
    0.5054,
    0.1857,
    0.1859,
    0.0468,
    0.0490,
    0.5160,
    0.5019,
    0.0673,
    0.0673,
    0.3907,
    1.1929,
    1.9071,
    1.4611,
    0.2602,
    0.2813,
    1.7212,
    0.6608,
    1.7775,
    0.6853,
    0.0316,
    0.0301,
    0.1704,
    0.1675,
    2.2179,
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
    0.3249,
    5.0367,
    7.6973,
    0.1894,
    0.0478,
    0.3249,
    0.4439,
    0.0112,
    0.0118,
    0.0027,
    0.0229,
    0.0162,
    0.0055,
    0.0197,
    0.0212,
    0.0335,
    0.0389,
    0.0074,
    0.0617,
    0.0048,
    0.0151,
    0.0188,
    0.0248,
    0.0313,
    0.1146,
    0.0584,
    0.0092,
    0.0452,
    0.0644,
)
AFTER = (
    -0.0334,  # surely
    0.8008,  # surely-a-line
    -0.0266,  # outside
    -0.0229,  # outside-weighed
    -0.1190,  # outside-a-word
    -0.1341,  # lines
    -0.0744,  # words
    -2.1476,  # share
    2.0958,  # nothing
    -0.4691,  # good
    -1.0120,  # good-a-line
    0.0637,  # bad
    -1.0085,  # bad-a-line
    0.0372,  # cues-a-line
    -0.2703,  # out
    -0.1460,  # in
    -0.0687,  # out-next
    0.2767,  # in-next
    -0.2383,  # out-3
    0.4012,  # in-3
    0.9489,  # in-stop
    0.2249,  # in-size
    0.2238,  # out-size
    0.8138,  # gap
    -0.1595,  # out-cue
    -0.5833,  # step-6
    0.2829,  # long-step-10
    1.5358,  # kinds-step-10
    0.3258,  # in-long
    0.4729,  # out-short
)
BEFORE = (
    -0.0149,  # surely
    -0.1644,  # surely-a-line
    -0.0070,  # outside
    -0.0107,  # outside-weighed
    -0.2182,  # outside-a-word
    -0.1995,  # lines
    -0.2275,  # words
    -2.2443,  # share
    0.2602,  # nothing
    -0.5842,  # good
    -2.4333,  # good-a-line
    -0.0906,  # bad
    -1.4657,  # bad-a-line
    -3.6267,  # cues-a-line
    -0.3565,  # out
    0.1556,  # in
    -0.1922,  # out-next
    0.2277,  # in-next
    -0.2383,  # out-3
    0.1698,  # in-3
    0.8372,  # in-stop
    -0.0586,  # in-size
    -0.0205,  # out-size
    1.1907,  # gap
    0.3776,  # out-cue
    -0.0339,  # step-6
    -1.3880,  # long-step-10
    0.9223,  # kinds-step-10
    0.5937,  # in-long
    -0.2611,  # out-short
)
TITLE = (
    0.3551,  # words
    -1.9663,  # one-word
    -1.7342,  # two-words
    1.0728,  # five-to-twelve
    -2.8143,  # from-twenty
    -2.9007,  # stop
    -2.2443,  # colon
    -1.2669,  # bullet
    -3.0101,  # bar
    -0.0790,  # capitals
    -2.5710,  # upper
    2.3161,  # known
    0.9809,  # often
    -7.5539,  # kinds-density
    -0.1328,  # odds
    -0.1773,  # odds-up
    -0.3163,  # odds-down
    -0.0289,  # prose-below
    -0.1912,  # short-below
    -0.2208,  # words-before
    -0.3861,  # no-words-before
    -0.1372,  # to-first
    0.0857,  # from-top
    0.7854,  # first
    1.5765,  # blank
    1.5698,  # begins
    -1.4514,  # began
    3.8218,  # no-title
)
