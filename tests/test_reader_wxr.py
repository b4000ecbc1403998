from pathlib import Path

import pytest

from guidewright import article, comments, corpus
from guidewright.model import Kind, Metadata, Outcome, Source
from guidewright.readers import _shortcodes
from guidewright.readers.wxr import paragraphs

EXPORT = (Path(__file__).parent / "cases/formats/blog.wxr.xml").read_bytes()


def opened(raw: bytes = EXPORT, **said: str):
    return corpus.expand(Source("blog.xml", raw, ".xml", Metadata(**said)))


def built(at: int) -> Outcome:
    return article.build_proven(opened()[0][at])


def test_published_posts_become_sources_with_names_of_their_own() -> None:
    sources, _ = opened()
    assert [each.id for each in sources] == [
        "blog.xml#first-talk",
        "blog.xml#when-it-goes-wrong",
        "blog.xml#ein-gesprach",
    ]


def test_what_is_no_published_post_is_counted() -> None:
    _, notices = opened()
    assert [str(each) for each in notices] == [
        "blog.xml: it holds more than published posts, which is left out: 1 × picture or other file, 1 × post (draft)"
    ]


def test_what_the_export_states_is_in_the_front_matter() -> None:
    front = built(0).guide.front
    assert (front.title, front.author, front.publisher) == (
        "A First Talk | Ten Minutes",
        "Ada Sample",
        "Springford Couples & Co",
    )
    assert (front.url, front.published) == ("https://couples.example/2025/first-talk/", "2025-03-01")
    assert built(0).guide.slug == "first-talk"


def test_the_editor_has_the_last_word_but_for_each_posts_address() -> None:
    sources, _ = opened(author="Robin Sample", licence="CC BY 4.0", url="https://couples.example/")
    assert {each.metadata.author for each in sources} == {"Robin Sample"}
    assert {each.metadata.licence for each in sources} == {"CC BY 4.0"}
    assert sources[1].metadata.url == "https://couples.example/2025/when-it-goes-wrong/"


def test_a_post_of_the_classic_editor_has_the_paragraphs_that_its_page_shows() -> None:
    blocks = [(each.kind, each.text) for each in built(0).guide.blocks]
    assert blocks == [
        (Kind.PARAGRAPH, "Pick an hour when both of you are rested, and say beforehand how long the talk will take."),
        (Kind.HEADING, "Say What You Feel"),
        (Kind.PARAGRAPH, "Begin with “I”, not with “you”. Then stop, and wait."),
        (Kind.ITEM, "One wish each"),
        (Kind.ITEM, "No old stories"),
        (Kind.PARAGRAPH, "More is in the second talk."),
    ]


def test_every_comment_is_in_the_ledger_with_its_status_and_none_in_the_guide() -> None:
    removed = [each.line.says for each in built(0).verdicts if each.rule == "page-comments"]
    assert removed == [
        "Old Tom",
        "2025-03-02 10:11:00 · approved",
        "We tried it on a Sunday.",
        "It went better than we thought.",
        "Ada Sample",
        "2025-03-02 12:00:00 · approved · in reply to Old Tom",
        "Thank you for telling us, Tom.",
        "Cheap Pills Springford",
        "2025-03-03 03:00:00 · spam",
        "Great post!!! Visit my shop.",
    ]
    assert [each.line.says for each in built(1).verdicts if each.rule == "page-comments"][1::3] == [
        "2025-03-06 09:30:00 · pending",
        "2025-03-07 09:30:00 · approved · pingback",
    ]


KEEP = (("comments", '"keep-genuine"'),)


def test_only_approved_comments_are_published_and_without_names() -> None:
    sources, _ = opened(extra=KEEP)
    first, second = (article.build_proven(each) for each in sources[:2])
    assert [each.text for each in first.guide.comments] == [
        "We tried it on a Sunday.\nIt went better than we thought.",
        "Thank you for telling us, […].",
    ]
    assert [each.level for each in first.guide.comments] == [1, 2]
    assert second.guide.comments == ()
    assert any("0 genuine, 0 spam, 2 not approved" in each.text for each in second.notices)
    names = [(each.comment.author, each.comment.date, each.comment.held) for each in comments.of(first)]
    assert names[0] == ("Old Tom", "2025-03-02 10:11:00", False)
    assert names[2] == ("Cheap Pills Springford", "2025-03-03 03:00:00", True)


def test_mail_and_ip_addresses_of_commenters_are_not_taken() -> None:
    sources, _ = opened()
    assert not any(private in each.raw for each in sources for private in (b"tom@private.example", b"192.0.2.7"))


@pytest.mark.parametrize(
    "broken", ["</article></body></html>", "<!--", "<plaintext>", "<script>", "</div></div>", "<textarea>"]
)
def test_broken_markup_in_a_post_takes_no_comment_along(broken: str) -> None:
    raw = EXPORT.replace(b"Pick an hour", f"Pick {broken} an hour".encode())
    verdicts = article.build(opened(raw)[0][0]).verdicts
    assert [each.rule for each in verdicts if each.line.says == "Great post!!! Visit my shop."] == ["page-comments"]


def test_a_truncated_export_gives_what_is_whole_and_names_the_line() -> None:
    cut = EXPORT.index(b"Ein Gespr")
    sources, notices = opened(EXPORT[:cut])
    assert [each.id for each in sources][:2] == ["blog.xml#first-talk", "blog.xml#when-it-goes-wrong"]
    errors = [each for each in notices if each.error]
    assert "broken" in errors[0].text
    assert errors[0].line > 100


BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<rss><channel><title>&b;</title></channel></rss>"""


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (BOMB, "XML bomb"),
        (BOMB.decode().replace('"ha"', 'SYSTEM "file:///etc/passwd"').encode("utf-16"), "XML bomb"),
        (b"<html><body>page</body></html>", "neither a feed nor a WordPress export"),
        (b"just words", "it is not XML"),
        (b" \n", "it is empty"),
    ],
)
def test_what_is_no_export_is_refused_by_name(raw: bytes, message: str) -> None:
    sources, notices = opened(raw)
    assert sources == ()
    assert [each.error for each in notices] == [True]
    assert str(notices[0]).startswith("blog.xml")
    assert message in notices[0].text


def test_paragraphs_are_parted_as_wordpress_parts_them() -> None:
    text = "One\r\ntwo\r\n\r\nThree\n<pre>a\n\nb</pre>\n<ul>\n<li>x</li>\n</ul>\n<blockquote>said</blockquote>\nFour"
    assert paragraphs(text).split("\n") == [
        "<p>One<br>",
        "two</p>",
        "<p>Three</p>",
        "<pre>a",
        "",
        "b</pre>",
        "<ul>",
        "<li>x</li>",
        "</ul>",
        "<blockquote>said</blockquote>",
        "<p>Four</p>",
    ]


POST = """<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><wp:wxr_version>1.2</wp:wxr_version><item><title>On Tea</title><wp:post_type>post</wp:post_type>
<content:encoded><![CDATA[{}]]></content:encoded>{}</item></channel></rss>"""
PROSE = "Tea helps, as my aunt said on most of the days that I was there, and bread helps, too."


def post(body: str, beside: str = "") -> Outcome:
    ((source,), _) = corpus.expand(Source("tea.wxr", POST.format(body, beside).encode(), ".wxr"))
    return article.build_proven(source)


def taken(outcome: Outcome, rule: str) -> list[str]:
    return [each.line.says for each in outcome.verdicts if each.rule == rule]


@pytest.mark.parametrize(
    ("body", "said", "signs"),
    [
        ('One\n\n[gallery ids="1,2"]\n\nTwo', ["One", "Two"], ['[gallery ids="1,2"]']),
        ("One\n\n[embed]https://x.example/v[/embed]\n\nTwo", ["One", "Two"], ["[embed]https://x.example/v[/embed]"]),
        ('One [btn url="/a"]two[/btn] three', ["One two three"], ['[btn url="/a"]', "[/btn]"]),
        (
            "[vc_row][vc_column]One.[/vc_column][vc_column]Two.[/vc_column][/vc_row]",
            ["One.", "Two."],
            ["[vc_row][vc_column]", "[/vc_column][vc_column]", "[/vc_column][/vc_row]"],
        ),
        ("[pullquote]One.[/pullquote]\n\nTwo", ["One.", "Two"], ["[pullquote]", "[/pullquote]"]),
        ("One [sic] and [two] and [3].\n\n[Laughs]", ["One [sic] and [two] and [3].", "[Laughs]"], []),
        ("[url=https://x.example]One[/url]", ["[url=https://x.example]One[/url]"], []),
        ("<code>[box]</code> and [[box]] and <code>[/box]</code>", ["[box] and [[box]] and [/box]"], []),
        ("One[efn_note]Two.[/efn_note] three", ["One1 three", "Two."], []),
        ("<code>[ref]a[/ref]</code> and [[ref]]b[[/ref]]", ["[ref]a[/ref] and [[ref]]b[[/ref]]"], []),
        ("<pre>[footnote]a[/footnote]</pre>", ["[footnote]a[/footnote]"], []),
        ('<a title="[ref]a[/ref]" href="/x">One</a>', ["One"], []),
        ("So it is [where x = 5], [see page=3].", ["So it is [where x = 5], [see page=3]."], []),
        ("She said [audio] and [video] to me", ["She said [audio] and [video] to me"], []),
        ("&nbsp;[audio]<br>One [gallery ids=1] two", ["One two"], ["[audio]", "[gallery ids=1]"]),
    ],
)
def test_signs_for_plugins_go_and_the_words_in_them_stay(body: str, said: list[str], signs: list[str]) -> None:
    found = post(f"{PROSE}\n\n{body}")
    assert [each.text for each in found.guide.blocks] == [PROSE, *said]
    assert taken(found, "shortcode") == signs


def test_a_picture_keeps_its_description_with_signs_in_it() -> None:
    shown, signs = _shortcodes.taken_out('<img src="a.jpg" alt="[caption]a[/caption]">')
    assert (shown, signs) == ('<img src="a.jpg" alt="[caption]a[/caption]">', ())


def test_a_sign_with_many_blanks_behind_it_is_one() -> None:
    blanks = " " * 200_000 + "\n\n"
    assert _shortcodes.taken_out(f"[audio]{blanks}One") == (f"{blanks}One", ("[audio]",))


@pytest.mark.parametrize(
    "caption",
    [
        '[caption width="9"]<img src="a.jpg"> The cup[/caption]',
        '[wp_caption caption="The cup"]<img src="a.jpg">[/wp_caption]',
    ],
)
def test_the_caption_of_a_picture_is_one(caption: str) -> None:
    found = post(f"{PROSE}\n\n{caption}")
    assert [each.text for each in found.guide.blocks] == [PROSE]
    assert taken(found, "picture-caption") == ["The cup"]


def test_notes_that_the_block_editor_keeps_beside_the_post_are_below_it() -> None:
    body = (
        f'<!-- wp:paragraph -->\n<p>{PROSE}<sup data-fn="8f1" class="fn"><a id="8f1-link" href="#8f1">1</a></sup></p>\n'
        "<!-- /wp:paragraph -->\n\nOne of the old editor.\n\nAnd two.\n\n<!-- wp:footnotes /-->"
    )
    kept = '[{"content":"Or so <em>I<\\/em> heard.","id":"8f1"}]'
    meta = (
        f"<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value>{kept.replace('<', '&lt;')}</wp:meta_value>"
    )
    first, old, two, note = post(body, meta + "</wp:postmeta>").guide.blocks
    assert (old.text, two.text) == ("One of the old editor.", "And two.")
    assert (note.kind, note.number, note.text) == (Kind.ITEM, 1, "Or so I heard.")
    assert [mark.target for mark in first.marks] == [f"#{note.anchor}"]
