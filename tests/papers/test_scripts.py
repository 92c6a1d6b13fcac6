"""The paper of a radio script: large letters, times, voices; no sentence over a page, no phrase over a line where it fits one."""

from __future__ import annotations

import json
import re

import pytest

from broadside.catalog import Catalog
from broadside.papers.scripts import make_script

from .conftest import Print, read_info, read_words, run

TALK, RAIN = "scripts/consultation-day-2027", "scripts/flood-and-heat"


def test_the_template_is_told_who_speaks_and_when(catalog: Catalog) -> None:
    data = json.loads(make_script(catalog, catalog.entries[TALK], "zh").data)
    assert data["voices"] == ["播音员", "安全员"]
    assert data["labels"]["slot"] == "时段：2:30"
    assert data["parts"][0]["starts"] == "0:00"
    assert [line["voice"] for line in data["parts"][0]["lines"]] == [0, 1, 0, 1]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("document", [TALK, RAIN])
def test_a_page_ends_where_a_sentence_does(catalog: Catalog, print_paper: Print, document: str, language: str) -> None:
    pdf = print_paper(document, "script", language)
    info = read_info(pdf)
    assert (info["Tagged"], info["Page size"]) == ("yes", "595.276 x 841.89 pts (A4)")
    assert int(info["Pages"]) > 1
    data = json.loads(make_script(catalog, catalog.entries[document], language).data)
    pages = ["".join(page.split()) for page in run("pdftotext", "-layout", pdf, "-").split("\f") if page.strip()]
    for line in (line for part in data["parts"] for line in part["lines"]):
        for sentence in line["sentences"]:
            pieces = ["".join(each["text"].split()) for phrase in sentence for each in phrase if each["text"]]
            assert any(all(piece in page for piece in pieces) for page in pages), pieces


def test_a_phrase_that_fits_a_line_stands_on_one(catalog: Catalog, print_paper: Print) -> None:
    words = run("pdftotext", "-layout", print_paper(RAIN, "script", "zh"), "-")
    data = json.loads(make_script(catalog, catalog.entries[RAIN], "zh").data)
    lines = ["".join(line.split()) for line in words.splitlines()]
    for part in data["parts"]:
        for phrase in (phrase for line in part["lines"] for sentence in line["sentences"] for phrase in sentence):
            text = "".join(each["text"] for each in phrase)
            assert len(text) > 24 or any(text in line for line in lines), text


def test_the_whole_time_stands_on_it(print_paper: Print) -> None:
    text = read_words(print_paper(RAIN, "script", "en"))
    assert re.search(r"Tobereadin\d:\d\d", text)
    assert "Slot:3:00" in text
