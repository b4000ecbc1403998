"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 1.3731
WEIGHTS = (
    1.1701,  # commas
    2.0268,  # tab
    0.5746,  # known
    -0.6386,  # again
    -3.7568,  # kinds-density
    -0.4370,  # cue
    0.1532,  # words-before
    0.2241,  # words-after
    -1.3946,  # above-first
    -0.2941,  # below-last
    -0.0660,  # to-first
    -0.0050,  # from-last
    0.0525,  # from-top
    0.0469,  # from-bottom
    -0.3469,  # long-up-6
    0.1751,  # long-down-6
    -6.0651,  # kinds-density-up-6
    0.3023,  # kinds-density-down-6
    0.6615,  # known-up-6
    0.8092,  # known-down-6
    0.3900,  # long-up-15
    -0.7512,  # long-down-15
    0.9836,  # kinds-density-up-15
    -0.1980,  # kinds-density-down-15
    0.5158,  # known-up-15
    1.1233,  # known-down-15
    -0.4851,  # block-first
    -0.4493,  # block-last
    -0.0145,  # block-alone
    -0.3448,  # block-lines
    -0.3788,  # block-longest
    0.3096,  # block-shortest
    0.7305,  # block-bullets
    0.5473,  # block-stops
    0.1806,  # above-longest
    -0.3486,  # above-lines
    0.1618,  # below-longest
    -0.4446,  # below-lines
    -0.5098,  # taken-above
    -1.0541,  # taken-below
    -0.3542,  # taken-up-6
    -0.4647,  # taken-down-6
    0.4774,  # size
    -0.2821,  # to-three
    -0.1196,  # to-eight
    -0.3439,  # to-fifteen
    0.1754,  # to-thirty
    0.6672,  # long
    0.2241,  # very-long
    0.1877,  # stop
    1.8720,  # colon
    0.0298,  # question
    -0.5314,  # exclaims
    -0.5959,  # no-stop
    0.7454,  # bullet
    -0.7526,  # page-lines
    -0.1409,  # page-words
    -0.7874,  # page-long
    -3.4239,  # page-kinds
    -0.4309,  # page-bullets
    -1.0159,  # page-gaps
    -1.2704,  # has-subscribe
    0.1585,  # has-networks
    -1.1386,  # has-share
    -0.9029,  # has-more
    -0.0473,  # has-related
    -0.5651,  # has-rights
    -0.9374,  # has-credit
    -0.7684,  # has-author
    -0.5474,  # has-offer
    -0.0436,  # has-advert
    -1.6085,  # has-disclaimer
    0.0752,  # has-meta
    -0.6180,  # has-thread
    0.0314,  # has-consent
    0.2060,  # has-contact
    -0.0394,  # has-company
    -0.0939,  # has-media
    0.2715,  # has-navigation
    0.1650,  # has-price
    -0.0329,  # has-origin
    0.1768,  # has-month
    -0.2640,  # has-depicts
)
MEANS = (
    0.0311,
    0.0249,
    0.5356,
    0.2077,
    0.0480,
    0.0323,
    5.8171,
    6.4067,
    0.1669,
    0.0795,
    2.7421,
    1.3977,
    14.1878,
    22.8272,
    0.1921,
    0.1945,
    0.0473,
    0.0479,
    0.5350,
    0.5300,
    0.1913,
    0.1942,
    0.0474,
    0.0486,
    0.5369,
    0.5273,
    0.0641,
    0.0641,
    0.3871,
    1.2288,
    1.9060,
    1.4540,
    0.2695,
    0.2765,
    1.7163,
    0.6742,
    1.7689,
    0.7016,
    0.0257,
    0.0249,
    0.1457,
    0.1412,
    2.2159,
    0.3261,
    0.2483,
    0.1235,
    0.1069,
    0.1952,
    0.0571,
    0.3855,
    0.0373,
    0.0268,
    0.0111,
    0.0993,
    0.3421,
    5.3344,
    8.0089,
    0.1952,
    0.0480,
    0.3421,
    0.4405,
    0.0105,
    0.0120,
    0.0019,
    0.0259,
    0.0184,
    0.0047,
    0.0210,
    0.0220,
    0.0335,
    0.0430,
    0.0079,
    0.0543,
    0.0029,
    0.0174,
    0.0192,
    0.0295,
    0.0322,
    0.1183,
    0.0640,
    0.0089,
    0.0341,
    0.0648,
)
AFTER = (
    -0.0329,  # outside
    -0.3239,  # lines
    0.1877,  # words
    -1.9077,  # share
    3.6421,  # nothing
    -0.5575,  # good
    -1.3048,  # good-a-line
    0.2089,  # bad
    -1.0421,  # bad-a-line
    -1.2058,  # cues-a-line
    -0.3095,  # out
    -0.0371,  # in
    1.0234,  # in-stop
    0.1985,  # in-size
    0.2124,  # out-size
    1.5250,  # gap
    0.1307,  # out-cue
    -0.6882,  # step-6
    -0.2759,  # long-step-10
    3.5248,  # kinds-step-10
    0.1758,  # in-long
    0.5711,  # out-short
)
BEFORE = (
    -0.0185,  # outside
    -0.3728,  # lines
    -0.4085,  # words
    -1.3984,  # share
    0.0427,  # nothing
    -0.8047,  # good
    -4.8010,  # good-a-line
    -0.0056,  # bad
    -2.0097,  # bad-a-line
    -4.3715,  # cues-a-line
    -0.2269,  # out
    0.1583,  # in
    0.8718,  # in-stop
    -0.1028,  # in-size
    0.0168,  # out-size
    1.7873,  # gap
    0.1941,  # out-cue
    -0.6657,  # step-6
    -1.6138,  # long-step-10
    2.8382,  # kinds-step-10
    -0.0562,  # in-long
    0.0200,  # out-short
)
