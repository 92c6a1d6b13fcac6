"""What a printed sheet says of its files: their names, their sizes, the ink of a copier's."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import Catalog, Form
from broadside.press.printed import Printed
from broadside.sheets import plan_sheets


@pytest.fixture
def printed(catalog: Catalog, tmp_path: Path) -> Printed:
    """Return a sheet with files of 7 bytes each."""
    sheet = plan_sheets(catalog)[0][0]
    files: dict[Form, Path] = {"office": tmp_path / "ab.pdf", "copier": tmp_path / "cd.pdf", "preview": tmp_path / "ef.webp"}
    for file in files.values():
        file.write_bytes(b"1234567")
    return Printed(sheet, files, was_made=True)


def test_a_file_is_named_by_its_slogan_its_sheet_and_its_form(printed: Printed) -> None:
    name = f"{printed.sheet.slogan}-{printed.sheet.name}"
    assert (printed.name_file("office"), printed.name_file("preview")) == (f"{name}-office.pdf", f"{name}-preview.webp")


def test_each_file_has_its_size(printed: Printed) -> None:
    assert printed.sizes == {"office": 7, "copier": 7, "preview": 7}


def test_the_ink_of_a_copier_s_file_is_noted_beside_it(printed: Printed) -> None:
    assert printed.ink_cover is None
    printed.files["copier"].with_suffix(".ink").write_text("23.6", "ascii")
    assert Printed(printed.sheet, printed.files, was_made=False).ink_cover == 23.6
    assert Printed(printed.sheet, {"office": printed.files["office"]}, was_made=False).ink_cover is None
