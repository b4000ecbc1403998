"""The command line, through Click's runner and as a process."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from guidewright import words
from guidewright.cli import main

ARTICLE = (
    "A Good Title\n\nThis is the first paragraph of an article that is long enough to be one.\n\nAccept all cookies\n"
)
ROOT = Path(__file__).parent.parent


def run(*args: str | Path, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in args], input=data)


def front(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(ARTICLE, "utf-8")
    return tmp_path / "in"


def test_normalise_writes_guide_and_ledger(folder: Path, tmp_path: Path) -> None:
    result = run("normalise", folder / "one.txt", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "a-good-title.ledger.jsonl",
        "a-good-title.md",
    ]
    head = front(tmp_path / "out" / "a-good-title.md")
    assert head["title"] == "A Good Title"
    assert head["source"] == "one.txt"
    assert {"licence", "author"} <= set(head)
    records = [
        json.loads(line) for line in (tmp_path / "out/a-good-title.ledger.jsonl").read_text("utf-8").splitlines()
    ]
    assert records[0]["source"] == "one.txt"
    assert [each["line"] for each in records[1:]] == [1, 2, 3, 4, 5, 6]
    assert records[5]["rule"] == "cookie-notice"
    assert "".join(each["text"] + each.get("end", "\n") for each in records[1:]) == ARTICLE


def test_normalise_reads_the_metadata_beside(folder: Path, tmp_path: Path) -> None:
    (folder / "one.yml").write_text("author: Ada Sample\nlicence: CC BY 4.0\nslug: my-own\n", "utf-8")
    assert run("normalise", folder, "-o", tmp_path / "out").exit_code == 0
    head = front(tmp_path / "out" / "my-own.md")
    assert (head["author"], head["licence"], head.get("draft")) == ("Ada Sample", "CC BY 4.0", None)


def test_normalise_through_a_pipe() -> None:
    result = run("normalise", "-", data=ARTICLE.encode())
    assert result.exit_code == 0
    assert result.stdout.endswith(
        "# A Good Title\n\nThis is the first paragraph of an article that is long enough to be one.\n"
    )


BAD = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n\n", "it is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(500), "a picture"),
    "document.txt": (b"%PDF-1.7 ...", "a PDF"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "large.txt": (b"word " * 10_500_000, "50 MB"),
    "odd.xyz": (b"something", "format is not known"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_named_and_the_rest_are_done(folder: Path, tmp_path: Path, name: str) -> None:
    raw, message = BAD[name]
    (folder / name).write_bytes(raw)
    result = run("normalise", folder, "-o", tmp_path / "out", "-j", "1")
    assert result.exit_code == 1
    assert f"error: {name}" in result.stderr
    assert message in result.stderr
    assert (tmp_path / "out" / "a-good-title.md").exists()


def test_a_source_in_latin_1_is_read(folder: Path, tmp_path: Path) -> None:
    (folder / "one.txt").write_bytes(
        "Über Café und Tee\n\nEin Café ist ein guter Ort für ein erstes Gespräch zu zweit.\n".encode("latin-1")
    )
    assert run("normalise", folder, "-o", tmp_path / "out").exit_code == 0
    assert "Ein Café ist ein guter Ort" in (tmp_path / "out/uber-cafe-und-tee.md").read_text("utf-8")


def test_a_nul_is_reported_and_shows_as_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "one.txt").write_bytes(ARTICLE.replace("first", "fi\0rst").encode())
    result = run("normalise", folder, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "one.txt:3: it holds a NUL" in result.stderr
    assert "first paragraph" in (tmp_path / "out/a-good-title.md").read_text("utf-8")


def test_two_sources_of_one_title_both_get_a_guide(folder: Path, tmp_path: Path) -> None:
    (folder / "two.txt").write_text(ARTICLE.replace("first", "second"), "utf-8")
    result = run("normalise", folder, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "one.txt has the same title" in result.stderr
    assert {"a-good-title.md", "a-good-title-two.md"} <= {path.name for path in (tmp_path / "out").iterdir()}


def test_an_unreadable_source_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "closed.txt").symlink_to(tmp_path / "nowhere.txt")
    result = run("normalise", folder, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "error: closed.txt: it cannot be read: no such file" in result.stderr
    assert (tmp_path / "out" / "a-good-title.md").exists()


METADATA = {
    "titel: x": (1, "did you mean `title`?"),
    "title: x\nretrieved: yesterday": (2, "it says “yesterday” and must be a day such as 2026-11-23"),
    "retrieved: '2026-02-31'": (1, "it says “2026-02-31” and must be a day such as 2026-11-23"),
    "title: A\nrules_off: [page-anchor, pull-quot]": (2, "there is no rule `pull-quot`; did you mean `pull-quote`?"),
    "rules_off: nonsense": (1, "there is no rule `nonsense`; `guidewright rules` lists them"),
    "slug: index": (1, "the page of all guides has this address; choose another"),
    "language: Polish!": (1, "it says “Polish!” and must be a language code such as en, en-GB or pl"),
    "author: a\nlicence: b: c": (2, "quotation marks"),
    "author: [a, b]": (1, "it must be one text"),
    "key_points: one": (1, "list of sentences"),
    "fixes:\n  - find: no such words\n    replace: x": (0, "matches 0 times"),
    "fixes:\n  - find: a\n    replace: x": (1, "must match exactly once"),
    "- a list": (1, "`key: value`"),
    "slug: ../../evil": (1, "small letters"),
    "slug: A B/ü": (1, "small letters"),
}


@pytest.mark.parametrize("text", METADATA)
def test_bad_metadata_names_file_line_and_remedy(folder: Path, tmp_path: Path, text: str) -> None:
    line, message = METADATA[text]
    (folder / "one.yml").write_text(text, "utf-8")
    (folder / "two.txt").write_text(ARTICLE, "utf-8")
    result = run("normalise", folder, "-o", tmp_path / "out")
    assert result.exit_code == 1
    place = f"one.yml:{line}: " if "fixes" not in text else "one.txt"
    assert place in result.stderr
    assert message in result.stderr
    assert (tmp_path / "out" / "a-good-title.md").exists()


def test_a_rule_of_any_kind_can_be_switched_off(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        text = ARTICLE.replace("an article", f"article {name}").replace("A Good", f"The {name}")
        (folder / f"{name}.txt").write_text(f"{text}\nFind your own way with Springford House\n", "utf-8")
    said = "rules_off: [cookie-notice, site-furniture]\nslug: first\nurl: https://a.example/one\n"
    (folder / "one.yml").write_text(said, "utf-8")
    for name in ("two", "three"):
        (folder / f"{name}.yml").write_text(f"url: https://a.example/{name}\nslug: {name}\n", "utf-8")
    assert run("normalise", folder, "-o", tmp_path / "out").exit_code == 0
    found = {path.stem: "Springford House" in path.read_text("utf-8") for path in (tmp_path / "out").glob("*.md")}
    assert found == {"first": True, "two": False, "three": False}


def test_a_pipe_among_the_sources_is_named_and_not_waited_for(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    result = run("normalise", folder, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "error: pipe.txt: it is a pipe or a device" in result.stderr
    assert (tmp_path / "out/a-good-title.md").exists()


def test_no_guide_takes_the_place_of_the_page_of_all_guides(folder: Path, tmp_path: Path) -> None:
    (folder / "one.txt").write_text(ARTICLE.replace("A Good Title", "Index"), "utf-8")
    result = run("normalise", folder, "-o", tmp_path / "out")
    assert "this guide’s address is index-one" in result.stderr
    assert (tmp_path / "out/index-one.md").exists()


def test_a_folder_that_cannot_be_made_or_is_empty_is_named(folder: Path, tmp_path: Path) -> None:
    blocked = run("normalise", folder, "-o", folder / "one.txt" / "out")
    assert blocked.exit_code == 2
    assert "cannot be made" in blocked.stderr
    (tmp_path / "none").mkdir()
    empty = run("normalise", tmp_path / "none", "-o", tmp_path / "out")
    assert empty.exit_code == 1
    assert "no articles" in empty.stderr


def test_examples_in_the_help_stand_on_lines_of_their_own() -> None:
    help_text = run("--help").output
    assert "\\b" not in help_text
    assert "\n    guidewright review sources/ -o review.html" in help_text


def test_why_names_the_rule(folder: Path) -> None:
    result = run("why", folder / "one.txt", "5")
    assert result.exit_code == 0
    assert "removed" in result.output
    assert "cookie-notice: it asks consent" in result.output
    assert run("why", folder / "one.txt", "99").exit_code == 2


def test_why_says_what_a_build_of_the_folder_says(tmp_path: Path) -> None:
    slogan = "Springford counselling, a friend on your way since 1998"
    for number, subject in enumerate(("calm", "sleep", "walks")):
        prose = " ".join(f"{subject} is what you two need on day {day}, and nothing else." for day in range(20))
        text = f"On {subject}\n\n{prose}\n\n{slogan}\n" + "\nSign up for our newsletter\n" * (number == 1)
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
        (tmp_path / f"{number}.yml").write_text(f"url: https://springford.example/{number}\n", "utf-8")
    with (tmp_path / "1.yml").open("a", encoding="utf-8") as file:
        file.write("rules_off: [newsletter-plug]\n")
    assert "site-furniture" in run("why", tmp_path / "1.txt", "5").output
    assert "no rule points at it" in run("why", tmp_path / "1.txt", "7").output


def test_prove_shows_what_each_promise_rests_on(folder: Path) -> None:
    result = run("prove", folder / "one.txt")
    assert result.exit_code == 0, result.output
    lines, words, markup = result.stdout.splitlines()
    assert "6 lines, each with one fate (5 kept, 0 mended, 0 lifted, 1 removed)" in lines
    assert f"all {len(ARTICLE.encode()):,} bytes" in lines
    assert "in the same order" in words
    assert "in tags of our own (h1 p)" in markup
    (folder / "bad.txt").write_bytes(b"%PDF-1.7")
    broken = run("prove", folder / "bad.txt")
    assert (broken.exit_code, "it is a PDF" in broken.stderr) == (1, True)


def test_rules_are_listed_and_shown() -> None:
    assert "cookie-notice" in run("rules").output
    assert "removed | Cookie settings" in run("rules", "cookie-notice").output
    misspelt = run("rules", "cooky-notice")
    assert (misspelt.exit_code, "did you mean cookie-notice?" in misspelt.stderr) == (2, True)


def test_the_article_of_the_page_on_fixing_goes_wrong_as_told_and_the_phrase_there_mends_it(tmp_path: Path) -> None:
    said = (ROOT / "docs/editors/fixing-a-result.md").read_text("utf-8")
    path = tmp_path / "saying-no-kindly.txt"
    path.write_text(re.search(r"```text\n(.*?)```", said, re.DOTALL)[1], "utf-8")
    shown = re.search(r"why sources/saying-no-kindly.txt 11\n(.*?)```", said, re.DOTALL)[1]
    assert run("why", path, "11").output == shown.replace("sources/saying-no-kindly.txt", str(path))
    assert "no rule points at it" in run("why", path, "9").output
    phrase = re.search(r"4\. Add the phrase.*?yaml\n +(.*?)\n", said, re.DOTALL)[1]
    wanted = re.findall(r"(removed|kept) +\| (.*)", said)
    assert [fate for fate, _ in wanted] == ["removed", "kept"]
    for fate, line in wanted:
        found = re.fullmatch(words.expression(phrase), line, re.IGNORECASE)
        assert bool(found) == (fate == "removed")
        assert line not in run("rules", "read-also").output
    assert "Related: How to say sorry" in run("rules", "read-also").output


def test_review_is_one_page_that_asks_nobody(folder: Path, tmp_path: Path) -> None:
    (folder / "one.txt").write_text(ARTICLE + "\n<script>alert(1)</script>\n", "utf-8")
    assert run("review", folder, "-o", tmp_path / "review.html").exit_code == 0
    page = (tmp_path / "review.html").read_text("utf-8")
    assert "cookie-notice" in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
    assert "src=" not in page


def test_adopt_makes_a_page_of_ones_own(folder: Path, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    call = ("adopt", "a-good-title", "--sources", folder, "--docs", docs)
    assert run(*call).exit_code == 0
    assert front(docs / "guides/a-good-title.md")["adopted"]
    assert run(*call).exit_code == 2
    assert run(*call, "--force").exit_code == 0
    assert run("adopt", "no-such", "--sources", folder, "--docs", docs).exit_code == 2


SAMPLE = ("--sources", ROOT / "sources", "--docs", ROOT / "docs", "-j", "1")


def test_links_are_data_with_their_evidence() -> None:
    result = run("links", "--json", *SAMPLE)
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert len(found) > 50
    assert all(each["text"] in each["sentence"] and each["because"] and each["target"] for each in found)
    assert "because" not in run("links", *SAMPLE).stdout
    assert "→ topic:" in run("links", *SAMPLE).stdout


def test_topics_explain_themselves() -> None:
    assert "setting-boundaries" in run("topics", "explain", "boundaries", *SAMPLE).stdout
    assert "“" in run("topics", "explain", "setting-boundaries", *SAMPLE).stdout
    unknown = run("topics", "explain", "no-such", *SAMPLE)
    assert unknown.exit_code == 2
    assert "boundaries" in unknown.stderr


def test_topics_are_proposed_as_files_and_never_overwrite(tmp_path: Path) -> None:
    call = ("topics", "suggest", "--sources", ROOT / "sources", "-o", tmp_path, "-j", "1")
    assert run(*call).exit_code == 0
    first = min(tmp_path.iterdir())
    assert front(first)["terms"]
    first.write_text("mine", "utf-8")
    assert f"{first} is there already" in run(*call).stderr
    assert first.read_text("utf-8") == "mine"


@pytest.mark.parametrize("command", ["", *sorted(main.commands)])
def test_help_teaches(command: str) -> None:
    result = run(*([command] if command else []), "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output
    assert len(result.output.split()) > 20


def test_as_a_process_quiet_when_piped_and_without_colour(folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "guidewright", "normalise", folder, "-o", tmp_path / "out"],
        capture_output=True,
        check=False,
        env=os.environ | {"NO_COLOR": "1"},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_results_do_not_depend_on_hash_seed_or_processes(tmp_path: Path) -> None:
    trees = []
    for seed, jobs in (("1", "1"), ("2", "2")):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "guidewright", "normalise", ROOT / "sources", "-o", out, "-j", jobs],
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
        )
        trees.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert trees[0] == trees[1]
    assert len(trees[0]) >= 24
