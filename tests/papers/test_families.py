"""Letters home that fold at their marks, and promises that everybody signs; what does not fit is a mistake."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.describing import read_document
from broadside.papers.printing import list_papers, print_documents
from broadside.papers.values import say_blocks
from broadside.press.running import Press
from broadside.problems import format_text
from broadside.store import Store
from sites import REPOSITORY, make_site

from .conftest import Print, read_info, read_words

LETTER = "knowledge/letter-to-families"
WRITTEN = "---\ntitle: To you\nkind: family\ntopics: [fire]\n{fields}---\n{body}\n"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_letter_has_every_word_and_a_side_for_the_address(catalog: Catalog, print_paper: Print, language: str) -> None:
    pdf = print_paper(LETTER, "letter-home", language)
    info, words = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("2", "595.276 x 841.89 pts (A4)", "yes")
    lines = say_blocks(read_document(catalog, catalog.entries[LETTER], language, notes=False)).splitlines()
    assert [line for line in lines if "".join(line.split()) not in words] == []
    assert ("Forthefamilyof" if language == "en" else "请交给") in words


def test_the_marks_stand_where_it_is_folded(print_paper: Print, tmp_path: Path) -> None:
    """At the left edge of both pages, 99 mm and 198 mm from above: rows of pixels at 25.4 to the inch are millimetres."""
    pdf = print_paper(LETTER, "letter-home", "en")
    subprocess.run(["pdftoppm", "-r", "254", "-x", "2", "-W", "44", "-gray", pdf, tmp_path / "edge"], check=True)
    data = (tmp_path / "edge-1.pgm").read_bytes()
    _, size, _, pixels = data.split(b"\n", 3)
    width = int(size.split()[0])
    dark = [row for row in range(len(pixels) // width) if min(pixels[row * width : (row + 1) * width]) < 128]
    assert {round(row / 10) for row in dark} == {99, 198}


@pytest.mark.parametrize("name", ["family-promise-a4", "family-promise-a3"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_poster_is_one_page_with_every_promise(catalog: Catalog, print_paper: Print, name: str, language: str) -> None:
    pdf = print_paper(LETTER, name, language)
    info, words = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Tagged"]) == ("1", "yes")
    assert info["Page size"].endswith(f"({name[-2:].upper()})") or name.endswith("a3")
    promise = catalog.entries[LETTER].say("promise", language)
    assert len(promise) >= 5
    assert [each for each in promise if "".join(each.split()) not in words] == []


def test_only_who_asks_has_them(catalog: Catalog) -> None:
    names = {paper.name for paper in list_papers(catalog, catalog.entries["knowledge/fire-at-home"])}
    assert not names & {"letter-home", "family-promise-a4", "family-promise-a3"}


@pytest.mark.parametrize(
    ("fields", "body", "message"),
    [
        ("letter_home: true\n", "Words that we write to you. " * 300, '"letter-home" has too little room (letter)'),
        (
            "promise: [{}]\n".format(", ".join(["We keep the way out of our home clear by day and night"] * 20)),
            "Hello.",
            "(promise)",
        ),
    ],
)
def test_what_does_not_fit_is_told(tmp_path: Path, fields: str, body: str, message: str) -> None:
    root = make_site(tmp_path, {"docs/knowledge/to-you.md": WRITTEN.format(fields=fields, body=body)})
    catalog = read_catalog(read_settings(root))
    with Press(REPOSITORY / "posters", root / "slogans", Store(tmp_path / "store"), workers=1) as press:
        _, problems = print_documents(catalog, press, ["knowledge/to-you"])
    assert message in format_text(problems, "en")
