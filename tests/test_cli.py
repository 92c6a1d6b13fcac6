"""The command as people type it: what it prints, what it makes, what it refuses, and in which words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from broadside import fetching
from broadside.cli import main
from broadside.texts import LANGUAGES
from sites import TESTS, VALID, make_site

SLOGAN = "---\ntext: {en: Look first, zh: 先看后干}\ndesign: {en: signal, zh: signal}\ncarriers: [poster-a4]\n---\n"
FILES = {
    "slogans/look-first.md": SLOGAN,
    "posters/designs/wall/design.yml": (TESTS / "small/posters/designs/plain/design.yml")
    .read_text("utf-8")
    .replace("[poster, banner, screen]", "[poster-a3, poster-a4]"),
    "posters/designs/wall/design.typ": "// Drawn by no test.\n",
    "posters/editions": None,
}
"""A slogan on one carrier, and a design that fits posters alone."""
NO_SHEET = (
    "No sheet is what you asked for: no slogan has a design that fits this carrier, or no sheet can be had in this form. "
    "Name another carrier, a design with --design, or another form.\n"
)


@dataclass(frozen=True)
class Command:
    """Runs commands on one site."""

    config: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, language: str = "en") -> tuple[int, str, str]:
        """Return the exit code and what was printed: for the reader, and for the log."""
        code = main(["--config", str(self.config), "--language", language, *arguments])
        said = self.capture.readouterr()
        return code, said.out, said.err.rpartition("\r")[2]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return the command, on the valid site with one slogan on one carrier."""
    monkeypatch.delenv("BROADSIDE_STORE", raising=False)
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")
    return Command(make_site(tmp_path / "site", FILES), capsys)


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_check(run: Command) -> None:
    assert run("check") == (0, "No mistakes.\n", "")
    assert run("check", language="zh") == (0, "没有发现错误。\n", "")


def test_check_tells_mistakes_in_both_languages_and_for_the_forge(run: Command) -> None:
    (run.config.parent / "slogans/look-first.md").write_text("---\ntext: Look first\ncolour: red\n---\n")
    code, said, log = run("check")
    assert (code, log) == (1, "")
    assert said.startswith('slogans/look-first.md:3:1: colour: there is no field "colour" here.\n  Mend: use one of ')
    assert said.endswith("\n1 mistake. Nothing was made.\n")
    assert run("check", language="zh")[1].startswith("slogans/look-first.md:3:1: colour：这里没有名为“colour”的字段。\n")
    code, said, _ = run("--format", "github", "check")
    assert (code, said.split(",")[0]) == (1, "::error file=slogans/look-first.md")


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


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("print", "look-frist"),
            2,
            "There is no slogan look-frist. If these are the words to print, add --words.\n",
        ),
        (
            ("print", "look-first", "--carrier", "van-side", "--design", "wall"),
            2,
            NO_SHEET,
        ),
        (
            ("reprint", "look-first-poster-a4-en"),
            2,
            "Name the edition after the sheet: look-first-poster-a4-en@june-2027.\n",
        ),
        (
            ("reprint", "look-first-poster-a4-en@june-2027"),
            2,
            "The edition june-2027 does not have june-2027, or its files are gone from the store and the archive. There is: -.\n",
        ),
        (("fonts", "xx", "yy"), 2, None),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_refusals_are_sentences_on_the_log(run: Command, arguments: tuple[str, ...], code: int, said: str | None) -> None:
    for language in LANGUAGES:
        answer = run(*arguments, language=language)
        assert answer[:2] == (code, "")
        assert answer[2].endswith("\n")
        assert "{" not in answer[2]
        if language == "en":
            assert answer[2] == said or (said is None and answer[2].startswith("there is no language xx, yy. There is: en, "))


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
    assert lines[-2] == "4 mistakes. Nothing was made."


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


def test_publish_and_reprint(run: Command, tmp_path: Path) -> None:
    code, said, _ = run("publish", "june-2027")
    assert code == 0
    assert said.split() == [
        str(run.config.parent / "posters/editions/june-2027.yml"),
        str(run.config.parent / ".broadside/editions/june-2027.zip"),
        str(run.config.parent / "docs/addresses.yml"),
    ]
    assert run("print", "look-first", "--to", str(tmp_path / "before"))[0] == 0
    (run.config.parent / "slogans/look-first.md").write_text(VALID["slogans/look-first.md"].replace("Look first", "Look twice"))
    assert run("reprint", "look-first-poster-a4-en@june-2027", "--to", str(tmp_path / "after"))[0] == 0
    assert len(list_names(tmp_path / "after")) == 3
    for file in (tmp_path / "after").iterdir():
        assert file.read_bytes() == (tmp_path / "before" / file.name).read_bytes()
    code, said, log = run("reprint", "hard-hat-poster-a4-en@june-2027")
    assert (code, said) == (2, "")
    assert log == (
        "The edition june-2027 does not have hard-hat-poster-a4-en, or its files are gone from the store and the archive. "
        "There is: look-first-poster-a4-en, look-first-poster-a4-zh.\n"
    )


@pytest.mark.parametrize("edition", ["../june", "a/b", "", "Juni 2027"])
def test_an_edition_s_name_is_a_file_s_name(run: Command, edition: str) -> None:
    before = {path for path in run.config.parent.parent.rglob("*.yml") if ".broadside" not in path.parts}
    code, _, log = run("publish", edition)
    assert code == 2
    assert log.endswith("\n")
    assert {path for path in run.config.parent.parent.rglob("*.yml") if ".broadside" not in path.parts} == before


def test_fonts_without_npm_is_a_sentence(run: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(fetching, "is_here", lambda *_: False)
    code, said, log = run("fonts", "ja")
    assert (code, said) == (2, "")
    assert log.startswith("there is no npm on this machine")


def test_the_installed_command_is_this_one(run: Command) -> None:
    command = [str(Path(sys.executable).parent / "broadside"), "--config", str(run.config), "--language", "en", "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No mistakes.\n", "")


def test_the_addresses_are_recorded_and_then_missed(run: Command) -> None:
    code, said, _ = run("addresses")
    assert (code, said.strip()) == (0, str(run.config.parent / "docs/addresses.yml"))
    (run.config.parent / "slogans/look-first.md").rename(run.config.parent / "slogans/look-twice.md")
    code, said, _ = run("check")
    assert code == 1
    assert "the address /slogans/look-first was published" in said


def test_a_copy_is_made_of_a_built_site_only(run: Command, tmp_path: Path) -> None:
    places = ("--site", str(tmp_path / "built"), "--to", str(tmp_path / "copy"))
    code, _, log = run("offline", *places)
    assert (code, log) == (2, f"There is no built site in {tmp_path / 'built'}. Build it first: make build.\n")
    (tmp_path / "built").mkdir()
    (tmp_path / "built/index.html").write_text("<head></head>", "utf-8")
    code, said, _ = run("offline", "--zip", *places)
    assert code == 0
    assert said.splitlines()[:2] == [str(tmp_path / "copy/Open me 打开我.html"), str(tmp_path / "copy.zip")]
    (tmp_path / "copy/Open me 打开我.html").unlink()
    code, _, log = run("offline", *places, language="zh")
    assert (code, "未作改动" in log) == (2, True)
