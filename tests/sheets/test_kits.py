"""A unit's kit: the running campaign's sheets in the unit's brand, for the units that subscribe and for nobody else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from broadside.catalog import Catalog
from broadside.checking import check_site
from broadside.sheets import Sheet, Wish, plan_kit, plan_kits, plan_slogan
from sites import make_small_site

BRAND = """\
name: {{en: {name}, zh: {name}厂}}
logo: logo.svg
logo_alt: {{en: The logo, zh: 标志}}
parent: group
clear_space: 0.5
kit: [{kit}]
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H9V9Z"/></svg>'
SLOGAN = "---\ntext: {{en: {en}, zh: 先看后干}}\ntopics: [ppe]\n{more}---\n"
MONTH = "title: Last month\ntheme: {en: Look, zh: 先看}\nstarts: 2026-06-01\nends: 2026-06-30"
FILES = {
    "docs/campaigns/last-month.md": f"---\n{MONTH}\n---\n",
    "slogans/look-first.md": SLOGAN.format(en="Look first", more="campaign: month\ncarriers: [poster, banner]\n"),
    "slogans/works-alone.md": SLOGAN.format(en="Works alone", more="campaign: month\nunit: works\ncarriers: [poster]\n"),
    "slogans/older.md": SLOGAN.format(en="Older", more="campaign: last-month\n"),
    "slogans/always.md": SLOGAN.format(en="Always", more=""),
    **{f"posters/brands/{unit}/logo.svg": LOGO for unit in ("posters", "bare")},
    "posters/brands/posters/brand.yml": BRAND.format(name="Posters", kit="poster"),
    "posters/brands/bare/brand.yml": BRAND.format(name="Bare", kit="screen"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalog, tuple[Sheet, ...]]:
    return check_site(make_small_site(tmp_path_factory.mktemp("kits") / "site", FILES))


def name(kit: tuple[Sheet, ...]) -> set[str]:
    return {f"{sheet.slogan}-{sheet.name}" for sheet in kit}


def test_subscribers_alone_have_kits_of_what_they_asked_for(site: tuple[Catalog, tuple[Sheet, ...]]) -> None:
    kits: Mapping[str, tuple[Sheet, ...]] = plan_kits(*site)
    carriers, languages = ("poster-a4", "poster-a3"), ("en", "zh")
    assert {unit: name(kit) for unit, kit in kits.items()} == {
        "posters": {f"look-first-{carrier}-{language}-posters" for carrier in carriers for language in languages}
    }
    assert plan_kit(*site, "posters") == kits["posters"]


def test_on_demand_a_unit_has_all_carriers_and_the_slogans_that_are_its_own(site: tuple[Catalog, tuple[Sheet, ...]]) -> None:
    kit = plan_kit(*site, "works")
    assert {sheet.slogan for sheet in kit} == {"look-first", "works-alone"}
    assert {sheet.carrier.group for sheet in kit} == {"poster", "banner"}
    assert {sheet.unit for sheet in kit} == {"works"}


def test_a_kit_s_sheet_is_the_one_that_is_printed_for_the_unit_alone(site: tuple[Catalog, tuple[Sheet, ...]]) -> None:
    catalog, sheets = site
    printed, problems = plan_slogan(catalog, catalog.entries["slogans/look-first"], Wish(unit="posters", carriers=("poster",)))
    assert problems == []
    assert plan_kit(catalog, sheets, "posters") == tuple(printed)
