"""The gallery of works: by campaign, with the ballot's numbers, each with its picture or its first lines and its author's wish."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from broadside.keeping import list_around
from broadside.pages.works import SMALL_PX, list_small_pictures, measure_works, show_work, view_work, view_works
from broadside.recalling import Recall
from broadside.store import Store

from .sites import make_shelf

FIELDS = (
    "medium: {medium}\nnamed: team\nteam: Night <shift>\nlicence: For us.\nconsent: {{given: 2027-05-06, scope: [site, vote]}}\n"
)
POEM = "---\ntitle: Lamps\n" + FIELDS.format(medium="poem") + "---\n\nOne.  \nTwo.\n\nThree.\nFour.\nFive.\n"
PAINTING = "---\ntitle: Gate\n" + FIELDS.format(medium="painting") + "image: gate.png\nalt: A gate.\n---\n"


def make_picture(height_px: int = 300) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (1200, height_px), "#205387").save(file, "PNG")
    return file.getvalue()


FILES: dict[str, str | bytes | None] = {
    "docs/works/lamps.md": POEM,
    "docs/works/lamps.zh.md": "---\ntitle: 灯\nteam: 夜班\n---\n",
    "docs/works/gate.md": PAINTING,
    "docs/works/gate.png": make_picture(),
}


def test_a_text_shows_its_first_lines_in_the_language_it_is_written_in(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    shown = show_work(shelf, shelf.catalog.entries["works/lamps"], "zh")
    assert (shown.lines, shown.written, shown.credit, shown.small) == (("One.", "Two.", "Three.", "Four."), "en", "夜班", None)


def test_a_picture_is_small_in_the_gallery_and_whole_on_its_page(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    shown = view_work(shelf, shelf.catalog.entries["works/gate"], "en")["shown"]
    assert (shown.whole.address, shown.whole.width, shown.whole.height) == ("works/gate.png", 1200, 300)
    assert (shown.small.width, shown.small.height, shown.small.alt) == (SMALL_PX, SMALL_PX // 4, "A gate.")
    (file,) = list_small_pictures(shelf, Store(tmp_path / "store"))
    with Image.open(file.file) as picture:
        assert (file.address, picture.size) == (shown.small.address, (SMALL_PX, SMALL_PX // 4))


def test_a_picture_of_another_size_changes_what_pages_show_beside_documents(tmp_path: Path) -> None:
    """No document says the size, so a live preview that asks documents alone would keep the page as it was."""
    shelf, known = make_shelf(tmp_path, FILES), Recall()
    (tmp_path / ".broadside").mkdir()
    before = list_around(shelf, "ground", measure_works(shelf.catalog, known))
    assert list_around(shelf, "ground", measure_works(shelf.catalog, known)) == before
    (tmp_path / "docs/works/gate.png").write_bytes(make_picture(400))
    assert measure_works(shelf.catalog, known) == ((1200, 400),)
    assert list_around(shelf, "ground", measure_works(shelf.catalog, known)) != before


def test_works_without_a_campaign_stand_at_the_end(tmp_path: Path) -> None:
    shelf = make_shelf(tmp_path, FILES)
    groups = view_works(shelf, "en")["groups"]
    assert [(title, [each.card.title for each in works]) for title, works in groups] == [("Other works", ["Gate", "Lamps"])]
    assert [each.number for _, works in groups for each in works] == [0, 0]
