"""Addresses that were published: recorded, and missed when they go."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.catalog.addresses import RECORD_FILE, list_ids, write_record
from broadside.catalog.values import make_address
from broadside.pages import fill_shelf, make_pages
from sites import Files, find_problems, make_small_site

MOVES = "docs/redirects.yml"


def read_site(root: Path, files: Files) -> Catalog:
    return read_catalog(read_settings(make_small_site(root, files)))


@pytest.mark.parametrize("files", [{}, {MOVES: "# none yet\n"}, {MOVES: ""}])
def test_a_site_may_have_moved_nothing(tmp_path: Path, files: dict[str, str]) -> None:
    assert read_site(tmp_path, files).moves == {}


def test_old_addresses_lead_to_the_page_of_today_through_all_moves(tmp_path: Path) -> None:
    moves = "/slogans/eyes/: slogans/look\nslogans/look: slogans/look-first\nold/wall.html: slogans/index\nA/index.html: index\n"
    assert read_site(tmp_path, {MOVES: moves}).moves == {
        "slogans/eyes": "slogans/look-first",
        "slogans/look": "slogans/look-first",
        "old/wall.html": "slogans/index",
        "A": "index",
    }


def test_what_is_recorded_is_there(tmp_path: Path) -> None:
    catalog = read_site(tmp_path, {})
    made = {
        page.address for page in make_pages(fill_shelf(catalog, (), (), {}, datetime.date(2027, 6, 10))) if page.language == "en"
    }
    gallery = {"designs/", *(f"designs/{name}/" for name in catalog.designs)}  # made where their samples were printed
    led = {f"units/{unit}/" for unit in catalog.brands}  # a page, or a redirect to the list of units
    assert {make_address(each) for each in list_ids(catalog.entries, catalog.designs, catalog.brands)} <= made | gallery | led


def test_a_renamed_page_is_missed_until_it_has_a_redirect(tmp_path: Path) -> None:
    record = write_record(read_site(tmp_path / "before", {}))
    assert "\n- /slogans/look-first/\n" in record
    assert "\n- /\n" in record
    slogan = "---\ntext: Look twice\n---\n"
    files: dict[str, str | bytes | None] = {
        RECORD_FILE: record,
        "slogans/look-first.md": None,
        "slogans/look-twice.md": slogan,
    }
    (problem,) = find_problems(make_small_site(tmp_path / "after", files))
    assert (problem.path, problem.rule) == (RECORD_FILE, "address-lost")
    assert record.splitlines()[problem.line - 1] == "- /slogans/look-first/"
    assert "slogans/look-twice" in problem.mend()
    moved = {**files, MOVES: "slogans/look-first: slogans/look-twice\n"}
    again = read_site(tmp_path / "moved", moved)
    assert "\n- /slogans/look-first/\n- /slogans/look-twice/\n" in write_record(again), "what was recorded stays"


def test_a_page_with_a_mistake_is_still_there(tmp_path: Path) -> None:
    record = write_record(read_site(tmp_path / "before", {}))
    files = {RECORD_FILE: record, "slogans/look-first.md": "---\ntext: [a\n---\n"}
    problems = find_problems(make_small_site(tmp_path / "after", files))
    assert [problem.path for problem in problems] == ["slogans/look-first.md"]


def test_a_language_that_goes_is_missed(tmp_path: Path) -> None:
    record = write_record(read_site(tmp_path / "before", {}))
    settings = make_small_site(tmp_path / "after", {RECORD_FILE: record})
    settings.write_text(settings.read_text("utf-8").replace("[en, zh]", "[en]"), "utf-8")
    assert "address-language" in {problem.rule for problem in find_problems(settings)}


def test_the_record_is_read_again_as_it_was_written(tmp_path: Path) -> None:
    record = write_record(read_site(tmp_path / "before", {}))
    assert write_record(read_site(tmp_path / "after", {RECORD_FILE: record})) == record
