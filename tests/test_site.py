"""The hooks through real `mkdocs build` and `mkdocs serve` runs on small projects, and on this repository."""

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import lxml.html
import pytest

from guidewright import corpus
from guidewright.model import Fate

ROOT = Path(__file__).parents[1]
ARTICLE = """\
{title}

Some people say no to the first question and yes to the third one, so it is worth it to ask again.

What to say

Ask gently, in a calm hour, and listen to the answer before you give one of your own to your partner.

Comments

• Zebulon Quuxfield
3 years ago
My whole story stands here, and nobody asked whether it may be told to everyone who reads this site.
"""
LICENCE = "licence: CC BY 4.0\n"
INDEX = "# Welcome\n\nRead [the guides](guides/index.md).\n"


class Project:
    """A site of one's own: our hooks and theme, sources and pages that a test writes."""

    def __init__(self, folder):
        self.folder = folder
        for each in ("hooks", "overrides"):
            shutil.copytree(ROOT / each, folder / each, ignore=shutil.ignore_patterns("__pycache__"))
        for each in ("src", "sources", "docs/topics", "docs/worksheets"):
            (folder / each).mkdir(parents=True)
        text = (ROOT / "mkdocs.yml").read_text("utf-8")
        self.write(
            "mkdocs.yml",
            re.sub(r"\nnav:\n(  .*\n)+", "\nnav:\n  - Home: index.md\n  - Guides: guides/index.md\n", text),
        )
        self.write("docs/index.md", INDEX)
        self.write("docs/guides/index.md", "# Guides\n")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def source(self, name, title, *, metadata=LICENCE, text=ARTICLE):
        self.write(f"sources/{name}.txt", text.format(title=title))
        if metadata:
            self.write(f"sources/{name}.yml", metadata)

    def setting(self, line):
        path = self.folder / "mkdocs.yml"
        text = path.read_text("utf-8")
        path.write_text(re.sub(rf"(?m)^    {line.split(':')[0]}:.*$", f"    {line}", text), "utf-8")

    def build(self, *arguments):
        told = mkdocs("build", *arguments, cwd=self.folder)
        return told, self.folder / "site"


def mkdocs(*arguments, cwd, **environment):
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1767225600", **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """This repository's own site, built strictly: the folder and what the build said."""
    folder = tmp_path_factory.mktemp("ours") / "site"
    told = mkdocs("build", "--strict", "--site-dir", folder, cwd=ROOT)
    assert told.returncode == 0, told.stderr
    return folder


def digests(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def everything(site):
    """All that a built site says: pages as text, search index and other text files as they are."""
    said = []
    for path in sorted(site.rglob("*")):
        if path.suffix == ".html":
            said.append(lxml.html.fromstring(path.read_text("utf-8")).text_content())
        if path.suffix in (".html", ".json", ".xml", ".js", ".css", ".txt"):
            said.append(path.read_text("utf-8"))
    return "\n".join(said)


def page(site, path):
    return lxml.html.fromstring((site / path / "index.html").read_text("utf-8"))


def test_a_source_becomes_a_page_with_what_the_editor_said(project):
    said = (
        LICENCE + "author: Ann Writer\nurl: https://example.net/x\nretrieved: 2026-11-23\nkey_points:\n  - Ask twice.\n"
    )
    project.source("ask", "Asking again", metadata=said + "summary: How to ask again.\n")
    told, site = project.build("--strict")
    assert told.returncode == 0, told.stderr
    guide = page(site, "guides/asking-again")
    assert [heading.text for heading in guide.iter("h1")] == ["Asking again"]
    text = " ".join(guide.text_content().split())
    for expected in (
        "Ann Writer",
        "CC BY 4.0",
        "2026-11-23",
        "Ask twice.",
        "1 minute to read",
        "Ask gently, in a calm hour",
    ):
        assert expected in text, expected
    assert guide.xpath("//meta[@name='description']/@content") == ["How to ask again."]
    assert "Asking again" in page(site, "guides").text_content()


def test_a_guide_without_key_points_opens_with_its_sections(project):
    text = ARTICLE.replace(
        "Comments",
        "What to leave\n\nLeave the old lists of wrongs where they are, for this one evening at least.\n\nComments",
    )
    project.source("ask", "Asking again", text=text)
    _, site = project.build("--strict")
    contents = page(site, "guides/asking-again").find_class("gw-contents")[0]
    assert contents.get("open") is not None
    assert [link.text for link in contents.iter("a")] == ["What to say", "What to leave"]


def test_original_is_linked_only_where_it_can_be_read(project):
    project.source("a", "First guide", metadata=LICENCE + "url: https://relate.invalid/a?b=1&c=2\n")
    project.source("b", "Second guide", metadata=LICENCE + "url: javascript:alert(1)\n")
    told, site = project.build()
    assert told.returncode == 0, told.stderr
    links = [link.get("href") for link in page(site, "guides/first-guide").iter("a")]
    assert "https://relate.invalid/a?b=1&c=2" in links
    assert "javascript:" not in (site / "guides/second-guide/index.html").read_text("utf-8")


def test_a_page_edited_by_hand_wins(project):
    project.source("ask", "Asking again")
    project.write("docs/guides/asking-again.md", "---\ntitle: Asking again\n---\n\n# Asking again\n\nMy own words.\n")
    told, site = project.build("--strict")
    assert told.returncode == 0, told.stderr
    text = page(site, "guides/asking-again").text_content()
    assert "My own words." in text
    assert "Ask gently" not in text


def test_an_adopted_page_says_when_its_source_has_moved_on(project):
    project.source("ask", "Asking again")
    project.write(
        "docs/guides/asking-again.md", "---\nadopted: 0123456789abcdef\n---\n\n# Asking again\n\nMy own words.\n"
    )
    told, _ = project.build()
    assert "guides/asking-again.md is edited by hand" in told.stderr
    assert "has changed since" in told.stderr


def test_a_guide_without_permission_stays_out(project):
    project.source("ask", "Asking again")
    project.source("secret", "Not yours to publish", metadata="")
    project.write("docs/guides/mine.md", "---\ndraft: true\n---\n\n# Adopted without permission\n\nWords.\n")
    told, site = project.build("--strict")
    assert told.returncode == 0, told.stderr
    assert len(re.findall("No permission to publish is stated", told.stderr)) == 1
    assert "secret.txt" in told.stderr
    assert not (site / "guides/not-yours-to-publish").exists()
    assert "Not yours to publish" not in everything(site)
    assert "Adopted without permission" not in everything(site)


def test_an_editor_can_publish_all(project):
    project.source("secret", "Not yours to publish", metadata="")
    project.setting("rights: publish-all")
    told, site = project.build("--strict")
    assert told.returncode == 0, told.stderr
    assert "No permission" not in told.stderr
    assert (site / "guides/not-yours-to-publish/index.html").exists()


def test_a_misspelt_setting_is_refused_with_what_is_right(project):
    project.setting("rights: publish")
    told, _ = project.build()
    assert told.returncode == 1
    assert "extra.guidewright.rights is 'publish'; it can be `stated` or `publish-all`." in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("paper.pdf", b"%PDF-1.7"),
        ("nul.txt", bytes(5000)),
    ],
)
def test_a_bad_source_does_not_stop_the_rest(project, name, raw):
    project.source("ask", "Asking again")
    project.write(f"sources/{name}", raw)
    told, site = project.build()
    assert told.returncode == 0, told.stderr
    assert re.search(rf"ERROR +-  sources/{name}: \w+", told.stderr)
    assert (site / "guides/asking-again/index.html").exists()
    strict, _ = project.build("--strict")
    assert strict.returncode == 1
    assert "Traceback" not in strict.stderr


def test_a_hostile_title_is_only_text(project):
    title = '</title><script>alert(1)</script> & <b>bold</b> "quotes" {{ config }}'
    metadata = LICENCE + f"title: {json.dumps(title)}\nauthor: '<img src=x onerror=alert(2)>'\nslug: hostile\n"
    project.source("ask", "Asking again", metadata=metadata + "key_points: ['<script>alert(3)</script>']\n")
    told, site = project.build("--strict")
    assert told.returncode == 0, told.stderr
    for path in (site / "guides/hostile/index.html", site / "guides/index.html"):
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        assert not [
            each for each in tree.iter("script", "img") if "alert(" in lxml.html.tostring(each, encoding="unicode")
        ]
        assert title in " ".join(tree.text_content().split())


def test_what_was_removed_is_nowhere_in_the_site(ours):
    """No removed line of the sample corpus, nor a commenter's name, in any page, the search index or elsewhere."""
    said = " ".join(everything(ours).split())
    sources, _ = corpus.load(ROOT / "sources")
    outcomes = corpus.build(sources, furniture=corpus.survey(sources))
    kept = " ".join(verdict.text or "" for outcome in outcomes for verdict in outcome.verdicts)
    kept = " ".join([*kept.split(), *(value for source in sources for value in said_by_editor(source))])
    removed = {
        " ".join(verdict.line.says.split())
        for outcome in outcomes
        for verdict in outcome.verdicts
        if verdict.fate is Fate.REMOVED
    }
    telling = [line for line in removed if tells(line.split()) and line not in kept]
    assert len(telling) > 200
    assert [line for line in telling if line in said] == []


def tells(words):
    """Whether a line can only come from its source: a sentence, or a name, but not "Read next"."""
    return len(words) > 3 or (len(words) > 1 and all(word[0].isupper() for word in words))


def said_by_editor(source):
    said = source.metadata
    return (said.title, said.author, said.publisher, said.url, said.summary, *said.key_points)


def test_what_topics_and_guides_lack_is_told_with_its_line_and_stops_nothing(project):
    project.source("ask", "Asking again")
    project.write("docs/topics/whales.md", "---\nterms: [whale, calf]\n---\n\n# Whales\n")
    project.write("docs/topics/cattle.md", "---\nterms:\n  - cow\n  - calf\n---\n\n# Cattle\n")
    told, site = project.build()
    assert told.returncode == 0, told.stderr
    assert (site / "guides/asking-again/index.html").exists()
    for expected in (
        r"docs/topics/whales\.md:1: no guide treats the topic",
        r"docs/topics/whales\.md:2: the term “calf” belongs to “Cattle”, too \(topics/cattle\.md:4\)",
        r"sources/ask\.txt:\d+: it treats none of the topics",
    ):
        assert re.search(rf"WARNING +-  {expected}", told.stderr), told.stderr


def test_hundreds_of_guides_fold_away_by_their_first_letter(project):
    nouns = ["harbour", "lantern", "orchard", "quarry", "ribbon", "saddle", "timber", "vessel", "willow", "yarn"]
    for number in range(101):
        one, other = nouns[number % 10], nouns[number // 10 % 10]
        words = " ".join(f"{one} {number * step % 97} {other}" for step in range(1, 40))
        text = f"{{title}}\n\nAn ultimatum is a {one}, and no ultimatum is a {other}. {words}.\n"
        project.source(f"s{number}", f"{one.title()} and {other}, number {number}: an ultimatum", text=text)
    project.write("docs/topics/boundaries.md", "---\nterms: [ultimatum]\n---\n\n# Boundaries\n")
    told, site = project.build()
    assert told.returncode == 0, told.stderr
    guides = page(site, "guides")
    assert len(guides.xpath("//details//li//a")) == 101
    assert [each.text_content().split()[0] for each in guides.xpath("//details//summary")][:2] == ["H", "L"]
    topic = page(site, "topics/boundaries")
    assert len(topic.xpath("//*[contains(@class, 'gw-sections')]//li")) == 30
    assert len(topic.xpath("//*[contains(@class, 'gw-more')]//li//a")) == 71


def test_comments_of_one_source_are_nowhere(project):
    project.source("ask", "Asking again")
    told, site = project.build("--strict")
    assert told.returncode == 0, told.stderr
    said = everything(site)
    assert "Quuxfield" not in said
    assert "nobody asked whether" not in said


def test_two_builds_are_the_same_bytes(ours, tmp_path):
    again = tmp_path / "again"
    assert mkdocs("build", "--strict", "--site-dir", again, cwd=ROOT).returncode == 0
    assert digests(again) == digests(ours)


def test_a_build_without_the_cache_is_the_same(project):
    project.source("ask", "Asking again")
    _, site = project.build()
    first = digests(site)
    assert list((project.folder / ".cache/guidewright").iterdir())
    project.build()
    assert digests(site) == first
    shutil.rmtree(project.folder / ".cache")
    project.build()
    assert digests(site) == first


def test_a_changed_source_is_built_anew(project):
    project.source("ask", "Asking again")
    project.build()
    project.source("ask", "Asking again", text=ARTICLE.replace("in a calm hour", "over a cup of tea"))
    _, site = project.build()
    assert "over a cup of tea" in page(site, "guides/asking-again").text_content()


def test_guides_and_topics_lead_to_each_other(ours):
    topics = sorted((ours / "topics").glob("*/index.html"))
    assert len(topics) >= 9
    for path in topics:
        sections = lxml.html.fromstring(path.read_text("utf-8")).xpath("//ol[@class='gw-sections']//a/@href")
        assert sections, path
        assert all(link.startswith("../../guides/") for link in sections), path
    guides = sorted((ours / "guides").glob("*/index.html"))
    inside = set()
    for path in guides:
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        assert tree.xpath("//section[@class='gw-related']//a"), path
        inside.update(tree.xpath("//article//p[not(@class)]//a[starts-with(@href, '../../topics/')]/@href"))
    assert len(inside) >= 5


def test_a_topic_names_the_other_guides_that_mention_it(ours):
    trust = lxml.html.fromstring((ours / "topics" / "trust" / "index.html").read_text("utf-8"))
    named = trust.xpath("//details[@class='gw-back']//li")
    treated = " ".join(trust.xpath("//ol[@class='gw-sections']//@href"))
    assert named
    for each in named:
        address = each.xpath("a/@href")[0]
        assert address.partition("#")[0] not in treated
        assert "trust" in each.text_content().lower() or "affair" in each.text_content().lower()


def test_every_address_in_the_site_is_relative_or_under_its_path(ours):
    for path in ours.rglob("*.html"):
        for _, _, link, _ in lxml.html.fromstring(path.read_text("utf-8")).iterlinks():
            assert not link.startswith("/") or link.startswith("/guidewright/"), f"{path}: {link}"


def test_no_page_loads_anything_from_elsewhere(ours):
    for path in ours.rglob("*.html"):
        tree = lxml.html.fromstring(path.read_text("utf-8"))
        loads = tree.xpath("//script/@src | //img/@src | //iframe/@src | //link[@rel!='canonical']/@href")
        assert [each for each in loads if re.match("https?:|//", each)] == [], path
    for path in ours.rglob("assets/stylesheets/site.css"):
        assert not re.search(r"url\([\"']?(https?:|//)", path.read_text("utf-8"))


@contextmanager
def serving(folder):
    """Run `mkdocs serve` in a folder; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/guidewright/"
    try:
        until = time.monotonic() + 60
        while read(address) is None and process.poll() is None and time.monotonic() < until:
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def read(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  (our own server)
            return answer.read().decode("utf-8")
    except urllib.error.URLError:
        return None


def test_serve_shows_the_editor_drafts_and_the_review_page(project):
    project.source("secret", "Not yours to publish", metadata="")
    with serving(project.folder) as address:
        assert "Ask gently" in (read(f"{address}guides/not-yours-to-publish/") or "")
        assert "Quuxfield" in (read(f"{address}review.html") or "")
    _, site = project.build()
    assert not (site / "review.html").exists()
