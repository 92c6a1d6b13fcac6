"""Shelves of small sites without sheets: enough for every page that shows no picture."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.pages import fill_shelf
from broadside.pages.values import Shelf
from sites import Files, make_small_site

TODAY = datetime.date(2027, 6, 10)


def make_shelf(root: Path, files: Files, today: datetime.date = TODAY, **sizes: int) -> Shelf:
    """Return the shelf of a small site with ``files``; ``sizes`` are those of attachments by name, in docs/notices/."""
    catalog = read_catalog(read_settings(make_small_site(root, files)))
    return fill_shelf(catalog, (), (), {}, today, {f"notices/{name}.pdf": size for name, size in sizes.items()})


def write_notice(title: str, *fields: str, date: str = "2027-06-01") -> str:
    """Return the file of a notice."""
    return "\n".join(["---", f"title: {title}", f"date: {date}", "unit: group", *fields, "---", "", "Words.", ""])
