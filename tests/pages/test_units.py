"""The list of units and the page of one: every unit stands once under the one above it, and costs others nothing."""

from __future__ import annotations

import dataclasses
import datetime
import re

import pytest

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf, list_files, make_pages
from broadside.pages.feeds import list_feeds
from broadside.pages.inventory import describe_site
from broadside.pages.redirects import make_redirects
from broadside.pages.units import make_unit_pages, view_units, write_units
from broadside.pages.values import Shelf
from broadside.press.printed import Printed
from broadside.sheets import plan_kit, plan_sheets
from many_units import PLANTS, make_units
from sites import make_small_site

COUNT = 2 * (PLANTS + 1)
NOTICE = "---\ntitle: {title}\ndate: 2027-0{month}-01\nunit: company-1-plant-2\n{more}---\nAll take part.\n"
FILES = {
    **make_units(COUNT),
    "docs/notices/rain.md": NOTICE.format(title="Rain", month=5, more=""),
    "docs/notices/old.md": NOTICE.format(title="Old", month=1, more="expires: 2027-02-01\n"),
    "slogans/look-first.md": "---\ntext: {en: Look first, zh: 先看后干}\ntopics: [ppe]\ncampaign: month\n---\n",
}
KIT = "company-2"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    files = dict(FILES)
    files[f"posters/brands/{KIT}/brand.yml"] += "kit: [poster-a4]\n"
    catalog = read_catalog(read_settings(make_small_site(tmp_path_factory.mktemp("units") / "site", files)))
    sheets, problems = plan_sheets(catalog)
    assert problems == ()
    file = tmp_path_factory.getbasetemp() / "made.pdf"
    file.write_bytes(b"made")
    kit = [Printed(sheet, {"office": file}, was_made=False) for sheet in plan_kit(catalog, sheets, KIT)]
    return fill_shelf(catalog, (), (), {}, datetime.date(2027, 6, 10), kits=kit)


def test_every_unit_stands_once_under_the_one_above_it(shelf: Shelf) -> None:
    parts = view_units(shelf, "zh")["parts"]
    assert [part.title for part in parts] == ["集团", "小集团", "第1公司", "第2公司"]
    listed = [row.id for part in parts for row in part.rows]
    assert sorted(listed) == sorted(shelf.catalog.brands)
    assert [row.id for row in parts[2].rows][:11] == [f"company-1-plant-{number}" for number in range(1, 12)], "as people count"


def test_units_under_one_another_in_a_circle_are_listed_too(shelf: Shelf) -> None:
    brands = dict(shelf.catalog.brands)
    brands["company-1"] = brands["company-1"].model_copy(update={"under": "company-1-plant-1"})
    turned = dataclasses.replace(shelf, catalog=dataclasses.replace(shelf.catalog, brands=brands))
    assert sum(len(part.rows) for part in view_units(turned, "en")["parts"]) == len(brands)


def test_only_units_with_something_to_show_have_a_page_and_all_an_address(shelf: Shelf) -> None:
    pages = {page.address: page for page in make_unit_pages(shelf, "en")}
    assert list(pages) == ["units/company-1-plant-2/", f"units/{KIT}/", "units/group/"]
    led = [each for each in make_redirects(shelf) if re.match("units/", each.address)]
    assert len(led) == len(shelf.catalog.brands) - len(pages)
    assert 'href="../#company-1"' in next(each.text for each in led if each.address == "units/company-1/index.html")
    assert len([page for page in make_pages(shelf) if page.template == "unit.html"]) == 2 * len(pages)
    units = [feed.address for feed in list_feeds(shelf, "en") if not feed.section]
    assert units == ["feeds/units/company-1-plant-2.xml", f"feeds/units/{KIT}.xml", "feeds/units/group.xml"]


def test_a_unit_s_page_shows_its_notices_in_force_and_its_kit_in_the_page_s_language(shelf: Shelf) -> None:
    pages = {page.title: page for page in make_unit_pages(shelf, "zh")}
    plant, company = pages["第1公司第2厂"], pages["第2公司"]
    assert [card.title for card in plant.view["notices"]] == ["Rain"]
    assert (plant.view["is_subscriber"], plant.view["stacks"], plant.view["above"].name) == (False, (), "第1公司")
    (stack,) = company.view["stacks"]
    assert [(line.words, line.files[0].address) for line in stack.lines] == [
        ("先看后干", "sheets/look-first/look-first-poster-a4-zh-company-2-office.pdf")
    ]
    assert len(stack.adds) == 1
    assert company.source == "posters/brands/company-2/brand.yml"


def test_kits_stand_on_no_other_page_and_all_their_files_are_served(shelf: Shelf) -> None:
    assert shelf.printed == {}
    addresses = [each.address for each in list_files(shelf)]
    assert len([each for each in addresses if KIT in each and each.endswith(".pdf")]) == 2
    assert len([each for each in addresses if each.startswith("brand/units/")]) == len(shelf.catalog.brands)


def test_search_knows_every_name(shelf: Shelf) -> None:
    words = write_units(shelf, "en")
    assert "Company 2, Plant 30 (company-2-plant-30)" in words
    assert "## Company 2 { #under-company-2 }" in words


def test_the_catalog_for_machines_says_what_a_unit_has(shelf: Shelf) -> None:
    record = describe_site(shelf)
    company = record.unit_records[KIT]
    assert (company.under, company.kit, company.pages["zh"]) == ("group", ("poster-a4",), "zh/units/company-2/")
    assert [(sheet.unit, sheet.carrier) for sheet in record.sheets] == [(KIT, "poster-a4")] * 2
