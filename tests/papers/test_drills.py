"""The emergency card, the assembly-point sign and the observer's sheet: whole, of their size, or refused at the words' place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.printing import list_papers, print_documents
from broadside.press.running import Press
from broadside.store import Store
from sites import make_site

from .conftest import Print, read_info, read_words, run

DRILL = "drills/water-inrush"
CARDS = {
    "emergency-card-pocket": "595.276 x 841.89 pts (A4)",
    "emergency-card-a6": "297.638 x 419.528 pts",
    "emergency-card-a4": "595.276 x 841.89 pts (A4)",
}
WRITTEN = """---
title: Water
topics: [flood]
scenario: Water comes in.
roles: [{{post: Gate, does: Opens}}]
timeline: [{{minute: 0, what: Alarm, who: Gate}}]
criteria: [{{look: Alarm, expected: Heard}}]
emergency:
  first: [{first}]
  call: [{{post: Gate}}]
  assembly: {point}
signs: [here]
---
"""


def squeeze(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", CARDS)
def test_every_card_has_all_words_on_one_page(catalog: Catalog, print_paper: Print, name: str, language: str) -> None:
    pdf = print_paper(DRILL, name, language)
    info, text = read_info(pdf), read_words(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("1", CARDS[name], "yes")
    emergency = catalog.entries[DRILL].say("emergency", language)
    words = [*emergency.first, emergency.assembly, *(call.post for call in emergency.call), "120"]
    assert [each for each in words if squeeze(each) not in text] == []


def test_a_pocket_card_is_an_id_1_card_twice(print_paper: Print) -> None:
    """Four steps numbered 1 on the page: four cards; ISO/IEC 7810's width is where the second one's frame begins and ends."""
    words = run("pdftotext", "-bbox", print_paper(DRILL, "emergency-card-pocket", "en"), "-")
    ones = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>1</word>', words)
    assert len({(round(float(x)), round(float(y))) for x, y in ones if float(x)}) >= 4


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("name", "size"), [("assembly-sign-a4", "841.89 x 595.276 pts (A4)"), ("assembly-sign-a3", "1190.55 x 841.89 pts (A3)")]
)
def test_a_sign_a_direction_with_the_point_s_own_name(
    catalog: Catalog, print_paper: Print, name: str, size: str, language: str
) -> None:
    pdf = print_paper(DRILL, name, language)
    info = read_info(pdf)
    assert (info["Pages"], info["Page size"], info["Tagged"]) == ("4", size, "yes")
    assert read_words(pdf).count(squeeze(catalog.entries[DRILL].say("emergency", language).assembly)) == 4


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_observer_has_the_course_and_every_criterion(catalog: Catalog, print_paper: Print, language: str) -> None:
    pdf = print_paper(DRILL, "drill-evaluation", language)
    text, entry = read_words(pdf), catalog.entries[DRILL]
    assert read_info(pdf)["Pages"] == "1"
    assert [row.what for row in entry.say("timeline", language) if squeeze(row.what) not in text] == []
    assert [row.look for row in entry.say("criteria", language) if squeeze(row.look) not in text] == []


def test_without_a_direction_there_is_no_sign(tmp_path: Path) -> None:
    text = WRITTEN.format(first="Climb.", point="Gate 2").replace("signs: [here]\n", "")
    catalog = read_catalog(read_settings(make_site(tmp_path, {"docs/drills/water.md": text})))
    names = [paper.name for paper in list_papers(catalog, catalog.entries["drills/water"])]
    assert names == [*CARDS, "drill-evaluation"]


@pytest.mark.parametrize(
    ("first", "point", "papers"),
    [
        (
            ", ".join(["Walk upwards with all the others and do not stop for anything that you have left behind"] * 9),
            "Gate 2",
            {"emergency-card-pocket"},
        ),
        (
            "Climb.",
            "The yard behind the second gate beside the old water tower and the new car park of the training centre, " * 3,
            {"assembly-sign-a4", "assembly-sign-a3"},
        ),
    ],
)
def test_what_fits_no_card_is_a_mistake_at_its_field(tmp_path: Path, first: str, point: str, papers: set[str]) -> None:
    text = WRITTEN.format(first=first, point=point.strip())
    catalog = read_catalog(read_settings(make_site(tmp_path, {"docs/drills/water.md": text})))
    with Press(tmp_path / "posters", tmp_path / "slogans", Store(tmp_path / "store"), workers=1) as press:
        _, problems = print_documents(catalog, press)
    assert {(each.rule, each.line) for each in problems} == {("paper-too-long", 9)}
    assert papers <= {str(dict(each.facts)["paper"]) for each in problems}
