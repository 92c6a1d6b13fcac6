"""A unit's logo is a picture of a size that a list of a thousand can show; a message names few of a thousand units."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog.brands import LOGO_MAX
from many_units import make_units
from sites import find_problems, make_small_site

BRAND = "name: {en: Small Works, zh: 小厂}\nlogo: logo.png\nlogo_alt: {en: Small Works logo, zh: 小厂标志}\n"


@pytest.mark.parametrize(("data", "rule"), [(b"\x89PNG\r\n\x1a\n" + bytes(LOGO_MAX), "file-large"), (b"GIF89a", "file-content")])
def test_a_logo_that_is_too_large_or_another_thing(data: bytes, rule: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"posters/brands/works/brand.yml": BRAND, "posters/brands/works/logo.png": data}
    problems = find_problems(make_small_site(tmp_path, files))
    assert [(each.path, each.rule) for each in problems] == [("posters/brands/works/logo.png", rule)]


def test_a_message_lists_the_nearest_of_many_units(tmp_path: Path) -> None:
    slogan = "---\ntext: {en: Look first, zh: 先看后干}\ntopics: [ppe]\nunit: company-2-plant-l\n---\n"
    (problem,) = find_problems(make_small_site(tmp_path, {**make_units(120), "slogans/look-first.md": slogan}))
    facts = dict(problem.facts)
    assert facts["nearest"] in facts["legal"].split(", ")
    assert facts["legal"].count(",") == 12
    assert facts["legal"].endswith(", …")
