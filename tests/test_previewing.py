"""Which sheets an editor is shown, and the page they stand on."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from broadside.checking import check_site
from broadside.press.printed import Printed
from broadside.previewing import MOST, choose_sheets, write_preview
from broadside.texts import LANGUAGES
from sites import make_site

SLOGAN = (
    "---\ntext: {en: 'Look < first & \"act\"', zh: 先看后干, ar: انظر أولا}\ndesign: signal\n"
    "carriers: [poster, banner, screen, sign, display, vehicle]\n---\n"
)


class Reader(HTMLParser):
    """Keeps every element with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one."""
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_few_sheets_of_each_language_are_shown(tmp_path: Path, language: str) -> None:
    catalog, sheets = check_site(make_site(tmp_path / "site", {"slogans/look-first.md": SLOGAN}))
    chosen = choose_sheets(sheets)
    for spoken in ("en", "zh", "ar"):
        mine = [sheet for sheet in chosen if sheet.language == spoken]
        assert 1 < len(mine) <= MOST
        assert len({sheet.carrier.group for sheet in mine}) == len(mine)
        assert all(not sheet.carrier.looks_like and not sheet.forms for sheet in mine)
        assert [sheet.carrier.shape in {"wide", "strip"} for sheet in mine] == sorted(
            sheet.carrier.shape in {"wide", "strip"} for sheet in mine
        )
    picture = tmp_path / "a.webp"
    picture.write_bytes(b"RIFF")
    printed = [Printed(dataclasses.replace(sheet), {"preview": picture}, was_made=False) for sheet in chosen]
    page = write_preview(catalog, "slogans/look-first.md", printed, sheets, language)
    reader = Reader()
    reader.feed(page)
    seen = reader.seen
    pictures = [attributes for tag, attributes in seen if tag == "img"]
    assert len(pictures) == len(chosen)
    assert all(attributes["src"] == "data:image/webp;base64,UklGRg==" for attributes in pictures)
    assert str(pictures[0]["alt"]).startswith('Look < first & "act"')
    assert [(each["lang"], each.get("dir")) for tag, each in seen if tag == "span"] == [("en", "ltr"), ("zh", "ltr"), ("ar", "rtl")]
    assert seen[0] == ("html", {"lang": language})
    assert not re.search(r"https?://|<script|\{", page.partition("</style>")[2])
    assert str(len(sheets)) in page
