"""How the numbers of `signals.py`, `layout.py`, `ends.py` and `title.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark)
and from our own (bench/pages).
"""

BIAS = 2.4256
WEIGHTS = (
    1.3427,  # commas
    2.1529,  # tab
    0.6019,  # known
    -0.5945,  # again
    -3.7365,  # kinds-density
    -0.4031,  # cue
    0.1512,  # words-before
    0.2166,  # words-after
    -1.5539,  # above-first
    -0.4761,  # below-last
    -0.0665,  # to-first
    -0.0097,  # from-last
    0.0374,  # from-top
    0.0383,  # from-bottom
    -0.3474,  # long-up-6
    0.1674,  # long-down-6
    -5.8219,  # kinds-density-up-6
    -0.3837,  # kinds-density-down-6
    0.5951,  # known-up-6
    0.5610,  # known-down-6
    0.2224,  # long-up-15
    -0.7433,  # long-down-15
    0.8396,  # kinds-density-up-15
    0.4296,  # kinds-density-down-15
    0.4355,  # known-up-15
    1.3896,  # known-down-15
    -0.4825,  # block-first
    -0.4435,  # block-last
    0.0093,  # block-alone
    -0.3335,  # block-lines
    -0.4013,  # block-longest
    0.3184,  # block-shortest
    0.7206,  # block-bullets
    0.5678,  # block-stops
    0.1817,  # above-longest
    -0.3113,  # above-lines
    0.1525,  # below-longest
    -0.3750,  # below-lines
    -0.4757,  # taken-above
    -1.0179,  # taken-below
    -0.4147,  # taken-up-6
    -0.3859,  # taken-down-6
    0.4975,  # size
    -0.2570,  # to-three
    -0.1026,  # to-eight
    -0.3626,  # to-fifteen
    0.0979,  # to-thirty
    0.6936,  # long
    0.2141,  # very-long
    0.1566,  # stop
    1.8847,  # colon
    0.0113,  # question
    -0.5433,  # exclaims
    -0.5898,  # no-stop
    0.8323,  # bullet
    -0.6913,  # page-lines
    -0.2860,  # page-words
    -0.6485,  # page-long
    -2.9585,  # page-kinds
    -0.4509,  # page-bullets
    -0.9678,  # page-gaps
    -1.2788,  # has-subscribe
    0.1605,  # has-networks
    -1.4999,  # has-share
    -0.8963,  # has-more
    -0.0091,  # has-related
    -0.4929,  # has-rights
    -0.9963,  # has-credit
    -0.8128,  # has-author
    -0.6175,  # has-offer
    -0.0698,  # has-advert
    -1.5701,  # has-disclaimer
    0.1118,  # has-meta
    -0.4739,  # has-thread
    -0.0453,  # has-consent
    0.1800,  # has-contact
    -0.0719,  # has-company
    -0.0997,  # has-media
    0.2197,  # has-navigation
    0.1168,  # has-price
    -0.1245,  # has-origin
    0.1680,  # has-month
    -0.2341,  # has-depicts
)
MEANS = (
    0.0315,
    0.0247,
    0.5130,
    0.1756,
    0.0481,
    0.0330,
    5.5091,
    6.0840,
    0.1744,
    0.0958,
    2.5893,
    1.4413,
    13.7638,
    21.7268,
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
    1.1938,
    1.9083,
    1.4612,
    0.2596,
    0.2810,
    1.7226,
    0.6609,
    1.7803,
    0.6853,
    0.0307,
    0.0292,
    0.1646,
    0.1622,
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
    -0.0307,  # surely
    0.8563,  # surely-a-line
    -0.0252,  # outside
    -0.0229,  # outside-weighed
    -0.1206,  # outside-a-word
    -0.1389,  # lines
    -0.0774,  # words
    -2.3676,  # share
    2.0660,  # nothing
    -0.4476,  # good
    -0.8762,  # good-a-line
    0.0658,  # bad
    -0.9618,  # bad-a-line
    -0.2457,  # cues-a-line
    -0.2538,  # out
    -0.1594,  # in
    -0.0588,  # out-next
    0.2760,  # in-next
    -0.2569,  # out-3
    0.4085,  # in-3
    0.9383,  # in-stop
    0.2188,  # in-size
    0.2188,  # out-size
    0.7936,  # gap
    -0.1170,  # out-cue
    -0.6069,  # step-6
    0.3095,  # long-step-10
    1.6761,  # kinds-step-10
    0.3545,  # in-long
    0.4510,  # out-short
)
BEFORE = (
    -0.0153,  # surely
    -0.1770,  # surely-a-line
    -0.0073,  # outside
    -0.0108,  # outside-weighed
    -0.2351,  # outside-a-word
    -0.2022,  # lines
    -0.2315,  # words
    -2.1863,  # share
    0.2128,  # nothing
    -0.6036,  # good
    -2.4529,  # good-a-line
    -0.0919,  # bad
    -1.4541,  # bad-a-line
    -3.8259,  # cues-a-line
    -0.3340,  # out
    0.1383,  # in
    -0.2341,  # out-next
    0.2268,  # in-next
    -0.1878,  # out-3
    0.1721,  # in-3
    0.8800,  # in-stop
    -0.0640,  # in-size
    -0.0395,  # out-size
    1.1969,  # gap
    0.5171,  # out-cue
    -0.0315,  # step-6
    -1.4212,  # long-step-10
    1.3843,  # kinds-step-10
    0.6142,  # in-long
    -0.2585,  # out-short
)
TITLE = (
    0.3787,  # words
    -1.9195,  # one-word
    -1.6898,  # two-words
    1.0791,  # five-to-twelve
    -2.9017,  # from-twenty
    -2.9476,  # stop
    -2.3067,  # colon
    -1.2892,  # bullet
    -3.0033,  # bar
    -0.0813,  # capitals
    -2.5928,  # upper
    2.2896,  # known
    0.9942,  # often
    -7.6250,  # kinds-density
    -0.0872,  # odds
    -0.1826,  # odds-up
    -0.3503,  # odds-down
    -0.0278,  # prose-below
    -0.2088,  # short-below
    -0.2219,  # words-before
    -0.3515,  # no-words-before
    -0.1340,  # to-first
    0.0930,  # from-top
    0.7943,  # first
    1.5990,  # blank
    1.6054,  # begins
    -1.4939,  # began
    3.8578,  # no-title
)
