"""Leaflets: two pages with every word, larger where there is room; what does not fit is a mistake that says how much."""

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
from sites import make_site

from .conftest import Print, read_info, read_words, run

ARTICLE = "knowledge/fire-at-home"
SIZES = {"leaflet-a5": "419.528 x 595.276 pts", "leaflet-tri-fold": "841.89 x 595.276 pts (A4)"}
WRITTEN = """---
title: Ladders
kind: skill
topics: [height]
leaflet: [{form}]
---
## First

{first}

## Second

{second}

## Third

Short.

## Fourth

Short.
"""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", SIZES)
def test_two_pages_with_every_word(catalog: Catalog, print_paper: Print, name: str, language: str) -> None:
    pdf = print_paper(ARTICLE, name, language)
    info, text = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("2", SIZES[name], "yes")
    lines = say_blocks(read_document(catalog, catalog.entries[ARTICLE], language, notes=False)).splitlines()
    assert len(lines) > 30
    assert [line for line in lines if "".join(line.split()) not in text] == []


@pytest.mark.parametrize("name", SIZES)
def test_the_code_leads_to_the_article(print_paper: Print, name: str, tmp_path: Path) -> None:
    subprocess.run(["pdftoppm", "-r", "150", "-png", print_paper(ARTICLE, name, "zh"), tmp_path / "page"], check=True)
    read = subprocess.run(["zbarimg", "-q", "--raw", *tmp_path.glob("*.png")], check=False, capture_output=True, text=True)
    assert read.stdout.split() == ["https://safety.beacon.example/zh/knowledge/fire-at-home/"]


def test_who_listens_hears_the_cover_first(print_paper: Print) -> None:
    text = run("pdftotext", "-raw", print_paper(ARTICLE, "leaflet-tri-fold", "en"), "-")
    places = [text.index(words) for words in ("out first", "Emergency number", "In the first minute", "In the kitchen")]
    assert places == sorted(places)


def test_only_who_asks_has_a_leaflet(catalog: Catalog) -> None:
    assert [paper.name for paper in list_papers(catalog, catalog.entries["knowledge/lifting"])] == ["talk-card", "talk-card"]


def print_written(root: Path, form: str, first: str, second: str) -> tuple[Catalog, str]:
    """Print the leaflet of a written article; returns the catalog and what was wrong with it."""
    text = WRITTEN.format(form=form, first=first, second=second)
    catalog = read_catalog(read_settings(make_site(root, {"docs/knowledge/ladders.md": text})))
    with Press(root / "posters", root / "slogans", Store(root / "store"), workers=1) as press:
        printed, problems = print_documents(catalog, press)
    assert [each.paper.name for each in printed["knowledge/ladders"]] == ["talk-card", *([] if problems else [f"leaflet-{form}"])]
    return catalog, format_text(problems, "en") if problems else ""


SHORT, LONG = "Look at the ladder. " * 10, "Look at the ladder before you climb. " * 400


@pytest.mark.parametrize(
    ("form", "first", "second", "part"),
    [("a5", SHORT, LONG, "pages"), ("tri-fold", SHORT, LONG, "inside"), ("tri-fold", LONG, SHORT, "flap")],
)
def test_what_does_not_fit_is_told(tmp_path: Path, form: str, first: str, second: str, part: str) -> None:
    _, message = print_written(tmp_path, form, first, second)
    assert message.startswith(
        f'docs/knowledge/ladders.md:7:1: the paper "leaflet-{form}" has too little room ({part}): the words are '
    )
    assert "shorten them by about" in message


@pytest.mark.parametrize("form", ["a5", "tri-fold"])
def test_a_section_longer_than_a_part_runs_on(tmp_path: Path, form: str) -> None:
    _, message = print_written(tmp_path, form, SHORT, "Look at the ladder before you climb. " * 100)
    assert message == ""
