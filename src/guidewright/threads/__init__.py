"""Comment threads: where one is on a page, and what its lines are.

A thread is a state, not a property of a line: name, date, body, and again, to the end of the page. Four things give it
away: *stamps* (lines that say who wrote when) that return in one form, *buttons* ("Reply") that return, *names* alone
on their lines with all that is said set in below them, and *cues* ("12 Comments", "Leave a Reply"). A cue needs what
follows it to look like a thread or its furniture; the others suffice as they are.

An article line lost matters more than a comment kept. What looks like a thread and is none: an interview (two names
in turn), a chronicle (dates without names), a glossary (set in, but nobody speaks), a programme (places and times).

Data, and the only files to change for another system of comments or another language:

    systems.py    what systems write around comments: buttons, cues, forms, notices
    languages.py  the words of each language: months, verbs of saying, how long ago

What a line is:

    times.py      when something was written
    stamps.py     who wrote when
    buttons.py    "Reply", "Like · Share", "Show 3 replies"
    names.py      what may be somebody's name, or who somebody is
    cues.py       "12 Comments", and the form below them; and which of them begins a thread

What a page's lines make:

    prose.py      how much is said between lines
    stamped.py    whether stamps or buttons make a thread
    unstamped.py  whether names alone do, or numbers of posts
    inline.py     who, when and what in one line
    profiles.py   names with who somebody is below them: Facebook's plug-in
    bounds.py     the first and the last line of a thread

The rules are in `guidewright.rules.thread`; a removed thread is read by `guidewright.comments.parse`.
"""
