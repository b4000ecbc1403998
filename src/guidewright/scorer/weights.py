"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 2.4842
WEIGHTS = (
    1.2262,  # commas
    2.0345,  # tab
    0.6089,  # known
    -0.6175,  # again
    -3.6500,  # kinds-density
    -0.4168,  # cue
    0.1578,  # words-before
    0.2189,  # words-after
    -1.4414,  # above-first
    -0.3771,  # below-last
    -0.0632,  # to-first
    -0.0052,  # from-last
    0.0495,  # from-top
    0.0429,  # from-bottom
    -0.3491,  # long-up-6
    0.1873,  # long-down-6
    -6.0099,  # kinds-density-up-6
    0.1487,  # kinds-density-down-6
    0.6061,  # known-up-6
    0.6002,  # known-down-6
    0.2470,  # long-up-15
    -0.8212,  # long-down-15
    0.8872,  # kinds-density-up-15
    0.2458,  # kinds-density-down-15
    0.3330,  # known-up-15
    1.3352,  # known-down-15
    -0.4805,  # block-first
    -0.4449,  # block-last
    -0.0122,  # block-alone
    -0.3447,  # block-lines
    -0.3828,  # block-longest
    0.3012,  # block-shortest
    0.7167,  # block-bullets
    0.5511,  # block-stops
    0.1764,  # above-longest
    -0.3472,  # above-lines
    0.1604,  # below-longest
    -0.4346,  # below-lines
    -0.5089,  # taken-above
    -1.0397,  # taken-below
    -0.3725,  # taken-up-6
    -0.4741,  # taken-down-6
    0.4771,  # size
    -0.2779,  # to-three
    -0.1094,  # to-eight
    -0.3535,  # to-fifteen
    0.1438,  # to-thirty
    0.6740,  # long
    0.2543,  # very-long
    0.1884,  # stop
    1.8607,  # colon
    -0.0196,  # question
    -0.5640,  # exclaims
    -0.5774,  # no-stop
    0.7365,  # bullet
    -0.7903,  # page-lines
    -0.2362,  # page-words
    -0.9003,  # page-long
    -3.1275,  # page-kinds
    -0.4505,  # page-bullets
    -0.9592,  # page-gaps
    -1.2249,  # has-subscribe
    0.1915,  # has-networks
    -1.1698,  # has-share
    -0.9028,  # has-more
    -0.0518,  # has-related
    -0.5001,  # has-rights
    -0.9576,  # has-credit
    -0.7289,  # has-author
    -0.5794,  # has-offer
    -0.0572,  # has-advert
    -1.6236,  # has-disclaimer
    0.1165,  # has-meta
    -0.5828,  # has-thread
    -0.0304,  # has-consent
    0.1760,  # has-contact
    -0.0660,  # has-company
    -0.0806,  # has-media
    0.2454,  # has-navigation
    0.1073,  # has-price
    -0.0462,  # has-origin
    0.1980,  # has-month
    -0.2993,  # has-depicts
)
MEANS = (
    0.0311,
    0.0250,
    0.5806,
    0.2069,
    0.0480,
    0.0322,
    5.8162,
    6.4158,
    0.1671,
    0.0790,
    2.7463,
    1.3783,
    14.1866,
    22.8239,
    0.1924,
    0.1948,
    0.0473,
    0.0479,
    0.5803,
    0.5744,
    0.1917,
    0.1946,
    0.0475,
    0.0487,
    0.5823,
    0.5713,
    0.0641,
    0.0641,
    0.3877,
    1.2257,
    1.9054,
    1.4558,
    0.2700,
    0.2768,
    1.7151,
    0.6724,
    1.7690,
    0.7002,
    0.0260,
    0.0252,
    0.1472,
    0.1429,
    2.2178,
    0.3255,
    0.2478,
    0.1239,
    0.1072,
    0.1955,
    0.0572,
    0.3860,
    0.0374,
    0.0268,
    0.0111,
    0.0997,
    0.3428,
    5.3313,
    8.0079,
    0.1955,
    0.0480,
    0.3428,
    0.4410,
    0.0105,
    0.0120,
    0.0019,
    0.0259,
    0.0184,
    0.0047,
    0.0210,
    0.0219,
    0.0336,
    0.0432,
    0.0079,
    0.0545,
    0.0030,
    0.0174,
    0.0193,
    0.0295,
    0.0323,
    0.1185,
    0.0643,
    0.0089,
    0.0341,
    0.0647,
)
AFTER = (
    -0.0265,  # surely
    0.5860,  # surely-a-line
    -0.0223,  # outside
    -0.0224,  # outside-weighed
    0.1764,  # outside-a-word
    -0.2936,  # lines
    0.0405,  # words
    -2.1750,  # share
    4.1281,  # nothing
    -0.5896,  # good
    -1.1983,  # good-a-line
    0.2442,  # bad
    0.0635,  # bad-a-line
    -1.0611,  # cues-a-line
    -0.4290,  # out
    -0.1957,  # in
    0.1392,  # out-next
    0.3596,  # in-next
    -0.4132,  # out-3
    0.3449,  # in-3
    0.9843,  # in-stop
    0.2719,  # in-size
    0.3803,  # out-size
    1.3119,  # gap
    -0.0476,  # out-cue
    -0.3755,  # step-6
    0.1144,  # long-step-10
    3.1951,  # kinds-step-10
    0.1712,  # in-long
    0.7082,  # out-short
)
BEFORE = (
    -0.0211,  # surely
    0.0554,  # surely-a-line
    -0.0111,  # outside
    -0.0134,  # outside-weighed
    -0.1982,  # outside-a-word
    -0.3928,  # lines
    -0.4335,  # words
    -1.0687,  # share
    -0.2729,  # nothing
    -0.6794,  # good
    -4.1855,  # good-a-line
    -0.1178,  # bad
    -1.8581,  # bad-a-line
    -5.2553,  # cues-a-line
    -0.1894,  # out
    0.1143,  # in
    -0.1527,  # out-next
    0.2101,  # in-next
    -0.2249,  # out-3
    0.2711,  # in-3
    0.8678,  # in-stop
    -0.1024,  # in-size
    -0.0443,  # out-size
    1.6122,  # gap
    0.2525,  # out-cue
    -0.2400,  # step-6
    -1.3540,  # long-step-10
    2.8180,  # kinds-step-10
    -0.0898,  # in-long
    -0.1142,  # out-short
)
