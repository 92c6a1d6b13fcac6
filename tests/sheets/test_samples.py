"""Designs -> the gallery's sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.problems import ContentMistakes
from broadside.sheets import plan_samples
from broadside.sheets.samples import make_sample
from hostile.making import make_picture
from sites import REPOSITORY, Files

from .sites import DESIGN, make_design, read, write_slogan


def test_each_design_is_shown_on_every_carrier_that_has_a_look_of_its_own(tmp_path: Path) -> None:
    sheets, problems = plan_samples(
        read(tmp_path, make_design("wall", base=DESIGN.replace("[poster, banner, screen]", "[banner]")))
    )
    assert problems == ()
    assert [f"{sheet.slogan}/{sheet.name}" for sheet in sheets] == [
        *(
            f"design-plain/{name}-{language}"
            for language in ("en", "zh")
            for name in ("poster-a3", "banner-6m", "screen-landscape")
        ),
        *(f"design-wall/banner-6m-{language}" for language in ("en", "zh")),
    ]
    assert {sheet.forms for sheet in sheets} == {("preview",)}
    assert {sheet.design_id for sheet in sheets} == {"plain", "wall"}


def test_a_sample_speaks_only_what_its_design_sets(tmp_path: Path) -> None:
    sheets, problems = plan_samples(read(tmp_path, make_design("wall", "scripts: [Hans]")))
    assert problems == ()
    assert {sheet.language for sheet in sheets if sheet.design_id == "wall"} == {"zh"}


def test_a_sample_has_its_topics_picture_and_somebodys_photograph(tmp_path: Path) -> None:
    files: Files = {
        **make_design("wall", "topic: fire"),
        "slogans/look-first.md": write_slogan("photo: {file: a.jpg, alt: A yard}"),
        "slogans/a.jpg": make_picture("JPEG"),
    }
    catalog = read(tmp_path, files)
    sheet = next(sheet for sheet in plan_samples(catalog)[0] if sheet.design_id == "wall")
    assert (sheet.picture, sheet.sign, sheet.photo_file) == ("flame", "fire", "a.jpg")
    assert make_sample(catalog, "wall").path == "posters/designs/wall/design.yml"


def test_a_sample_that_cannot_be_set_is_a_mistake_of_its_design(tmp_path: Path) -> None:
    words = "A sample that goes on and on until no banner in the world can carry it, and then a little farther"
    _, problems = plan_samples(read(tmp_path, make_design("wall", base=DESIGN.replace("en: Look first", f'en: "{words}"'))))
    assert {(problem.path, problem.rule) for problem in problems} == {("posters/designs/wall/design.yml", "words-too-long")}


@pytest.mark.parametrize("sample", ["{xx: Look first}", "Look first"])
def test_a_sample_in_no_known_language_does_not_stop_the_program(tmp_path: Path, sample: str) -> None:
    files = make_design("wall", base=DESIGN.replace("{en: Look first, zh: 先看后干}", sample))
    try:
        sheets, problems = plan_samples(read(tmp_path, files))
    except ContentMistakes as mistakes:
        problems = mistakes.problems
    else:
        assert problems or "en" in {sheet.language for sheet in sheets if sheet.design_id == "wall"}
    assert {problem.path for problem in problems} <= {"posters/designs/wall/design.yml"}


def test_every_design_of_the_repository_has_a_sample_that_can_be_set() -> None:
    catalog = read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))
    sheets, problems = plan_samples(catalog)
    assert problems == ()
    shown = {name: {sheet.carrier_id for sheet in sheets if sheet.design_id == name} for name in catalog.designs}
    for name, design in catalog.designs.items():
        fitting = {
            key
            for key, carrier in catalog.carriers.items()
            if {key, carrier.group} & set(design.carriers) and not carrier.looks_like
        }
        cloth = {key for key in fitting if catalog.carriers[key].group == "banner"}
        assert shown[name] - cloth == fitting - cloth, name
        assert not cloth or {"banner-6m", "banner-3m-900", "banner-12m-600"} == shown[name] & cloth, name
