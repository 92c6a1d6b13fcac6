"""The files beside documents: sound ones pass, of every kind that is taken."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.intake import check_contents, read_picture
from broadside.intake.contents import check_content
from broadside.intake.files import OFFICE
from broadside.intake.office import MAIN, OPEN_DOCUMENT
from broadside.intake.unfit import UnfitFileError
from hostile.making import MAKERS, PLAIN_TYPE, RELATION, TYPES, make_docx, make_odt, make_pdf, make_picture, make_zip


def find(ending: str, data: bytes) -> list[str]:
    try:
        return [problem.rule for problem in check_content(f"docs/a{ending}", ending, data)]
    except UnfitFileError as unfit:
        return [unfit.rule]


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        (".docx", make_docx()),
        (".docx", make_docx({"word/_rels/document.xml.rels": RELATION.format("hyperlink", "External")})),
        (".docx", make_docx({"word/_rels/document.xml.rels": RELATION.format("image", "Internal")})),
        (".docx", make_docx({"word/embeddings/plan.xlsx": b"PK"})),
        (".xlsx", make_zip({"[Content_Types].xml": TYPES.format(PLAIN_TYPE), "xl/workbook.xml": "<x/>"})),
        (".pptx", make_zip({"[Content_Types].xml": TYPES.format(PLAIN_TYPE), "ppt/presentation.xml": "<x/>"})),
        (".odt", make_odt()),
        (".pdf", make_pdf()),
        (".pdf", make_pdf(linearize=True)),
        (".pdf", make_pdf({"/S": pikepdf.Name("/GoTo"), "/D": pikepdf.Array([])})),
        (".pdf", make_pdf({"/S": pikepdf.Name("/URI"), "/URI": pikepdf.String("https://safety.example/")})),
        (".pdf", make_pdf({"/S": pikepdf.Name("/Named"), "/N": pikepdf.String("about /JavaScripts (/JS (x)) \\) /XFA")})),
        (".csv", "\ufeffStep / 步骤,Change\nAlarm,-5\nPhone,+86 10 1234\nNote,- first\n".encode()),
        (".txt", "Words, 说明\r\n".encode()),
    ],
)
def test_sound_files_pass(ending: str, data: bytes) -> None:
    assert find(ending, data) == []


def test_every_office_ending_is_known() -> None:
    assert {*MAIN, *OPEN_DOCUMENT} == set(OFFICE)


def test_documents_and_data_are_left_to_those_who_read_them(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name, data in (("a.md", b"\xff"), ("topics.yml", b"\xff"), ("a.txt", b"\xff"), ("b.PNG", b"\xff")):
        (tmp_path / "docs" / name).write_bytes(data)
    names = ["docs/a.md", "docs/topics.yml", "docs/a.txt", "docs/b.PNG"]
    found = [(problem.path, problem.rule) for problem in check_contents(tmp_path, names)]
    assert found == [("docs/a.txt", "file-encoding"), ("docs/b.PNG", "file-content")]


def test_a_picture_is_read_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "a.JPG").write_bytes(make_picture("JPEG"))
    picture = read_picture(tmp_path, "a.JPG")
    assert picture is not None
    assert (picture.width_px, picture.height_px) == (40, 30)
    assert read_picture(tmp_path, "a.pdf") is None


@pytest.mark.parametrize("maker", ["docx", "pdf", "packed-script-pdf", "macro-docx"])
@given(st.data())
def test_no_damage_crashes_it(maker: str, data: st.DataObject) -> None:
    good = MAKERS[maker]()
    at = data.draw(st.integers(0, len(good) - 1))
    broken = good[:at] + data.draw(st.binary(max_size=6)) + good[at + data.draw(st.integers(0, 6)) :]
    ending = ".docx" if "docx" in maker else ".pdf"
    assert set(find(ending, broken)) <= {"file-content", "file-closed", "file-active"}
