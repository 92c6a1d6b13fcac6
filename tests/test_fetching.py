"""Fonts that are not shipped: fetched once, checked before they are put in place, and never from outside their package."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from broadside.catalog.data import FaceRecord, Fetch
from broadside.fetching import NotFetched, Run, fetch_faces, is_here, run_npm
from broadside.texts import LANGUAGES
from faces import FETCHED, RECORDS, fetch_lacking

FONT, LICENCE = b"a font", b"SIL OPEN FONT LICENSE Version 1.1"
FILES = {"package/700Bold/Noto.ttf": FONT, "package/LICENSE_FONT": LICENCE}


def make_record(file: str = "noto/Noto.ttf", fetch: str = "700Bold/Noto.ttf", content: bytes = FONT) -> FaceRecord:
    return FaceRecord(
        file=file,
        family="Noto",
        weight=700,
        covers="Latin",
        origin="npm",
        version="1",
        subset=False,
        fetch=Fetch(package="@fonts/noto", version="1.0.0", file=fetch),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def pack(files: dict[str, bytes], calls: list[Sequence[str]] | None = None, link: str | None = None) -> Run:
    """Return what runs in npm's place and packs ``files``, and ``link`` as a link out of the package."""

    def run(arguments: Sequence[str], folder: Path) -> None:
        if calls is not None:
            calls.append(arguments)
        with tarfile.open(folder / "fonts-noto-1.0.0.tgz", "w:gz") as archive:
            for name, content in files.items():
                member = tarfile.TarInfo(name)
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
            if link is not None:
                member = tarfile.TarInfo(link)
                member.type, member.linkname = tarfile.SYMTYPE, "/etc/hostname"
                archive.addfile(member)

    return run


def reason_of(record: FaceRecord, folder: Path, run: Run) -> str:
    with pytest.raises(NotFetched) as caught:
        fetch_faces({"noto": record}, folder, run)
    for language in LANGUAGES:
        assert "{" not in caught.value.say(language)
    return caught.value.reason


def list_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_font_and_its_licence_are_put_in_their_place(tmp_path: Path) -> None:
    assert fetch_faces({"noto": make_record()}, tmp_path, pack(FILES)) == ("noto",)
    assert (tmp_path / "noto/Noto.ttf").read_bytes() == FONT
    assert (tmp_path / "noto/OFL.txt").read_bytes() == LICENCE
    assert list_files(tmp_path) == {"noto/Noto.ttf", "noto/OFL.txt"}
    assert is_here(make_record(), tmp_path)


def test_what_is_here_is_not_fetched_again_and_a_package_only_once(tmp_path: Path) -> None:
    calls: list[Sequence[str]] = []
    records = {"bold": make_record(), "black": make_record("noto/Black.ttf", "900Black/Black.ttf", b"black")}
    run = pack({**FILES, "package/900Black/Black.ttf": b"black"}, calls)
    assert fetch_faces(records, tmp_path, run) == ("bold", "black")
    assert calls == [["pack", "--silent", "--ignore-scripts", "--", "@fonts/noto@1.0.0"]]
    assert fetch_faces(records, tmp_path, run) == ()
    assert len(calls) == 1


def test_a_shipped_face_is_none_to_fetch(tmp_path: Path) -> None:
    shipped = make_record().model_copy(update={"fetch": None})
    assert fetch_faces({"noto": shipped}, tmp_path, pack(FILES)) == ()


def test_a_damaged_font_is_fetched_anew(tmp_path: Path) -> None:
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto/Noto.ttf").write_bytes(b"half a f")
    assert fetch_faces({"noto": make_record()}, tmp_path, pack(FILES)) == ("noto",)
    assert (tmp_path / "noto/Noto.ttf").read_bytes() == FONT


def test_a_wrong_hash_puts_nothing_in_place(tmp_path: Path) -> None:
    assert reason_of(make_record(content=b"another"), tmp_path, pack(FILES)) == "wrong-hash"
    assert list_files(tmp_path) == set()


@pytest.mark.parametrize("gone", FILES)
def test_a_file_that_is_not_in_the_package_is_named(gone: str, tmp_path: Path) -> None:
    left = {name: content for name, content in FILES.items() if name != gone}
    assert reason_of(make_record(), tmp_path, pack(left)) == "no-file"
    assert list_files(tmp_path) == set()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    run = pack({"package/LICENSE_FONT": LICENCE}, link="package/700Bold/Noto.ttf")
    assert reason_of(make_record(), tmp_path, run) == "no-file"


@pytest.mark.parametrize("name", ["package/../../noto.ttf", "/noto.ttf", "../noto.ttf"])
def test_names_that_lead_out_of_the_package_write_nothing(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "posters" / "fonts"
    folder.mkdir(parents=True)
    fetch_faces({"noto": make_record()}, folder, pack({**FILES, name: b"outside"}))
    assert list_files(tmp_path) == {"posters/fonts/noto/Noto.ttf", "posters/fonts/noto/OFL.txt"}


@pytest.mark.parametrize("file", ["../Noto.ttf", "/tmp/Noto.ttf"])  # noqa: S108  a place that must not be written
def test_a_face_has_its_place_inside_the_folder(file: str, tmp_path: Path) -> None:
    assert reason_of(make_record(file), tmp_path, pack(FILES)) == "outside"


def test_what_is_not_a_package_is_said(tmp_path: Path) -> None:
    def run(_: Sequence[str], folder: Path) -> None:
        (folder / "page.tgz").write_bytes(b"<html>Please log in</html>")

    assert reason_of(make_record(), tmp_path, run) == "not-a-package"


def test_no_package_at_all_is_said(tmp_path: Path) -> None:
    assert reason_of(make_record(), tmp_path, lambda *_: None) == "npm-failed"


def test_no_npm_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert reason_of(make_record(), tmp_path, run_npm) == "no-npm"


def test_what_npm_says_is_passed_on(tmp_path: Path) -> None:
    with pytest.raises(NotFetched) as caught:
        run_npm(["pack", "--silent", "--", str(tmp_path / "nothing")], tmp_path)
    assert caught.value.reason == "npm-failed"


def test_real_fonts_are_fetched_with_the_real_npm() -> None:
    fetch_lacking()
    record = FaceRecord.model_validate(RECORDS["noto-sans-jp-bold"])
    assert is_here(record, FETCHED)
    assert "SIL OPEN FONT LICENSE" in (FETCHED / record.file).with_name("OFL.txt").read_text("utf-8")
    assert fetch_faces({"jp": record}, FETCHED) == (), "what is here is not fetched again"
