"""What a web page has around its article, told by the elements' names, roles and classes.

A rule here looks at the elements that a reader names in `where.path`. An element that holds a third or more of what
the reader takes for the article is no boilerplate, whatever it is called: themes name the whole page `has-sidebar`. A
thread alone may be as long as an article, or longer, where there is an article beside it.
`not-main-content` stands last: it speaks where no name does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from guidewright.find import is_plain, once
from guidewright.model import SURE, Kind, Rule, Span, Stage
from guidewright.rules._help import names_help

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guidewright.model import Line, Page

# Names of elements, by kind: whole element names, then ids and classes as they stand, lower case.
_ELEMENTS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "button": "form",
    "select": "form",
    "option": "form",
    "textarea": "form",
    "form": "form",
    "fieldset": "form",
    "legend": "form",
    "dialog": "popup",
    "noscript": "hidden",
    "svg": "hidden",
    "object": "hidden",
}
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "tablist": "form",
    "dialog": "popup",
    "alertdialog": "popup",
}
# Ids and classes, whole. In the kinds of _BEGINNING anything may stand before, apart by a hyphen.
_NAMES = {
    "comments": (
        r"(?:(?:articles?|blog|entry|members?|news|page|public|readers?|stor(?:y|ies)|users?|view|visitors?)[-_])?comments?",
        (r"(?:(?:articles?|blog|entry|members?|news|page|public|readers?|stor(?:y|ies)|users?|view|visitors?)[-_])?comments?"
        r"[-_]?(?:area|block|body|box|container|content|count|form|holder|list|section|text|thread|wrap(?:per)?)"),
        r"(?:\w+[-_])?(?:commentaires?|comentarios?|kommentare?|komentarz[ey]?|commenti|reacties)(?:[-_]\w+)*",
        r"comment-?(?:respond|template|box)", "respond", r"disqus\w*", r"dsq-\w+", r"livefyre\w*", r"facebook-?comments",
        "fb-comments", r"intensedebate\w*", "topic-body", "crawler-post", "discourse-comments", r"hyvor\w*", r"cbox\w*",
        "post-?comments?", "wp-block-comments?", r"wp-block-post-comments?(?:-+[a-z0-9_]+)*", "reader-?comments", "giscus",
        "utterances", "commento", "remark42", r"coral-?talk\w*",
    ),
    "cookies": (
        (r"(?:cookies?(?:bar|banner|notice|consent|law|choices|policy)?|consent|gdpr|ccpa|onetrust|cookiebot|cookieyes|cky"
        r"|cc-window|tarteaucitron|iubenda|didomi)(?:[-_]+[a-z0-9]+)*"),
    ),
    "share": (
        (r"(?:share|sharing|share(?:bar|box|buttons?|links?|post|this|daddy|tools)|addtoany|addthis|sharedaddy|follow-us"
        r"|social(?:[-_]?(?:share|sharing|links?|media|icons?|buttons?|bar|nav))?)"
        r"(?:[-_](?:buttons?|links?|icons?|bar|top|bottom|wrap(?:per)?|container|list|box|tools|title|widget))*"),
        "sd-(?:sharing|block|title|content)", r"a2a_\w+", r"heateor\w*",
    ),
    "breadcrumbs": (r"\w*bread-?crumbs?(?:[-_]+[a-z0-9]+)*",),
    "newsletter": (
        (r"(?:newsletter|subscribe|subscription|sign-?up|mailchimp|mc_embed_signup|mc4wp|optin|opt-in|convertkit"
        r"|email-capture|mailing-?list|followbyemail|ml-embedded|hs-form)(?:[-_]+[a-z0-9]+)*"),
    ),
    "related": (
        (r"(?:related|recommended|recommendations|you-may-(?:also-)?like|read-?(?:next|more)|popular-?posts|recent-?posts"
        r"|more-(?:posts|articles|stories|from|reading|news)|latest-?(?:posts|news|articles)|trending|jp-relatedposts|yarpp"
        r"|most-?(?:read|viewed|popular|shared|commented|watched|recent)|top-?(?:stories|news)|editors?-?picks?|next-?up"
        r"|(?:more|elsewhere|around|from)-?(?:on|in|across)?-?(?:the-)?(?:web|site|network)|other-?(?:news|stories|articles|posts)"
        r"|outbrain|taboola|zergnet|up-?next|also-?like|post-?navigation|nav-links|nav-(?:previous|next)|prev-?next"
        r"|pagination|pager|blog-pager)(?:[-_]?(?:posts?|articles?|stories|content|items?|list|links?|block|section|wrapper"
        r"|container|widget|news|topics|reading))*"),
        r"\w*relatedposts\w*",
    ),
    "author-box": (
        (r"author-?(?:box|bio|info|profile|card|block|description|about|section|details|area|wrap(?:per)?|avatar|meta"
        r"|widget)"),
        "about-?(?:the-)?author", "post-?author-?(?:box|bio|info)", "abh_box", "saboxplugin-wrap", "contributor-?bio",
        "bio-?box", "wp-block-post-author(?:-biography)?",
    ),
    "post-meta": (
        r"post-?(?:tags?|meta|categories|date|footer|footer-line|labels|header-line|info|details)(?:[-_]\w+)?",
        r"entry-?(?:tags?|meta|footer|categories|utility|date)(?:[-_]\w+)?", r"article-?(?:tags?|meta)(?:[-_]\w+)?",
        "tags?(?:-?(?:links?|list|cloud|wrapper|container))?", "cat-?links", "category-?list", "date-header", "byline",
        "posted-on", "published", "reading-?time", "meta-?(?:info|data)", "blog-?meta",
    ),
    "header": (
        "site-?header", "masthead", "page-?header-?(?:top|bar)", "top-?bar", "global-?header", "main-?header",
        "header-?(?:inner|wrap(?:per)?|top|main|nav)", "navbar", "site-?branding", "branding",
    ),
    "navigation": (
        (r"(?:main|primary|secondary|site|top|footer|header|mobile|global|sub|side|utility)?[-_]?"
        r"(?:nav|navigation|menu|navbar|nav-?menu)"
        r"(?:[-_]?(?:container|wrapper|list|items?|bar|links?|menu|inner|toggle|primary|main|top))?"),
        "skip-?(?:link|navigation|nav|to-content)", "screen-reader-shortcut", "hamburger", "offcanvas", "drawer",
        "toc(?:_container|-container|-list)?", "table-of-contents", "ez-toc-container",
    ),
    "footer": (
        "(?:site|page|global)-?footer", "footer", "colophon", "copyright", "credits",
        "footer-?(?:widgets?|inner|wrap(?:per)?|bottom|top|main|area|content|links|menu|nav|columns?)",
    ),
    "aside": (r"side-?bar(?:-+[a-z0-9_]+)*", "widget-?area", "right-?(?:rail|column|sidebar)", "left-?(?:rail|sidebar)", "rail"),
    "promotion": (
        (r"(?:ads?|advert(?:isement|ising|s)?|adsense|adsbygoogle|ad-?(?:slot|unit|container|wrapper|banner|block)|dfp"
        r"|gpt-ad|sponsor(?:ed)?|promo(?:tion|s|box)?|cta|call-to-action|banner-ad|upsell|donat(?:e|ions?))(?:[-_]?(?:box|block|banner"
        r"|container|wrapper|section|inner|button|btn|text|title|content|card|widget|slot|unit|\d))*"),
    ),
    "popup": (
        (r"(?:modal|popup|pop-up|lightbox|overlay|toast)"
        r"(?:[-_](?:content|body|dialog|wrapper|inner|container|header|footer|title|text))*"),
        # Where it is one word alone, it is what the paywall would hide: the article.
        "paywall[-_](?:banner|bar|barrier|box|cta|message|modal|notice|offer|overlay|prompt|subscribe)",
    ),
    "caption": (
        "wp-caption-text", "tr-caption", "caption", "image-?(?:caption|credit)", "photo-?(?:credit|caption)",
        "img-?caption", "media-?caption", "wp-element-caption",
    ),
    "hidden": (
        "hidden", "d-none", "is-hidden", "visually-?hidden", "sr-only", "screen-reader-(?:text|response)",
        "w-condition-invisible", "print-only",
    ),
    "shortcode": ("wp-shortcode",),
}  # fmt: skip
# What a comment has of its own, as the page has: who wrote it and when, and its buttons.
_OF_COMMENTS = frozenset({"header", "footer", "author-box", "post-meta"})
# What may be as long as the article, or longer.
_LONG_ONES = frozenset({"comments"})
# Where no article says where help is to be had: what is there is another page's, a reader's, or seen by nobody.
_WITHOUT_HELP = frozenset({"breadcrumbs", "comments", "cookies", "hidden", "navigation", "share"})
# What no document shows as its text, either: all else that it calls by a name of ours is its own.
_OF_DOCUMENTS = frozenset({"hidden", "caption", "contents"})
_BEGINNING = frozenset({"cookies", "share", "newsletter", "related", "author-box", "promotion", "popup"})
_FREE = r"(?:[\w-]*[-_])?"
_KIND = re.compile(
    "|".join(
        f"(?P<{kind.replace('-', '_')}>{_FREE if kind in _BEGINNING else ''}(?:{'|'.join(names)}))"
        for kind, names in _NAMES.items()
    ),
)
_PART = re.compile(r"(?P<element>^[^#.\[]+)|[#.](?P<name>[^#.\[]+)|\[role=(?P<role>[^\]]+)\]|(?P<hidden>\[hidden\])")
_HEADING = re.compile(r"h[1-6](?![a-z])")
_HEADING_LINK = re.compile(r"/h[1-6](?![a-z])[^/]*(?:/[^/]+)*/a(?![a-z])[^/]*$")
# An element with this share of the article's text or more is not boilerplate.
_TOO_MUCH = 0.3
# Less text than this, in characters, is not taken for an article.
_ARTICLE = 400
# For examples.
_PROSE = "Most couples who talk at a set hour say that the week gets easier, and that the hour stays short, once both know it."
_OPENS = re.compile(r"/(?:button|summary)\b")
# So many blanks at least has a sentence that announces a list: "Read more:" has fewer.
_SENTENCE = 3
# A lead has so many blanks at least, and stands below the title in an element so called.
_LEAD = 7
_HEADER = re.compile(r"header\b")
# The footer of a quotation says whose it is.
_QUOTED = re.compile(r"(?:^|/)blockquote[^/]*/footer[^/]*$")
# A footer in here is the article's, and any other the site's: it says the same on each page.
_IN_ARTICLE = re.compile(r"(?:^|/)(?:article|main)(?![\w-])")
# A helpline's name or number that stands on a line of its own is no longer than this.
_SHORT = 60
# A number at which somebody answers has so many digits at least.
_DIGITS = 3


@lru_cache(maxsize=32_768)
def _kind_of_name(name: str) -> str:
    """Return the kind of one id or class, the first that fits; empty where none does."""
    found = _KIND.fullmatch(name)
    return (found.lastgroup or "").replace("_", "-") if found else ""


@lru_cache(maxsize=16_384)
def _kinds_of(segment: str) -> frozenset[str]:
    """Return what kinds of boilerplate one element's names say that it is."""
    kinds = set()
    heading = _HEADING.match(segment) is not None  # the names of a heading are made from its words
    for part in _PART.finditer(segment):
        if part["element"]:
            element = part["element"]
            kinds |= {_ELEMENTS[element]} if element in _ELEMENTS else set()
            kinds |= {"caption"} if element == "figcaption" else {"contents"} if element == "nav" else set()
        elif part["role"]:
            kinds |= {_ROLES[part["role"]]} if part["role"] in _ROLES else set()
        elif part["hidden"]:
            kinds.add("hidden")
        elif not heading:
            kinds.add(_kind_of_name(part["name"].lower()))
    return frozenset(kinds - {""})


@once
def _has_elements(page: Page) -> bool:
    """Whether a reader saw elements on the page; in a text there are none, and nothing is to be found here."""
    return not is_plain(page) and any(line.where.path for line in page.lines)


@once
def _places(page: Page) -> dict[str, list[int]]:
    """Return the indices of the lines that elements of each kind of boilerplate hold."""
    if not _has_elements(page):
        return {}
    weights: dict[str, int] = {}
    whole = 0
    for line in page.lines:
        if line.where.main is not None and line.where.main > SURE and not _is_unseen_markup(line):
            whole += len(line.says)
            path = line.where.path
            weights[path] = weights.get(path, 0) + len(line.says)
    for path in sorted(weights, key=lambda each: each.count("/"), reverse=True):
        weight, around = weights[path], path.rpartition("/")[0]
        while around:
            weights[around] = weights.get(around, 0) + weight
            around = around.rpartition("/")[0]
    known: dict[str, frozenset[str]] = {"": frozenset()}
    places: dict[str, list[int]] = {}
    for at, line in enumerate(page.lines):
        path = line.where.path
        kinds = known.get(path)
        if kinds is None:
            kinds = _kinds_around(path, weights, whole, known)
        for kind in kinds & _OF_DOCUMENTS if page.document else kinds:
            places.setdefault(kind, []).append(at)
    return places


def _is_unseen_markup(line: Line) -> bool:
    """Whether the line is the markup of a counting pixel or a frame, as browsers that run scripts save it: as text."""
    return line.says.lstrip().startswith("<") and line.where.path.rpartition("/")[2].startswith("noscript")


def _kinds_around(path: str, weights: dict[str, int], whole: int, known: dict[str, frozenset[str]]) -> frozenset[str]:
    missing = []
    while path not in known:
        missing.append(path)
        path = path.rpartition("/")[0]
    kinds = known[path]
    for each in reversed(missing):
        own = _kinds_of(each.rpartition("/")[2])
        if "footer" in own and _QUOTED.search(each):
            own -= {"footer"}
        held = weights.get(each, 0)
        if own and whole >= _ARTICLE and held >= _TOO_MUCH * whole:
            # A long thread is taken for more than its article, where the reader takes it for an article at all.
            own &= _LONG_ONES if whole - held >= _ARTICLE else frozenset()
        if own:
            kinds = kinds | (own - _OF_COMMENTS if "comments" in kinds | own else own)
        known[each] = kinds
    return kinds


def _runs(chosen: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of each run of lines, which are given by their indices, in order."""
    first = last = -2
    for at in chosen:
        if at != last + 1:
            if first >= 0:
                yield first, last
            first = at
        last = at
    if first >= 0:
        yield first, last


def _inside(*kinds: str) -> Callable[[Page], Iterator[Span]]:
    """Point at every run of lines inside elements of one of the kinds; where help is to be had stays."""

    def find(page: Page) -> Iterator[Span]:
        places = _places(page)
        chosen = {at for kind in kinds for at in places.get(kind, ())} if places else set()
        for first, last in _runs(sorted(chosen - _help(page) if chosen else ())):
            yield Span(page.lines[first].number, page.lines[last].number)

    return find


@once
def _openers(page: Page) -> frozenset[int]:
    """Return the numbers of the headings in buttons that open what stands below them, where that is the article's."""
    found = set()
    above = 0
    heading = Kind.HEADING
    for line in page.lines:
        where = line.where
        if where.main is None:
            continue
        if above and where.kind is not heading and where.main > SURE:
            found.add(above)
        above = line.number if where.kind is heading and _OPENS.search(where.path) else 0
    return frozenset(found)


def _form(page: Page) -> Iterator[Span]:
    inside = _places(page).get("form", ())
    if inside:
        opens = _openers(page)
        for first, last in _runs(at for at in inside if page.lines[at].number not in opens):
            yield Span(page.lines[first].number, page.lines[last].number)


def _window_title(page: Page) -> Iterator[Span]:
    for line in page.lines[:20]:
        if line.where.path.endswith("head/title"):
            yield Span(line.number, line.number)


def _pictures(page: Page) -> Iterator[Span]:
    image = Kind.IMAGE
    for line in page.lines if _has_elements(page) else ():
        if line.where.kind is image and line.where.path:
            yield Span(line.number, line.number)


def _signs(page: Page) -> Iterator[Span]:
    for line in page.lines if _has_elements(page) else ():
        text = line.says
        if text[:1].isalnum() or any(map(str.isalnum, text)):
            continue
        if _HEADING_LINK.search(line.where.path):
            yield Span(line.number, line.number)


def _said_before(page: Page) -> Iterator[Span]:
    """Long lines that the article has already said: pages hold an article twice, for two widths of screens."""
    seen: dict[str, int] = {}
    for line in () if page.document else page.lines:
        if line.where.main is None or len(line.says) < 80 or line.where.main <= SURE:
            continue
        if line.says in seen:
            yield Span(line.number, line.number, detail=f"line {seen[line.says]} says it")
        else:
            seen[line.says] = line.number


def _not_main(page: Page) -> Iterator[Span]:
    """Runs of lines that no reader takes for the article's; pictures and empty lines among them go along."""
    if not _has_elements(page):
        return
    title = page.title.strip()
    spared = _openers(page) | _listed(page) | _leads(page)
    # Comments are one thing, which `page-comments` names.
    others = _help(page).union(_places(page).get("comments", ()))
    heading = Kind.HEADING
    chosen: list[int] = []
    for at, line in enumerate(page.lines):
        where = line.where
        if where.main is None:
            if chosen[-1:] != [at - 1]:
                continue  # one without words shares the fate of the line above
        elif where.main > SURE:
            continue
        heads = where.kind is heading and title != "" and _is_title(line, title)
        if where.path and not heads and line.number not in spared and at not in others:
            chosen.append(at)
    for first, last in _runs(chosen):
        surest = max(line.where.main or 0.0 for line in page.lines[first : last + 1])
        yield Span(page.lines[first].number, page.lines[last].number, score=round(1 - surest, 3))


def _is_title(line: Line, title: str) -> bool:
    """Whether a heading is the title or begins it; one that `<br>` parts goes on in its next lines."""
    said = line.says.strip()
    return title.startswith(said) or (line.where.continues and said in title)


@once
def _help(page: Page) -> frozenset[int]:
    """Return the indices of the lines that say where help is to be had, and of the short line or heading above each.

    A name and its number may be two lines. A list or table stays whole where half of it or more says so.
    """
    lines, places = page.lines, _places(page)
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.where.main is not None and names_help(line.says):
            found.add(at)
        elif at and at - 1 not in found and _is_number_of(line, lines[at - 1]):
            found |= {at - 1, at}
    for first, last in _runs(at for at, line in enumerate(lines) if line.where.kind in {Kind.ITEM, Kind.TABLE}):
        rows = range(first, last + 1)
        if 2 * len(found.intersection(rows)) >= len(rows):
            found.update(rows)
    of_site = (at for at in places.get("footer", ()) if not _IN_ARTICLE.search(lines[at].where.path))
    no_help = set(of_site).union(*(places.get(kind, ()) for kind in _WITHOUT_HELP))
    found -= no_help
    found |= {at - 1 for at in found if at and at - 1 not in no_help and _heads(lines[at - 1])}
    return frozenset(found)


def _is_number_of(line: Line, above: Line) -> bool:
    """Whether a line is little but the number of the helpline that the short line above it names."""
    says, name = line.says, above.says
    if len(says) > _SHORT or len(name) > _SHORT:
        return False
    digits = sum(map(str.isdigit, says))
    return digits >= max(_DIGITS, sum(map(str.isalpha, says))) and names_help(f"{name}: {says}")


def _heads(line: Line) -> bool:
    """Whether the line is such as stands above others: a heading, or a short paragraph."""
    kind = line.where.kind
    return kind is Kind.HEADING or (kind is Kind.PARAGRAPH and len(line.says) <= _SHORT)


def _listed(page: Page) -> frozenset[int]:
    """Return the numbers of the items of the article's lists: a list is one thing, and names of helplines look like links.

    It is the article's where the line above it announces it with a colon, or where most of its items are.
    """
    found: set[int] = set()
    items: list[Line] = []
    above: Line | None = None
    item = Kind.ITEM
    for line in (*page.lines, None):
        if line is not None and line.where.main is None:
            continue
        if line is not None and line.where.kind is item:
            items.append(line)
            continue
        if items:
            sure = sum((each.where.main or 0.0) > SURE for each in items)
            if (above is not None and _announces(above)) or 2 * sure > len(items):
                found |= {each.number for each in items}
            items = []
        above = line
    return frozenset(found)


def _leads(page: Page) -> frozenset[int]:
    """Return the numbers of the leads: sentences below the title, in the header that they share."""
    found: set[int] = set()
    header = ""
    heading, paragraph = Kind.HEADING, Kind.PARAGRAPH
    for line in page.lines:
        where = line.where
        if where.kind is heading and where.level == 1:
            parent = where.path.rpartition("/")[0]
            header = parent if _HEADER.match(parent.rpartition("/")[2]) else header
        elif (
            header
            and where.kind is paragraph
            and where.path.rpartition("/")[0] == header
            and _is_lead(line.says.strip())
        ):
            found.add(line.number)
    return frozenset(found)


def _is_lead(text: str) -> bool:
    return text.endswith((".", "!", "?", "…")) and text.count(" ") >= _LEAD


def _announces(line: Line) -> bool:
    """Whether the line is a sentence of the article that announces what is below it."""
    said = line.says.rstrip()
    return said.endswith(":") and said.count(" ") >= _SENTENCE and (line.where.main or 0.0) > SURE


RULES = (
    Rule(
        name="window-title",
        because="it is the title of the browser’s window",
        find=_window_title,
        stage=Stage.MARKUP,
        example="""
            removed | <title>When Talking Fails | Springford Counselling</title>
            kept    | <h1>When Talking Fails</h1>
        """,
    ),
    Rule(
        name="page-comments",
        because="it stands in the page’s comments",
        find=_inside("comments"),
        stage=Stage.MARKUP,
        example="""
            kept    | <p>No comment helped us more than this one.</p>
            removed | <ol class="commentlist"><li class="comment">Old Tom says it got better.</li></ol>
            removed | <ol class="commentlist"><li class="comment"><footer class="comment-meta">Old Tom</footer></li></ol>
            removed | <ol class="commentlist"><li class="comment"><header class="byline">Old Tom</header></li></ol>
            removed | <div id="disqus_thread">Please enable the comments of this page.</div>
            removed | <div class="visitors_comment_content"><p>It was the same with us for years.</p></div>
            removed | <ol id="comentarios_lectores"><li>Nos pasó lo mismo.</li></ol>
            kept    | <p class="commentary">Both of them were tired that day.</p>
        """,
    ),
    Rule(
        name="page-navigation",
        because="it is in the page’s navigation",
        find=_inside("navigation", "breadcrumbs", "contents"),
        stage=Stage.MARKUP,
        example="""
            removed | <nav>Home</nav>
            removed | <ul role="menu"><li>Fees</li></ul>
            removed | <div class="breadcrumbs">Home » Couples</div>
            kept    | <h2 id="menu">A menu for hard talks</h2>
            kept    | <p class="navigating">Take one step at a time.</p>
        """,
    ),
    Rule(
        name="page-header",
        because="it is in the site’s header, above the article",
        find=_inside("header"),
        stage=Stage.MARKUP,
        example="""
            removed | <div class="site-header">Springford Counselling</div>
            kept    | <header class="entry-header">When Talking Fails</header>
        """,
    ),
    Rule(
        name="page-footer",
        because="it is in the site’s footer",
        find=_inside("footer"),
        stage=Stage.MARKUP,
        example="""
            removed | <footer>Privacy and terms</footer>
            removed | <div id="colophon">Made with care in Springford</div>
            kept    | <blockquote><footer>Ada Sample, in a letter</footer></blockquote>
            kept    | <ol class="footnotes"><li>Sample, A. (2009). A book.</li></ol>
        """,
    ),
    Rule(
        name="page-aside",
        because="it stands beside the article",
        find=_inside("aside"),
        stage=Stage.MARKUP,
        example="""
            removed | <aside>Search this blog</aside>
            removed | <div class="sidebar">New this month</div>
            kept    | <div class="has-sidebar">The first hour is for listening.</div>
            kept    | <aside><h3>If you are in danger</h3><p>Call 999.</p>
            removed | <p>All our leaflets</p></aside>
        """,
    ),
    Rule(
        name="page-share-bar",
        because="it offers to share or follow the page",
        find=_inside("share"),
        stage=Stage.MARKUP,
        example="""
            removed | <div class="share-buttons">Email this</div>
            removed | <ul class="social-links"><li>Find us there</li></ul>
            kept    | <p class="shared">What you share stays between you.</p>
        """,
    ),
    Rule(
        name="page-cookie-notice",
        because="it asks consent for cookies that this site does not set",
        find=_inside("cookies"),
        stage=Stage.MARKUP,
        example="""
            removed | <div id="cookie-notice">We value what you like.</div>
            kept    | <p class="cookery">We baked on Sundays.</p>
            removed | <div class="cky-consent-bar">Accept all</div>
        """,
    ),
    Rule(
        name="page-newsletter",
        because="it is a form or box to subscribe to a newsletter",
        find=_inside("newsletter"),
        stage=Stage.MARKUP,
        example="""
            removed | <div class="newsletter-signup">One letter a month, no spam.</div>
            kept    | <h3 id="newsletter">A letter to your partner</h3>
        """,
    ),
    Rule(
        name="page-related",
        because="it leads to other pages of the site",
        find=_inside("related"),
        stage=Stage.MARKUP,
        example="""
            removed | <div class="related-posts">Five ways to say sorry</div>
            removed | <div class="post-navigation">Newer post</div>
            removed | <ul class="related"><li>The crisis of 2008</li><li>112 ways to say sorry</li></ul>
            kept    | <p class="relatedness">We are related by marriage.</p>
        """,
    ),
    Rule(
        name="page-author-box",
        because="it tells about the author, whom the source box names",
        find=_inside("author-box"),
        stage=Stage.MARKUP,
        example="""
            removed | <div class="author-bio">Robin keeps two geese.</div>
            kept    | <p class="authority">Robin keeps two geese.</p>
        """,
    ),
    Rule(
        name="page-details",
        because="it holds the post’s date, author, tags or categories",
        find=_inside("post-meta"),
        stage=Stage.MARKUP,
        example="""
            removed | <div class="post-meta">6 min read</div>
            removed | <span class="tags-links">couples, nerves</span>
            kept    | <p class="tagline">It helps to know what will happen.</p>
        """,
    ),
    Rule(
        name="page-promotion",
        because="it is an advertisement or a call to buy or book",
        find=_inside("promotion", "popup"),
        stage=Stage.MARKUP,
        example="""
            removed | <div class="promo-box">Early birds save a fifth.</div>
            removed | <div role="dialog">Stay with us a little</div>
            kept    | <p class="promise">A promise is worth keeping.</p>
        """,
    ),
    Rule(
        name="page-form",
        because="it is a form or a button",
        find=_form,
        stage=Stage.MARKUP,
        example="""
            removed | <form><label>Search for:</label></form>
            removed | <button>Save our place</button>
            removed | <div role="tablist"><button role="tab">Before</button><button role="tab">After</button></div>
            kept    | <div><button>What does it cost?</button></div>
            kept    | <p>Half an hour costs what a pot of tea and two cakes cost in the house by the mill, and no more.</p>
            kept    | <p>Press <button>this</button> only when both are calm.</p>
        """,
    ),
    Rule(
        name="page-hidden",
        because="the page does not show it",
        find=_inside("hidden"),
        stage=Stage.MARKUP,
        example="""
            removed | <div hidden>Opens in a new window</div>
            removed | <p style="display: none">Leave this empty</p>
            removed | <span class="screen-reader-text">Menu of the site</span>
            kept    | <p class="hidden-costs">Some costs stay in the dark.</p>
            kept    | <button aria-controls="a" aria-expanded="false">Who pays?</button><p id="a" hidden>The one who earns more.</p>
            kept    | <div class="accordion"><h3>Who sits?</h3><div style="display:none">Both of you.</div></div>
            kept    | <div class="letter"><h3>Write to us</h3>
            removed | <div style="display:none">Leave this empty.</div></div>
        """,
    ),
    Rule(
        name="shortcode",
        because="a plugin of WordPress puts something in its place that is not in the source",
        find=_inside("shortcode"),
        stage=Stage.MARKUP,
        example="""
            removed | <p class="wp-shortcode">[gallery ids="3,4"]</p>
            kept    | <p>[Some of the chairs are not shown.]</p>
        """,
    ),
    Rule(
        name="heading-link",
        because="it is the sign that leads to a heading",
        find=_signs,
        stage=Stage.MARKUP,
        example="""
            removed | <h2><a href="#when">¶</a></h2>
            kept    | <h2><a href="#when">When</a></h2>
            kept    | <p><a href="#note">§</a></p>
        """,
    ),
    Rule(
        name="picture",
        because="guides carry no pictures of other sites",
        find=_pictures,
        stage=Stage.MARKUP,
        example="""
            removed | <img src="https://example.org/chairs.jpg" alt="two chairs">
            kept    | <p>Two chairs stood by the window.</p>
        """,
    ),
    Rule(
        name="picture-caption",
        because="it belongs to a picture",
        find=_inside("caption"),
        stage=Stage.MARKUP,
        example="""
            removed | <figcaption>Photo: Jo Sample</figcaption>
            kept    | <p>Photo albums can start a talk.</p>
        """,
    ),
    Rule(
        name="said-before",
        because="the page holds it twice",
        find=_said_before,
        stage=Stage.MARKUP,
        example=f"""
            kept    | <p>{_PROSE}</p>
            removed | <p>{_PROSE}</p>
            kept    | <p>{_PROSE} So do we.</p>
        """,
    ),
    Rule(
        name="not-main-content",
        because="it stands apart from the page’s main text",
        find=_not_main,
        stage=Stage.MARKUP,
        example=f"""
            removed | <a href="https://example.org/">Visit our shop</a>
            kept    | <header class="entry-header"><h1>When talking fails</h1>
            kept    | <p>A set hour is what has helped most of those whom we have asked.</p>
            removed | <p>Springford</p></header>
            kept    | <article><h2>When talking fails</h2><p>{_PROSE}</p><p>{_PROSE} So do we.</p></article>
            kept    | <ul><li><a href="tel:116123">Samaritans: 116 123</a></li></ul>
        """,
    ),
)
