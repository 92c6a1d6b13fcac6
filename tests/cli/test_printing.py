"""``print`` and ``fonts``: what is made, and what cannot be."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from broadside import fetching
from cli.commanding import Command, list_names


def test_print_by_name_into_a_folder(run: Command, tmp_path: Path) -> None:
    code, said, _ = run("print", "look-first", "--to", str(tmp_path / "out"))
    assert code == 0
    assert list_names(tmp_path / "out") == [
        f"look-first-poster-a4-{language}-{form}.pdf" for language in ("en", "zh") for form in ("copier", "office", "print-shop")
    ]
    assert sorted(said.split("\n")[:-1]) == sorted(str(path) for path in (tmp_path / "out").iterdir())


def test_print_without_a_folder_names_the_places_in_the_store(run: Command) -> None:
    code, said, _ = run("print", "--form", "office")
    assert code == 0
    places = said.split()
    assert len(places) == 2
    assert all(Path(place).read_bytes().startswith(b"%PDF") for place in places)
    assert all(Path(place).is_relative_to(run.config.parent / ".broadside/store") for place in places)


def test_print_the_papers_of_a_document_beside_a_slogan(run: Command, tmp_path: Path) -> None:
    article = run.config.parent / "docs/knowledge/ladders.md"
    article.parent.mkdir()
    article.write_text("---\ntitle: Ladders\nkind: skill\ntopics: [ppe]\n---\n## First\n\nLook.\n", "utf-8")
    code, _, _ = run("print", "knowledge/ladders", "look-first", "--form", "office", "--to", str(tmp_path / "out"))
    assert code == 0
    assert list_names(tmp_path / "out") == [
        "ladders-talk-card-en.pdf",
        *(f"look-first-poster-a4-{each}-office.pdf" for each in ("en", "zh")),
    ]


def test_a_document_of_which_nothing_is_printed_is_told(run: Command) -> None:
    code, _, said = run("print", "campaigns/month")
    assert (code, "Nothing is printed of campaigns/month." in said) == (2, True)


@pytest.mark.parametrize(("given", "language"), [("Mind the step", "en"), ("小心台阶", "zh")])
def test_print_words_that_stand_in_no_file(run: Command, tmp_path: Path, given: str, language: str) -> None:
    code, _, _ = run("print", given, "--carrier", "a4", "--form", "office", "--design", "signal", "--to", str(tmp_path / "out"))
    assert code == 0
    (name,) = list_names(tmp_path / "out")
    assert name.endswith(f"-poster-a4-{language}-office.pdf")
    text = subprocess.run(["pdftotext", tmp_path / "out" / name, "-"], check=True, capture_output=True, text=True).stdout
    assert "".join(given.split()) in "".join(text.split())


def test_words_may_look_like_a_name_and_be_in_a_language(run: Command, tmp_path: Path) -> None:
    given = ("print", "halt", "--words", "--in", "de", "--carrier", "a4", "--form", "office", "--design", "signal")
    assert run(*given, "--to", str(tmp_path / "out"))[0] == 0
    (name,) = list_names(tmp_path / "out")
    assert name.endswith("-poster-a4-de-office.pdf")


def test_print_for_another_unit_on_another_carrier_in_another_form(run: Command, tmp_path: Path) -> None:
    units = sorted(path.name for path in (run.config.parent / "posters/brands").iterdir())
    given = ("print", "look-first", "--carrier", "a3", "--form", "office")
    for unit in (units[0], units[-1]):
        assert run(*given, "--unit", unit, "--to", str(tmp_path / unit))[0] == 0
    one, other = (tmp_path / unit / f"look-first-poster-a3-en-{unit}-office.pdf" for unit in (units[0], units[-1]))
    assert one.read_bytes() != other.read_bytes()
    assert "A3" in subprocess.run(["pdfinfo", one], check=True, capture_output=True, text=True).stdout


def test_what_is_unknown_is_told_with_what_there_is(run: Command) -> None:
    arguments = ("--unit", "grop", "--design", "singal", "--carrier", "poster-a33", "--form", "ofice")
    code, said, _ = run("print", "look-first", *arguments)
    lines = said.split("\n")
    assert code == 1
    assert [line for line in lines if line.startswith("broadside print:1:1: ")] == [
        'broadside print:1:1: --carrier: unknown carrier "poster-a33".',
        'broadside print:1:1: --form: "ofice" is not one of its choices.',
        'broadside print:1:1: --design: unknown design "singal".',
        'broadside print:1:1: --unit: unknown unit "grop".',
    ]
    mends = [line for line in lines if line.startswith("  Mend: use one of ")]
    assert [line.split("; nearest is ")[1] for line in mends] == ['"poster-a3".', '"office".', '"signal".', '"group".']
    assert lines[-3:-1] == [
        "4 mistakes. Nothing was made.",
        "More about it: broadside explain carrier-unknown choice-unknown design-unknown unit-unknown",
    ]


def test_an_unknown_language_of_the_words_is_told(run: Command) -> None:
    code, said, _ = run("print", "Mind the step", "--in", "xx")
    assert code == 1
    assert said.startswith('words:1:1: --in: unknown language "xx".\n  Mend: use one of en, ')


@pytest.mark.parametrize(
    ("given", "rule"), [("", "nothing is written here"), (" ", "nothing is written here"), ("\U0002ffff", "no font")]
)
def test_words_that_cannot_be_printed_are_told(run: Command, given: str, rule: str) -> None:
    code, said, _ = run("print", "--words", given)
    assert code == 1
    assert said.startswith("words:1:1: ")
    assert rule in said


def test_fonts_without_npm_is_a_sentence(run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(fetching, "is_here", lambda *_: False)
    code, said, log = run("fonts", "ja")
    assert (code, said) == (2, "")
    assert log.startswith("there is no npm on this machine")
