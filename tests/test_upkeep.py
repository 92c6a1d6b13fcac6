"""What a site's store must keep: all that a build of today's content takes from it, and no more."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from broadside.building import locate_store, make_site, publish_edition
from broadside.problems import ContentMistakes
from broadside.store import Limits, list_kept
from broadside.upkeep import NoTimesError, clear_store, list_needed, measure_store
from hostile.making import MAKERS
from sites import REPOSITORY, TESTS
from sites import make_site as lay_site
from store.test_using import age

SLOGAN = "---\ntext: Look first\ndesign: wall\ncarriers: [poster-a3]\ncampaign: month\n---\n"
WORK = (
    "---\ntitle: Gate\nmedium: painting\nnamed: team\nteam: Night shift\nlicence: For us.\n"
    "consent: {given: 2027-05-06, scope: [site, vote]}\nimage: place.jpg\nalt: A gate.\n---\n"
)
FILES: dict[str, str | bytes | None] = {
    **{f"posters/designs/{path.name}": None for path in (REPOSITORY / "posters/designs").iterdir()},
    "posters/designs/wall/design.yml": (TESTS / "small/posters/designs/plain/design.yml")
    .read_text("utf-8")
    .replace("[poster, banner, screen]", "[poster-a3]"),
    "posters/designs/wall/design.typ": '#import "/parts/sheet.typ": *\n#show: sheet\n#words(fill: black)\n',
    "slogans/look-first.md": SLOGAN,
    "docs/notices/rain.md": "---\ntitle: Rain\ndate: 2027-06-09\nunit: group\n---\nAll take part.\n",
    "docs/works/gate.md": WORK,
    "docs/works/place.jpg": MAKERS["place-in-jpeg"](),
    "posters/editions": None,
}
DAY_S = 24 * 3600.0


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROADSIDE_STORE", raising=False)
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return the configuration of a site with one design, a sheet, a letter, a work and its photograph."""
    return lay_site(tmp_path / "site", FILES)


def list_keys(config: Path) -> set[str]:
    return {each.key for each in list_kept(locate_store(config.parent).root)}


def test_what_a_build_takes_is_needed_and_what_went_from_the_content_goes_in_time(config: Path) -> None:
    before = list_needed(config)
    assert list_keys(config) == set(), "nothing is printed to find that out"
    make_site(config)
    assert list_keys(config) == before
    for each in list_kept(locate_store(config.parent).root):
        age(Path(each.path), 40 * DAY_S)
    assert clear_store(config, Limits(30 * DAY_S)).removed.files == 0
    (config.parent / "slogans/look-first.md").write_text(SLOGAN.replace("Look first", "Look twice"), "utf-8")
    assert clear_store(config, Limits(50 * DAY_S)).removed.files == 0
    assert clear_store(config, Limits(30 * DAY_S), is_dry=True).removed.files
    assert list_keys(config) == before
    clear_store(config, Limits(30 * DAY_S))
    assert list_keys(config) == before & list_needed(config) < before


def test_what_an_edition_records_stays_whatever_the_bound(config: Path) -> None:
    publish_edition(config, "june-2027")
    locate_store(config.parent).put("0" * 64, ".jpg", b"a crop of a photograph")
    (config.parent / "slogans/look-first.md").write_text(SLOGAN.replace("Look first", "Look twice"), "utf-8")
    for each in list_kept(locate_store(config.parent).root):
        age(Path(each.path), 40 * DAY_S)
    recorded = measure_store(config).editions
    assert recorded.files >= 3
    cleared = clear_store(config, Limits(30 * DAY_S, 0))
    assert cleared.removed.files == 2, "the crop, and the note of what was printed of the notice"
    assert (cleared.kept, cleared.over) == (recorded, recorded.size)


def test_content_with_mistakes_removes_nothing(config: Path) -> None:
    store = locate_store(config.parent)
    age(store.put("0" * 64, ".pdf", b"data"), 40 * DAY_S)
    (config.parent / "slogans/look-first.md").write_text(SLOGAN.replace("poster-a3", "poster-a33"), "utf-8")
    with pytest.raises(ContentMistakes):
        clear_store(config, Limits(0, 0))
    assert list_keys(config) == {"0" * 64}


def test_a_disk_that_forgets_uses_is_refused(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = locate_store(config.parent)
    age(store.put("0" * 64, ".pdf", b"data"), 40 * DAY_S)
    monkeypatch.setattr("os.utime", lambda *_, **__: None)
    with pytest.raises(NoTimesError):
        clear_store(config, Limits(0, 0))
    assert list_keys(config) == {"0" * 64}


def test_how_large_a_store_is(config: Path) -> None:
    assert measure_store(config).all.files == 0
    store = locate_store(config.parent)
    store.put("0" * 64, ".pdf", b"data")
    draft = store.root / "00/.draft-1"
    draft.write_bytes(b"half")
    age(draft, 2 * DAY_S)
    state = measure_store(config)
    assert (state.folder, state.all.files, state.all.size, state.drafts.files) == (store.root, 1, 4, 1)
    assert time.time() - draft.stat().st_mtime > DAY_S, "looking changes nothing"
