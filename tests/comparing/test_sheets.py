"""Which sheets are compared, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from broadside.checking import check_site
from broadside.comparing.sheets import find_looks, pair_sheets
from broadside.sheets import Sheet
from sites import make_site

WORDS = "---\ntext: {{en: Look first, zh: 先看后干}}\ndesign: signal\ncarriers: [{carriers}]\n---\n"


def plan(root: Path, **slogans: str) -> tuple[Sheet, ...]:
    files = {f"slogans/{name}.md": WORDS.format(carriers=carriers) for name, carriers in slogans.items()}
    return check_site(make_site(root, {"slogans/look-first.md": None, **files}))[1]


def name_by(text: str) -> Callable[[Sheet], str]:
    return lambda sheet: f"{text} {sheet.slogan} {sheet.carrier_id}"


def test_one_sheet_stands_for_those_that_look_like_it(tmp_path: Path) -> None:
    looks = find_looks(plan(tmp_path / "a", one="poster-a4, poster-a3, screen-landscape"), {})
    assert {(sheet.carrier_id, sheet.language) for sheet in looks.values()} == {
        (carrier, language) for carrier in ("poster-a3", "screen-landscape") for language in ("en", "zh")
    }
    # A copy of another's picture is drawn where that other is not printed.
    alone = find_looks(plan(tmp_path / "b", one="poster-a4"), {})
    assert {(sheet.carrier_id, sheet.carrier.looks_like, sheet.forms) for sheet in alone.values()} == {("poster-a4", None, ())}
    assert {place[2] for place in alone} == {"poster-a3"}


def test_only_what_has_another_key_is_shown_something_of_each_slogan_first(tmp_path: Path) -> None:
    looks = find_looks(plan(tmp_path, one="poster-a3, screen-landscape", two="poster-a3"), {})
    assert pair_sheets(looks, looks, name_by("a"), name_by("a")) == ()
    pairs = pair_sheets(looks, looks, name_by("a"), name_by("b"))
    assert [(pair.sheet.slogan, pair.sheet.carrier_id, pair.sheet.language) for pair in pairs] == [
        ("one", "poster-a3", "en"),
        ("one", "poster-a3", "zh"),
        ("two", "poster-a3", "en"),
        ("two", "poster-a3", "zh"),
        ("one", "screen-landscape", "en"),
        ("one", "screen-landscape", "zh"),
    ]


def test_sheets_come_go_and_follow_a_new_name(tmp_path: Path) -> None:
    was = plan(tmp_path / "was", old="poster-a3", gone="poster-a3")
    now = plan(tmp_path / "now", new="poster-a3", more="poster-a3")
    pairs = pair_sheets(find_looks(was, {"old": "new"}), find_looks(now, {}), name_by(""), name_by(""))
    told = {(pair.before and pair.before.slogan, pair.after and pair.after.slogan) for pair in pairs}
    assert told == {("old", "new"), ("gone", None), (None, "more")}
