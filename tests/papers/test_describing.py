"""What a template is told of a document: a picture in its text reaches the paper, in pixels enough and no more."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from broadside.catalog import read_catalog, read_settings
from broadside.papers.printing import list_papers
from broadside.press.papers import Paper
from broadside.press.photos import UnreadablePhotoError, fill_photos
from broadside.press.running import Press
from broadside.store import Store
from sites import make_site

from .conftest import run

NOTICE = "---\ntitle: Rain\ndate: 2027-06-09\nunit: group\n---\nLook:\n\n![A hook in the rain](hook.png)\n\nAll take part.\n"


def test_a_picture_in_the_text_is_on_the_paper(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (2000, 1000), "#c8102e").save(picture, "PNG")
    files: dict[str, str | bytes | None] = {"docs/notices/rain.md": NOTICE, "docs/notices/hook.png": picture.getvalue()}
    catalog = read_catalog(read_settings(make_site(tmp_path / "site", files)))
    root = catalog.settings.root
    with Press(root / "posters", root / "slogans", Store(tmp_path / "store"), workers=1) as press:
        (paper,) = list_papers(catalog, catalog.entries["notices/rain"])
        pdf = press.print_paper(paper)[".pdf"]
    rows = [line.split() for line in run("pdfimages", "-list", pdf).splitlines()[2:]]
    assert [row[2:5] for row in rows if row[2] == "image"] == [["image", "945", "472"]]
    assert "/Alt (A hook in the rain)" in run("qpdf", "--qdf", "--object-streams=disable", pdf, "-")


def test_no_picture_is_opened_before_a_paper_is_printed_and_none_is_printed_for_another(tmp_path: Path) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (20, 10), "#c8102e").save(picture, "PNG")
    files: dict[str, str | bytes | None] = {"docs/notices/rain.md": NOTICE, "docs/notices/hook.png": picture.getvalue()}
    catalog = read_catalog(read_settings(make_site(tmp_path / "site", files)))
    hook = catalog.settings.root / "docs/notices/hook.png"
    (before,) = list_papers(catalog, catalog.entries["notices/rain"])
    hook.write_bytes(b"no picture at all")
    (after,) = list_papers(catalog, catalog.entries["notices/rain"])
    assert before.data != after.data, "other bytes are another paper"
    with pytest.raises(UnreadablePhotoError, match=r"docs/notices/hook\.png was changed while the press ran"):
        fill_photos(before)


def test_where_the_site_lies_makes_no_other_paper(tmp_path: Path) -> None:
    papers: list[Paper] = []
    text = NOTICE.replace("![A hook in the rain](hook.png)", "Rain.")
    for place in ("one", "another"):
        catalog = read_catalog(read_settings(make_site(tmp_path / place, {"docs/notices/rain.md": text})))
        papers += list_papers(catalog, catalog.entries["notices/rain"])
    assert repr(papers[0]) == repr(papers[1])
