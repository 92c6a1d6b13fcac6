"""Editions: what was published is printed again byte for byte, whatever was changed, emptied or tampered with since."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest
import yaml

from broadside.building import find_edition, locate_store, publish_edition
from broadside.editions import ARCHIVES, FOLDER, Copy, NotInEditionError, read_edition
from broadside.press.outputs import ENDINGS
from broadside.store import Store
from sites import VALID, make_site

SLOGAN = "---\ntext: Look first\ndesign: {en: signal}\ncarriers: [poster-a4]\n---\n"
SHEET = "look-first-poster-a4-en"
NOTICE = "---\ntitle: Rain\ndate: 2027-06-09\nunit: group\n---\nAll take part.\n"
LETTER = "notices/rain-notice-en"
FORMS = ("print-shop", "office", "copier")


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROADSIDE_STORE", raising=False)
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Return the configuration of a site of one sheet, published as ``june-2027``."""
    config = make_site(tmp_path, {"slogans/look-first.md": SLOGAN, "docs/notices/rain.md": NOTICE, "posters/editions": None})
    publish_edition(config, "june-2027")
    return config


def read_bytes(copies: tuple[Copy, ...]) -> dict[str, bytes]:
    return {copy.name: copy.file.read_bytes() for copy in copies}


def empty(store: Store) -> None:
    """Delete all that the store has."""
    for path in store.root.rglob("*"):
        if path.is_file():
            path.unlink()


def find_archive(config: Path) -> Path:
    return locate_store(config.parent).root.parent / ARCHIVES / "june-2027.zip"


def test_the_record_says_what_was_published(config: Path) -> None:
    record = yaml.safe_load((config.parent / FOLDER / "june-2027.yml").read_text("utf-8"))
    assert (record["edition"], record["published"]) == ("june-2027", datetime.date(2027, 6, 10))
    assert list(record["sheets"]) == [SHEET, LETTER]
    assert list(record["sheets"][LETTER]) == ["paper"]
    assert list(record["sheets"][SHEET]) == list(FORMS)
    for names in record["sheets"][SHEET].values():
        assert {key: len(value) for key, value in names.items()} == {"key": 64, "sha256": 64}
    assert read_edition(config.parent, "june-2027") == record["sheets"]


def test_changed_words_and_designs_change_nothing_that_was_published(config: Path) -> None:
    published = read_bytes(find_edition(config, SHEET, "june-2027"))
    assert sorted(published) == sorted(f"{SHEET}-{form}.pdf" for form in FORMS)
    (config.parent / "slogans/look-first.md").write_text(SLOGAN.replace("Look first", "Look twice").replace("signal", "quiet"))
    publish_edition(config, "july-2027")
    assert read_bytes(find_edition(config, SHEET, "june-2027")) == published
    assert read_bytes(find_edition(config, SHEET, "july-2027")).keys() == published.keys()
    assert not set(read_bytes(find_edition(config, SHEET, "july-2027")).values()) & set(published.values())


def test_a_letter_is_printed_again_as_it_was_sent(config: Path) -> None:
    published = read_bytes(find_edition(config, LETTER, "june-2027"))
    assert list(published) == ["rain-notice-en.pdf"]
    (config.parent / "docs/notices/rain.md").write_text(NOTICE.replace("All take part", "Nobody comes"))
    publish_edition(config, "july-2027")
    assert read_bytes(find_edition(config, LETTER, "june-2027")) == published
    assert read_bytes(find_edition(config, LETTER, "july-2027")) != published


def test_a_slogan_that_is_gone_can_still_be_printed(config: Path) -> None:
    published = read_bytes(find_edition(config, SHEET, "june-2027"))
    (config.parent / "slogans/look-first.md").unlink()
    config.write_text(VALID["mkdocs.yml"].replace("campaign: month", "campaign: another"))
    assert read_bytes(find_edition(config, SHEET, "june-2027")) == published


def test_an_emptied_store_is_filled_from_the_archive(config: Path) -> None:
    published = read_bytes(find_edition(config, SHEET, "june-2027"))
    empty(locate_store(config.parent))
    assert read_bytes(find_edition(config, SHEET, "june-2027")) == published


def test_without_store_and_archive_it_is_refused(config: Path) -> None:
    empty(locate_store(config.parent))
    find_archive(config).unlink()
    with pytest.raises(NotInEditionError):
        find_edition(config, SHEET, "june-2027")


def test_an_archive_that_lacks_a_file_is_refused(config: Path) -> None:
    empty(locate_store(config.parent))
    with zipfile.ZipFile(find_archive(config), "w"):
        pass
    with pytest.raises(NotInEditionError):
        find_edition(config, SHEET, "june-2027")


@pytest.mark.parametrize("junk", [b"", b"not an archive", b"PK\x03\x04 cut short"])
def test_a_broken_archive_is_refused(config: Path, junk: bytes) -> None:
    empty(locate_store(config.parent))
    find_archive(config).write_bytes(junk)
    with pytest.raises(NotInEditionError):
        find_edition(config, SHEET, "june-2027")


def test_bytes_that_are_not_the_same_are_refused(config: Path) -> None:
    file = find_edition(config, SHEET, "june-2027")[0].file
    file.chmod(0o644)
    file.write_bytes(file.read_bytes() + b"%")
    with pytest.raises(NotInEditionError):
        find_edition(config, SHEET, "june-2027")


def test_a_tampered_archive_is_refused_even_the_second_time(config: Path) -> None:
    empty(locate_store(config.parent))
    archive = find_archive(config)
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
    with zipfile.ZipFile(archive, "w") as packed:
        for name in names:
            packed.writestr(name, b"%PDF-1.7 another")
    for _ in range(2):
        with pytest.raises(NotInEditionError):
            find_edition(config, SHEET, "june-2027")
    assert list(locate_store(config.parent).root.rglob("*.pdf")) == [], "nobody else may get these bytes by their key"


@pytest.mark.parametrize(
    ("sheet", "edition", "asked", "legal"),
    [
        ("hard-hat-poster-a4-en", "june-2027", "hard-hat-poster-a4-en", (SHEET, LETTER)),
        (SHEET, "june-2026", "june-2026", ("june-2027",)),
        (SHEET, "../editions/june-2027", "../editions/june-2027", ("june-2027",)),
    ],
)
def test_what_is_not_there_is_named_with_what_is(
    config: Path, sheet: str, edition: str, asked: str, legal: tuple[str, ...]
) -> None:
    with pytest.raises(NotInEditionError) as caught:
        find_edition(config, sheet, edition)
    assert (caught.value.asked, caught.value.legal) == (asked, legal)


def test_publishing_twice_gives_the_same_record_and_archive(config: Path) -> None:
    record = config.parent / FOLDER / "june-2027.yml"
    before = record.read_bytes(), find_archive(config).read_bytes()
    publish_edition(config, "june-2027")
    assert (record.read_bytes(), find_archive(config).read_bytes()) == before


def test_every_form_of_a_record_has_an_ending(config: Path) -> None:
    assert set(read_edition(config.parent, "june-2027")[SHEET]) <= set(ENDINGS)
