"""Fetch what worksheets ship with and put it in its place: fonts for the PDF files, pdf-lib for the browser.

Run by hand when a version below changes, with npm and `pip install fonttools brotli`; the results are committed:

    .venv/bin/python scripts/parts/worksheet_assets.py

npm has the fonts as one WOFF2 file a script; Typst wants whole TrueType fonts, so the pieces are merged. The `field`
fonts are small cuts for what readers type: a form field can use 224 characters, so there is one a group of languages.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "src" / "guidewright" / "worksheets" / "fonts"
FIELD_FONTS = FONTS.with_name("field_fonts")
ASSETS = ROOT / "overrides" / "assets" / "worksheets"

# Package and version; the scripts to merge; the file name; the styles.
PLAIN, ALL = ("400-normal", "700-normal"), ("400-normal", "400-italic", "700-normal", "700-italic")
FAMILIES = (
    ("atkinson-hyperlegible-next", "5.3.0", ("latin", "latin-ext"), ALL),
    ("noto-sans", "5.3.0", ("latin", "latin-ext", "vietnamese", "greek", "cyrillic"), PLAIN),
    ("noto-sans-arabic", "5.3.0", ("arabic",), PLAIN),
    ("noto-sans-hebrew", "5.3.0", ("hebrew",), PLAIN),
)
LATIN = "".join(map(chr, range(0x20, 0x7F)))
VIETNAMESE = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư–’“”…"
FIELDS = {
    "western": ("atkinson-hyperlegible-next", bytes(range(0x20, 0x100)).decode("cp1252", "ignore")),
    "central": ("atkinson-hyperlegible-next", bytes(range(0x20, 0x100)).decode("cp1250", "ignore")),
    "vietnamese": ("noto-sans", LATIN + VIETNAMESE),
}
# The forks of pdf-lib and fontkit that are looked after; the first ones have stood still since 2021.
SCRIPTS = (
    ("@cantoo/pdf-lib", "2.11.1", "dist/pdf-lib.min.js", "LICENSE.md"),
    ("@cantoo/fontkit", "2.0.12", "dist/fontkit.umd.min.js", "LICENSE"),
)


def fetch(package: str, version: str, folder: Path) -> Path:
    """Download an npm package and return its folder."""
    name = subprocess.run(
        ["npm", "pack", "--silent", f"{package}@{version}"], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    inside = folder / name.removesuffix(".tgz")
    with tarfile.open(folder / name) as archive:
        archive.extractall(inside, filter="data")
    return inside / "package"


def save(font: TTFont, path: Path) -> None:
    """Write a font so that the same input gives the same bytes."""
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    font.flavor = None
    font.save(path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes, {len(font.getBestCmap())} characters")


def merge(pieces: list[Path], path: Path, work: Path) -> None:
    """Make one TrueType font of the pieces of one style."""
    plain = []
    for piece in pieces:
        font = TTFont(piece)
        font.flavor = None
        plain.append(work / f"{piece.stem}.ttf")
        font.save(plain[-1])
    save(Merger().merge([str(each) for each in plain]) if len(plain) > 1 else TTFont(plain[0]), path)


def cut(source: Path, characters: str, path: Path) -> None:
    """Keep only some characters of a font, with their names, and no layout tables."""
    options = Options(layout_features=[], glyph_names=True, hinting=False, notdef_outline=True, legacy_cmap=False)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT"]
    font = TTFont(source)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    save(font, path)


def coverage() -> None:
    """Write down which characters each family has, as runs of code points, so that a build needs no font library."""
    found = {}
    for path in sorted(FONTS.glob("*-400-normal.ttf")):
        font = TTFont(path)
        points = sorted(font.getBestCmap())
        starts = [n for n, point in enumerate(points) if n == 0 or points[n - 1] != point - 1]
        ends = [*(n - 1 for n in starts[1:]), len(points) - 1]
        named = font["name"].getDebugName(16) or font["name"].getDebugName(1)
        # Typst, which looks fonts up by these names, leaves the weight out.
        family = re.sub(r" (?:Thin|ExtraLight|Light|Regular|Medium|SemiBold|Bold|ExtraBold|Black)$", "", named)
        found[family] = [[points[a], points[b]] for a, b in zip(starts, ends, strict=True)]
    (FONTS / "coverage.json").write_text(json.dumps(found, indent=None, separators=(",", ":")) + "\n", "utf-8")


def measure(path: Path, characters: str) -> None:
    """Write down a field font's widths and the names of its characters by code, as a PDF font dictionary wants them.

    ASCII keeps its codes. The western font is WinAnsi throughout, which every viewer knows by heart; in the others
    the further characters take the codes from 128 up and then a few below 32.
    """
    font = TTFont(path)
    cmap, head, os2 = font.getBestCmap(), font["head"], font["OS/2"]
    scale = 1000 / head.unitsPerEm
    codes = {n: ord(c) for n in range(0x20, 0x100) if (c := bytes([n]).decode("cp1252", "ignore"))}
    named = {}
    if path.stem != "western":
        further = sorted({c for c in characters if ord(c) > 0x7E and c != "\u00ad" and ord(c) in cmap})
        named = dict(zip((*range(0x80, 0x100), *range(0x10, 0x20)), further, strict=False))
        codes = {n: n for n in range(0x20, 0x7F)} | {n: ord(c) for n, c in named.items()}
    first, last = min(codes), max(codes)
    widths = [
        round(font["hmtx"][cmap[codes[n]]][0] * scale) if n in codes and codes[n] in cmap else 0
        for n in range(first, last + 1)
    ]
    facts = {
        "name": re.sub(r"[^A-Za-z-]", "", font["name"].getDebugName(6)),
        "widths": widths,
        "first": first,
        "named": {str(n): f"uni{ord(c):04X}" for n, c in sorted(named.items())},
        "bbox": [round(n * scale) for n in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "ascent": round(font["hhea"].ascent * scale),
        "descent": round(font["hhea"].descent * scale),
        "cap": round(os2.sCapHeight * scale),
    }
    path.with_suffix(".json").write_text(json.dumps(facts, separators=(",", ":")) + "\n", "utf-8")


def main() -> None:
    """Fetch, convert, put in place."""
    FONTS.mkdir(parents=True, exist_ok=True)
    FIELD_FONTS.mkdir(parents=True, exist_ok=True)
    ASSETS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for family, version, scripts, styles in FAMILIES:
            package = fetch(f"@fontsource/{family}", version, work)
            for style in styles:
                pieces = [package / "files" / f"{family}-{script}-{style}.woff2" for script in scripts]
                merge(pieces, FONTS / f"{family}-{style}.ttf", work)
            shutil.copyfile(package / "LICENSE", FONTS / f"LICENSE-{family}.txt")
        for group, (family, characters) in FIELDS.items():
            cut(FONTS / f"{family}-400-normal.ttf", characters, FIELD_FONTS / f"{group}.ttf")
            measure(FIELD_FONTS / f"{group}.ttf", characters)
        coverage()
        for package, version, file, licence in SCRIPTS:
            folder = fetch(package, version, work)
            short = package.rsplit("/", 1)[-1]
            code = (folder / file).read_text("utf-8")
            # There is no map beside it; a browser with its tools open would ask for one and complain.
            (ASSETS / Path(file).name).write_text(re.sub(r"\n//# sourceMappingURL=.*", "", code), "utf-8")
            shutil.copyfile(folder / licence, ASSETS / f"LICENSE-{short}.txt")
            print(f"{ASSETS.relative_to(ROOT)}/{Path(file).name}: {(ASSETS / Path(file).name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
