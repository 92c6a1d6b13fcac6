"""Notices as letters, read with poppler and qpdf: every word, day and number, the archive's standard."""

from __future__ import annotations

import re
import subprocess

import pytest

from broadside.catalog import Catalog
from broadside.papers.describing import list_languages, read_document
from broadside.papers.values import say_blocks

from .conftest import Print, read_info, read_words, run

NUMBERED = "notices/2026/launch-safe-production-month-2027"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_word_of_every_notice_is_in_its_letter(catalog: Catalog, print_paper: Print, language: str) -> None:
    for entry in catalog.of_kind("notice"):
        assert language in list_languages(catalog, entry)
        text = read_words(print_paper(entry.id, "notice", language)).replace("\u00ad", "")
        said = say_blocks(read_document(catalog, entry, language, notes=False))
        words = [word for word in said.replace(", ", " ").split() if word.isalnum()]
        assert len(words) > 20 or language == "zh"
        assert [word for word in words if word not in text.replace("-", "")] == []


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["Beacon Group", "Beacon Safety [2026] No. 31", "Issued 2 November 2026", "Page 1 of 2", "Place for the seal"]),
        ("zh", ["灯塔集团", "灯塔安〔2026〕31号", "2026年11月2日", "第 1 页，共 2 页", "用印处"]),
    ],
)
def test_what_makes_a_letter_official(print_paper: Print, language: str, parts: list[str]) -> None:
    text = read_words(print_paper(NUMBERED, "notice", language))
    assert [part for part in parts if "".join(part.split()) not in text] == []


def test_a_link_prints_its_address_once_and_leads_there(print_paper: Print) -> None:
    pdf = print_paper(NUMBERED, "notice", "zh")
    address = "https://safety.beacon.example/zh/campaigns/safe-production-month-2027/"
    assert read_words(pdf).count(address) == 1
    assert address in run("pdfinfo", "-url", pdf)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_letter_is_a4_tagged_and_for_the_archive(print_paper: Print, language: str) -> None:
    pdf = print_paper(NUMBERED, "notice", language)
    info = read_info(pdf)
    assert (info["Page size"], info["Tagged"], info["JavaScript"]) == ("595.276 x 841.89 pts (A4)", "yes", "no")
    assert info["CreationDate"].startswith(("Thu Jan  1", "Mon Nov  2"))
    tags = set(re.findall(r"^ *(\w+)", run("pdfinfo", "-struct", pdf), re.MULTILINE))
    assert {"H1", "H2", "Table", "TH", "L", "Figure"} <= tags
    xmp = run("pdfinfo", "-meta", pdf)
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    fonts = [line.split() for line in run("pdffonts", pdf).splitlines()[2:]]
    assert all(line[-5] == "yes" for line in fonts), fonts  # embedded
    assert subprocess.run(["qpdf", "--check", pdf], check=False, capture_output=True).returncode == 0
