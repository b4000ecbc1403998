"""What the page for integrators shows runs as it stands."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/developers/using-the-library.md"


def test_the_code_of_the_page_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert len(blocks) == 4
    names = {}
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), names)  # noqa: S102 - it is our own page
    mapped = {each.guide.slug for each in names["outcomes"]}
    assert mapped == {guide.slug for guide in names["guides"]}
