"""How the numbers of `signals.py`, `layout.py` and `ends.py` are weighed, and their means.

Made by bench/train_lines.py from 174 pages of the Web Content Extraction Benchmark
(M. Foley, 2026, CC BY 4.0, https://github.com/Murrough-Foley/web-content-extraction-benchmark).
"""

BIAS = 2.4837
WEIGHTS = (
    1.2002,  # commas
    2.0369,  # tab
    0.6088,  # known
    -0.6160,  # again
    -3.6353,  # kinds-density
    -0.4168,  # cue
    0.1578,  # words-before
    0.2195,  # words-after
    -1.4374,  # above-first
    -0.3775,  # below-last
    -0.0629,  # to-first
    -0.0055,  # from-last
    0.0498,  # from-top
    0.0427,  # from-bottom
    -0.3500,  # long-up-6
    0.1816,  # long-down-6
    -5.9882,  # kinds-density-up-6
    0.1275,  # kinds-density-down-6
    0.6080,  # known-up-6
    0.5984,  # known-down-6
    0.2592,  # long-up-15
    -0.8177,  # long-down-15
    0.9865,  # kinds-density-up-15
    0.2368,  # kinds-density-down-15
    0.3354,  # known-up-15
    1.3356,  # known-down-15
    -0.4863,  # block-first
    -0.4448,  # block-last
    -0.0074,  # block-alone
    -0.3446,  # block-lines
    -0.3828,  # block-longest
    0.3020,  # block-shortest
    0.7237,  # block-bullets
    0.5501,  # block-stops
    0.1746,  # above-longest
    -0.3484,  # above-lines
    0.1597,  # below-longest
    -0.4326,  # below-lines
    -0.5026,  # taken-above
    -1.0425,  # taken-below
    -0.3699,  # taken-up-6
    -0.4708,  # taken-down-6
    0.4760,  # size
    -0.2783,  # to-three
    -0.1092,  # to-eight
    -0.3557,  # to-fifteen
    0.1472,  # to-thirty
    0.6749,  # long
    0.2548,  # very-long
    0.1883,  # stop
    1.8605,  # colon
    -0.0100,  # question
    -0.5614,  # exclaims
    -0.5735,  # no-stop
    0.7398,  # bullet
    -0.7919,  # page-lines
    -0.2362,  # page-words
    -0.9069,  # page-long
    -3.1679,  # page-kinds
    -0.4510,  # page-bullets
    -0.9633,  # page-gaps
    -1.2271,  # has-subscribe
    0.1895,  # has-networks
    -1.1687,  # has-share
    -0.9043,  # has-more
    -0.0536,  # has-related
    -0.4992,  # has-rights
    -0.9609,  # has-credit
    -0.7309,  # has-author
    -0.5734,  # has-offer
    -0.0550,  # has-advert
    -1.6249,  # has-disclaimer
    0.1185,  # has-meta
    -0.5879,  # has-thread
    -0.0216,  # has-consent
    0.1766,  # has-contact
    -0.0650,  # has-company
    -0.0816,  # has-media
    0.2436,  # has-navigation
    0.1092,  # has-price
    -0.0370,  # has-origin
    0.1973,  # has-month
    -0.2921,  # has-depicts
)
MEANS = (
    0.0311,
    0.0249,
    0.5801,
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
    0.5798,
    0.5739,
    0.1913,
    0.1942,
    0.0474,
    0.0486,
    0.5818,
    0.5708,
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
    -0.0258,  # surely
    0.5514,  # surely-a-line
    -0.0220,  # outside
    -0.0224,  # outside-weighed
    0.1743,  # outside-a-word
    -0.2720,  # lines
    0.0055,  # words
    -2.1511,  # share
    3.9617,  # nothing
    -0.5798,  # good
    -1.2119,  # good-a-line
    0.2379,  # bad
    0.0532,  # bad-a-line
    -0.9738,  # cues-a-line
    -0.4288,  # out
    -0.1953,  # in
    0.1314,  # out-next
    0.3438,  # in-next
    -0.3890,  # out-3
    0.3603,  # in-3
    0.9696,  # in-stop
    0.2307,  # in-size
    0.3801,  # out-size
    1.2853,  # gap
    -0.0885,  # out-cue
    -0.3690,  # step-6
    0.1250,  # long-step-10
    2.8862,  # kinds-step-10
    0.2189,  # in-long
    0.6846,  # out-short
)
BEFORE = (
    -0.0204,  # surely
    -0.0109,  # surely-a-line
    -0.0107,  # outside
    -0.0133,  # outside-weighed
    -0.2108,  # outside-a-word
    -0.3924,  # lines
    -0.4237,  # words
    -1.0882,  # share
    -0.3111,  # nothing
    -0.6722,  # good
    -4.0968,  # good-a-line
    -0.1201,  # bad
    -2.1215,  # bad-a-line
    -4.9486,  # cues-a-line
    -0.1991,  # out
    0.1200,  # in
    -0.1473,  # out-next
    0.2111,  # in-next
    -0.2483,  # out-3
    0.2778,  # in-3
    0.8490,  # in-stop
    -0.0938,  # in-size
    -0.0451,  # out-size
    1.5999,  # gap
    0.2677,  # out-cue
    -0.2418,  # step-6
    -1.4630,  # long-step-10
    2.6124,  # kinds-step-10
    -0.1119,  # in-long
    -0.1328,  # out-short
)
