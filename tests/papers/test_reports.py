"""Reports on paper, read with poppler: every figure in words, what is counted apart from what is entered, examples named."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog
from broadside.tallies import word_report

from .conftest import Print, read_info, read_words

REPORT = "reports/safe-production-month-2026"


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "en",
            [
                "Example figures. The entered figures are made up",
                "What this site counts",
                "36 banners",
                "143 attendances",
                "Problems",
            ],
        ),
        ("zh", ["示例数据。人工填报的数字是编出来的", "网站统计", "36条", "143人次", "存在的问题"]),
    ],
)
def test_figures_stand_with_their_units_and_an_example_says_so(print_paper: Print, language: str, parts: list[str]) -> None:
    text = "".join(read_words(print_paper(REPORT, "report", language)).split())
    assert [part for part in parts if "".join(part.split()) not in text] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_paper_has_the_numbers_of_the_page(catalog: Catalog, print_paper: Print, language: str) -> None:
    for entry in catalog.of_kind("report"):
        figures = word_report(catalog, entry, language)
        text = "".join(read_words(print_paper(entry.id, "report", language)).split())
        rows = [f"{label}{''.join(map(str, counts))}{sum(counts)}" for label, counts in figures.weeks]
        rows += [f"{row.name}{row.now}{row.before}{row.change}" for row in figures.counts if row.change]
        assert [row for row in rows if "".join(row.split()) not in text] == []
        assert figures.weeks


def test_it_is_a4_and_tagged(print_paper: Print) -> None:
    info = read_info(print_paper(REPORT, "report", "en"))
    assert info["Tagged"] == "yes"
    assert "A4" in info["Page size"]
