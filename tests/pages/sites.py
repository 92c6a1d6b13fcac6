"""Small shelves for the tests of this room: a site's pages with nothing printed, and with files in place of the press's."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.pages import Shelf, fill_shelf
from broadside.press.outputs import ENDINGS, list_forms
from broadside.press.printed import Printed
from broadside.sheets import Sheet, plan_sheets
from sites import REPOSITORY, Files, make_small_site

TODAY = datetime.date(2027, 6, 10)


def make_shelf(root: Path, files: Files, today: datetime.date = TODAY, **sizes: int) -> Shelf:
    """Return the shelf of the valid site with ``files`` laid over it, on ``today``; ``sizes`` are of notices/<name>.pdf."""
    catalog = read_catalog(read_settings(make_small_site(root, files)))
    return fill_shelf(catalog, (), (), {}, today, {f"notices/{name}.pdf": size for name, size in sizes.items()})


def write_notice(title: str, *fields: str, date: str = "2027-06-01") -> str:
    """Return the file of a notice."""
    return NOTICE.format(title=title, date=date, more="".join(f"{field}\n" for field in fields)) + "\nWords.\n"


def make_printed_shelf(root: Path, files: Files) -> Shelf:
    """Return the same with every sheet "printed": each file holds 18 000 bytes, a copier's sheet takes 23.6 per cent of ink."""
    own = {"posters/carriers.yml": (REPOSITORY / "posters/carriers.yml").read_bytes(), **files}
    catalog = read_catalog(read_settings(make_small_site(root, own)))
    sheets, problems = plan_sheets(catalog)
    assert problems == ()
    return fill_shelf(catalog, [lay_sheet(root / "store", sheet) for sheet in sheets], (), {}, TODAY)


def lay_sheet(folder: Path, sheet: Sheet) -> Printed:
    """Lay the files of a sheet into ``folder``, without printing."""
    folder.mkdir(exist_ok=True)
    printed = {form: folder / f"{sheet.slogan}-{sheet.name}-{form}{ENDINGS[form]}" for form in list_forms(sheet)}
    for form, path in printed.items():
        path.write_bytes(b" " * 18_000)
        if form == "copier":
            path.with_suffix(".ink").write_text("23.6", "ascii")
    return Printed(sheet, printed, was_made=True)


NOTICE = "---\ntitle: {title}\ndate: {date}\nunit: group\n{more}---\n"
TALK = """\
---
title: Talk </script>
sort: lecture
announced: 2027-05-20
starts: 2027-06-16 09:00
ends: 2027-06-16 11:00
place: Canteen & yard
lead: Office
unit: works
---
"""
"""An activity."""
DOCUMENTS: Files = {
    "docs/notices/drill.md": NOTICE.format(
        title="Drill & <roll call>", date="2027-06-01", more="summary: At ten.\ntopics: [fire]\n"
    ),
    "docs/notices/drill.zh.md": "---\ntitle: 演练\nsummary: 十点。\n---\n",
    "docs/notices/old.md": NOTICE.format(title="Over", date="2027-01-01", more="expires: 2027-02-01\n"),
    "docs/notices/newest.md": NOTICE.format(title="Newest", date="2027-06-09", more="expires: 2027-06-10\n"),
    "docs/knowledge/helmets.md": "---\ntitle: Helmets\nkind: skill\ntopics: [ppe]\nreviewed: 2026-03-04\nsource: A standard\n---\n",
    "docs/knowledge/undated.md": "---\ntitle: Undated\nkind: skill\ntopics: [ppe]\n---\n",
    "slogans/month.md": "---\ntext: {en: This month, zh: 这个月}\ncampaign: month\n---\n",
    "slogans/revised.md": "---\ntext: {en: Said better}\ncampaign: month\nrevised: 2027-06-05\n---\n",
}
"""Documents with every kind of day: of their own, of their campaign, over, revised, none."""
