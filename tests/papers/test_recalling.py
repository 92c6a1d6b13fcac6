"""What was printed of a document is found again without describing it, as long as nothing changed that its papers are made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.printing import list_papers, print_documents
from broadside.papers.recalling import KINDS, Hashing, narrow
from broadside.press.running import Press, Progress
from broadside.store import Store
from sites import REPOSITORY, Files, make_site

EACH = 4
RAIN = "docs/notices/rain.md"
CAMPAIGN = "docs/campaigns/month.md"
FILES: dict[str, str] = {
    RAIN: "---\ntitle: Rain\ndate: 2027-06-09\nunit: group\nsupersedes: notices/drizzle\n---\nAll take part.\n",
    "docs/notices/rain.zh.md": "---\ntitle: 下雨\n---\n全体参加。\n",
    "docs/notices/drizzle.md": "---\ntitle: Drizzle\ndate: 2027-06-08\nunit: group\n---\nSome take part.\n",
    "docs/notices/sun.md": "---\ntitle: Sun\ndate: 2027-06-08\nunit: group\n---\nNobody takes part.\n",
}
MONTH = "---\ntitle: Safe month\ntheme: {en: Look first, zh: 先看后干}\nstarts: 2027-06-01\nends: 2027-06-30\n"


def read(folder: Path, files: Files) -> Catalog:
    return read_catalog(read_settings(make_site(folder, {**FILES, **files})))


def hash_rain(folder: Path, files: Files) -> str:
    catalog = read(folder, files)
    part = narrow(catalog, catalog.entries["notices/rain"])
    assert part is not None
    return Hashing(catalog).hash(part)


def test_a_part_of_the_catalog_makes_the_same_papers_as_the_whole(catalog: Catalog) -> None:
    for kind in KINDS:
        parts = [(entry, part) for entry in catalog.of_kind(kind) if (part := narrow(catalog, entry))][:EACH]
        assert parts, kind
        for entry, part in parts:
            papers = list(list_papers(part, entry))
            assert papers
            assert papers == list(list_papers(catalog, entry)), entry.id


@pytest.mark.parametrize(
    "files",
    [
        {RAIN: FILES[RAIN].replace("All", "Many")},
        {RAIN: FILES[RAIN].replace("title: Rain", "title: Much rain")},
        {"docs/notices/rain.zh.md": "---\ntitle: 下雨\n---\n全部参加。\n"},
        {"docs/notices/rain.zh.md": None},
        {"docs/notices/drizzle.md": FILES["docs/notices/drizzle.md"].replace("Drizzle", "A little rain")},
        {CAMPAIGN: MONTH + "palette: {primary: '#003366', accent: '#ffcc00'}\n---\n"},
    ],
)
def test_what_a_paper_is_made_from_changes_its_hash(tmp_path: Path, files: Files) -> None:
    assert hash_rain(tmp_path / "after", files) != hash_rain(tmp_path / "before", {})


def test_what_it_is_not_made_from_does_not(tmp_path: Path) -> None:
    after = hash_rain(tmp_path / "after", {"docs/notices/sun.md": None, "slogans/new.md": "---\ntext: Look\n---\n"})
    assert after == hash_rain(tmp_path / "before", {}), "also in another folder"


def test_a_text_with_a_picture_and_a_kind_that_looks_around_have_no_part(tmp_path: Path) -> None:
    catalog = read(tmp_path, {})
    assert narrow(catalog, catalog.entries["campaigns/month"]) is None
    rain = catalog.entries["notices/rain"]
    for body in ("![a gate](gate.jpg)", '<IMG src="gate.jpg">'):
        object.__setattr__(rain.parsed, "body", body)
        assert narrow(catalog, rain) is None


def test_what_was_printed_is_found_without_describing_it_and_what_went_is_printed_again(tmp_path: Path) -> None:
    catalog, store = read(tmp_path / "site", {}), Store(tmp_path / "store")
    heard: list[Progress] = []

    def print_all() -> dict[str, list[tuple[str, str, Path, bool]]]:
        heard.clear()
        with Press(REPOSITORY / "posters", REPOSITORY / "slogans", store, workers=1) as press:
            printed, problems = print_documents(catalog, press, ["notices/rain", "notices/sun"], report=heard.append)
        assert problems == ()
        return {
            name: [(each.paper.name, each.paper.language, each.files[".pdf"], bool(each.paper.data)) for each in its]
            for name, its in printed.items()
        }

    first = print_all()
    assert [row[:2] for row in first["notices/rain"]] == [("notice", "en"), ("notice", "zh")]
    assert all(row[3] for its in first.values() for row in its)
    again = print_all()
    assert again == {name: [(*row[:3], False) for row in its] for name, its in first.items()}
    assert (heard[-1].done, heard[-1].total, heard[-1].printed) == (3, 3, 0)
    first["notices/sun"][0][2].unlink()
    third = print_all()
    assert [its[0][3] for its in third.values()] == [False, True]
    assert third["notices/sun"][0][2].is_file()
