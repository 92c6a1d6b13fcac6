"""What a check remembers never changes what it finds, and is not laid out again."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from broadside import checking
from broadside.catalog import Catalog, Entry, read_catalog, read_settings
from broadside.checking import check_again, gather_site
from broadside.remembering import Surroundings, hash_ground, name_state, read_memory
from broadside.sheets import Wish, plan_slogan
from many_units import make_units
from sites import make_site, make_small_site

LONG = "Look first and then look again before anybody lifts anything at all over the heads of all the others on this site"
SLOGAN = "---\ntext: {en: %s, zh: 先看后干}\ntopics: [ppe]\n---\n"
ARTICLE = "---\ntitle: Look first\nkind: skill\ntopics: [ppe]\nsummary: Look.\n---\n\n%s\n"
BOARD = (
    "---\ntitle: June\ndate: 2027-06-01\nmasthead: {en: Corner, zh: 园地}\nboard: {width_mm: 4000, height_mm: 1200}\n"
    "columns: [{article: knowledge/look}, {article: knowledge/look, text: {en: Lift, zh: 起}},"
    " {article: knowledge/look, text: {en: Go, zh: 走}}]\n---\n"
)
CAMPAIGN = "---\ntitle: %s\ntheme: {en: Look first, zh: 先看后干}\nstarts: 2027-06-01\nends: 2027-06-30\n---\n"
BRAND = "name: {en: %s, zh: 小集团}\nlogo: logo.svg\nlogo_alt: {en: Small Group logo, zh: 小集团标志}\n"
STATES: dict[str, list[str | None]] = {
    "slogans/look-first.md": [SLOGAN % "Look first", SLOGAN % LONG, SLOGAN % "Look first 𓀀", SLOGAN % "Look, then lift"],
    "slogans/other.md": [None, SLOGAN % "Other", SLOGAN % LONG],
    "docs/knowledge/look.md": [ARTICLE % "Look before you lift.", ARTICLE % "Look 𓀀."],
    "docs/blackboards/june.md": [None, BOARD, BOARD.replace("Corner", "Corner of the very many very long words " * 9)],
    "docs/campaigns/month.md": [CAMPAIGN % "Safe month", CAMPAIGN % "Safe 𓀀"],
    "posters/brands/group/brand.yml": [BRAND % "Small Group", BRAND % "Small 𓀀"],
}
"""What a file may be: whole, with words that have no room, with a letter that no face has, or not there."""


def lay(root: Path, path: str, text: str | None) -> None:
    """Write a file, or take it away."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site whose files the examples below change one after another; its memory lives on from one to the next."""
    root = tmp_path_factory.mktemp("remembering") / "site"
    make_small_site(root, {})
    return root


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.sampled_from([(path, n) for path, states in STATES.items() for n in range(len(states))]), max_size=6))
def test_what_is_remembered_changes_no_answer(changing: Path, changes: list[tuple[str, int]]) -> None:
    for path, states in STATES.items():
        lay(changing, path, states[0])
    for path, number in (*changes, changes[0] if changes else ("slogans/look-first.md", 0)):
        lay(changing, path, STATES[path][number])
        assert check_again(changing / "mkdocs.yml") == gather_site(changing / "mkdocs.yml").problems


def test_each_state_is_a_state_of_its_own(changing: Path) -> None:
    """The changes above do change answers."""
    for path, states in STATES.items():
        lay(changing, path, states[0])
    lay(changing, "docs/blackboards/june.md", BOARD)
    for path, wrong in {"slogans/look-first.md": 1, "docs/knowledge/look.md": 1, "docs/blackboards/june.md": 2}.items():
        assert check_again(changing / "mkdocs.yml") == ()
        kept = (changing / path).read_text("utf-8")
        lay(changing, path, STATES[path][wrong])
        assert check_again(changing / "mkdocs.yml"), path
        lay(changing, path, kept)


def test_what_was_whole_is_not_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = make_site(tmp_path / "site", {"slogans/other.md": SLOGAN % "Other"})
    planned: list[str] = []

    def plan(catalog: Catalog, entry: Entry, wish: Wish) -> object:
        planned.append(entry.id)
        return real(catalog, entry, wish)

    real = plan_slogan
    monkeypatch.setattr(checking, "plan_slogan", plan)
    for changed, expected in ((None, ["slogans/look-first", "slogans/other"]), (None, []), ("slogans/other.md", ["slogans/other"])):
        if changed:
            (config.parent / changed).write_text(SLOGAN % "Another", "utf-8")
        planned.clear()
        assert check_again(config) == ()
        assert planned == expected
    read_memory(config.parent).file.write_bytes(b"\xff damaged")
    planned.clear()
    check_again(config)
    assert len(planned) == 2


def test_the_ground_is_known_by_what_stands_in_its_files_and_by_nothing_else(tmp_path: Path) -> None:
    root = make_small_site(tmp_path / "site", {}).parent
    before = find_ground(root)
    assert find_ground(root) == before
    (root / "slogans/look-first.md").write_text(SLOGAN % "Other", "utf-8")
    assert find_ground(root) == before
    carriers = root / "posters/carriers.yml"
    state, text = carriers.stat(), carriers.read_text("utf-8")
    assert "297" in text
    carriers.unlink()
    carriers.write_text(text.replace("297", "298", 1), "utf-8")
    os.utime(carriers, ns=(state.st_atime_ns, state.st_mtime_ns))  # of the same size, and as old as the one before
    assert find_ground(root) != before


def find_ground(root: Path) -> str:
    """Return the hash of what the documents of a site are laid out with."""
    return hash_ground(read_catalog(read_settings(root / "mkdocs.yml")))


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (CAMPAIGN % "Safe month" + "\nAnother text.\n", False),
        (
            CAMPAIGN.replace("ends:", "plan: [{task: Look, owner: We, due: 2027-06-02, deliverable: A list}]\nends:")
            % "Safe month",
            False,
        ),
        (CAMPAIGN.replace("ends:", "key_days: [{date: 2027-06-02, title: A day}]\nends:") % "Safe month", False),
        (CAMPAIGN % "Safer month", True),
        (CAMPAIGN.replace("06-30", "06-29") % "Safe month", True),
        (CAMPAIGN.replace("ends:", "palette: {primary: '#005387', accent: '#F9A800'}\nends:") % "Safe month", True),
    ],
)
def test_of_a_campaign_counts_what_stands_on_everybody_s_sheets(tmp_path: Path, said: str, *, counts: bool) -> None:
    campaign = "docs/campaigns/month.md"
    root = make_small_site(tmp_path / "site", {campaign: CAMPAIGN % "Safe month"}).parent
    before = find_ground(root)
    lay(root, campaign, said)
    assert (find_ground(root) != before) is counts


def test_a_unit_more_lays_out_nothing_again_and_one_that_changes_its_own_documents_alone(tmp_path: Path) -> None:
    config = make_small_site(tmp_path / "site", {"slogans/other.md": (SLOGAN % "Other").replace("topics", "unit: works\ntopics")})
    catalog = read_catalog(read_settings(config))
    ground = hash_ground(catalog)
    for path, text in make_units(1).items():
        lay(config.parent, path, text)
    assert hash_ground(catalog) == ground
    works = catalog.brands["works"].model_copy(update={"name": {"en": "Large Works"}})
    changed = dataclasses.replace(catalog, brands={**catalog.brands, "works": works})
    same = {
        entry.id: name_state(Surroundings(catalog, ground), entry) == name_state(Surroundings(changed, ground), entry)
        for entry in catalog.of_kind("slogan")
    }
    assert same == {"slogans/look-first": True, "slogans/other": False}


def test_a_photograph_belongs_to_its_slogan(tmp_path: Path) -> None:
    photo = tmp_path / "site/slogans/photos/a.jpg"
    catalog = read_catalog(read_settings(make_site(tmp_path / "site", {})))
    entry = catalog.entries["slogans/look-first"]
    photo.parent.mkdir()
    Image.new("RGB", (8, 8)).save(photo)
    with_photo = dataclasses.replace(entry, fields=entry.fields.model_copy(update={"photo": _Photo("photos/a.jpg")}))
    key = name_state(Surroundings(catalog, ""), with_photo)
    assert key != name_state(Surroundings(catalog, ""), entry)
    Image.new("RGB", (9, 9)).save(photo)
    assert name_state(Surroundings(catalog, ""), with_photo) != key


@dataclasses.dataclass(frozen=True)
class _Photo:
    """As much of a photograph's fields as the key looks at."""

    file: str


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    config = make_site(tmp_path / "site", {})
    (config.parent / ".broadside").write_text("a file where the folder would be", "utf-8")
    assert check_again(config) == ()
    assert read_memory(config.parent).known == frozenset()
