"""A site's folder -> one frozen catalog."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from broadside.catalog import Catalog, choose, read_catalog, read_settings
from broadside.problems import ContentMistakes
from sites import REPOSITORY, make_site, make_small_site


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return the catalog of the small valid site with the repository's posters."""
    return read_catalog(read_settings(make_site(tmp_path_factory.mktemp("site"), {})))


def test_everything_is_in_it(catalog: Catalog) -> None:
    assert list(catalog.entries) == ["slogans/look-first", "campaigns/month"]
    assert (catalog.language, catalog.campaign.id) == ("en", "campaigns/month")
    posters = REPOSITORY / "posters"
    assert set(catalog.designs) == {folder.name for folder in (posters / "designs").iterdir() if folder.is_dir()}
    assert set(catalog.brands) == {folder.name for folder in (posters / "brands").iterdir()}
    assert catalog.pictures == tuple(sorted(file.stem for file in (posters / "parts/pictures").glob("*.svg")))
    assert [entry.id for entry in catalog.of_kind("slogan")] == ["slogans/look-first"]


def test_every_topic_has_a_name_in_each_language_and_every_design_a_sample(catalog: Catalog) -> None:
    for records in (catalog.topics, catalog.carriers, catalog.designs, catalog.brands):
        for record in records.values():
            assert {"en", "zh"} <= getattr(record, "name").keys()  # noqa: B009
    for design in catalog.designs.values():
        assert {"en", "zh"} <= design.sample.keys()


def test_no_slot_leaves_the_sheet(catalog: Catalog) -> None:
    for design in catalog.designs.values():
        for slot in design.slots.values():
            assert slot.x + slot.width <= 1
            assert slot.y + slot.height <= 1


def test_it_cannot_be_changed(catalog: Catalog) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        catalog.pictures = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        catalog.entries["x"] = catalog.campaign  # type: ignore[index]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    config = make_small_site(tmp_path, {})
    assert read_catalog(read_settings(config)) == read_catalog(read_settings(config))


def test_all_mistakes_of_all_files_are_raised_at_once(tmp_path: Path) -> None:
    files = {f"slogans/number-{number}.md": "" for number in range(20)} | {"docs/topics.yml": "a: [\n"}
    config = make_small_site(tmp_path, files)
    with pytest.raises(ContentMistakes) as caught:
        read_catalog(read_settings(config))
    assert len(caught.value.problems) == 21


@pytest.mark.parametrize(("language", "words"), [("zh", "先看"), ("th", "Look"), ("en", "Look")])
def test_words_are_chosen_by_language(language: str, words: str) -> None:
    assert choose({"zh": "先看", "en": "Look"}, language, "en") == words
    assert choose({"zh": "先看"}, language, "en") == "先看"


def test_an_address_has_its_language_s_folder(catalog: Catalog) -> None:
    addresses = {identity: catalog.address(identity, "zh") for identity in ("index", "knowledge/index", "knowledge/my-index")}
    assert addresses == {"index": "zh/", "knowledge/index": "zh/knowledge/", "knowledge/my-index": "zh/knowledge/my-index/"}
    assert catalog.address("knowledge/my-index", "en") == "knowledge/my-index/"
