"""What a printed guide says of its links."""

from guidewright.writers import printed

PAGE = """<h2>A heading<a class="headerlink" href="#a">#</a></h2>
<p>See <a href="../other/#part">the <em>other</em> guide</a> and
<a href="https://a.example/x?a=1&amp;b=2">a page</a>.</p>"""


def test_links_stand_in_order_with_their_whole_address() -> None:
    assert printed.links(PAGE, "https://site.example/guides/this/") == (
        ("the other guide", "https://site.example/guides/other/#part"),
        ("a page", "https://a.example/x?a=1&b=2"),
    )


def test_a_page_without_links_has_no_list() -> None:
    assert printed.links("<p>No links.</p>", "") == ()
