"""A small shelf for the tests of this room: a site's pages, with nothing printed."""

from __future__ import annotations

import datetime
from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.pages import Shelf, fill_shelf
from sites import Files, make_small_site

TODAY = datetime.date(2027, 6, 10)


def make_shelf(root: Path, files: Files) -> Shelf:
    """Return the shelf of the valid site with ``files`` laid over it, on :data:`TODAY`."""
    return fill_shelf(read_catalog(read_settings(make_small_site(root, files))), (), (), {}, TODAY)


NOTICE = "---\ntitle: {title}\ndate: {date}\nunit: group\n{more}---\n"
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
