"""The press as a whole: it can be killed at any moment, its processes end with it, and it prints only what is missing."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from broadside.catalog import Catalog
from broadside.checking import plan_wish
from broadside.press.papers import Paper
from broadside.press.running import Press, Progress
from broadside.sheets import Sheet, Wish
from broadside.store import Store
from processes import list_children, wait_for
from sites import REPOSITORY

SLOGANS = ("hard-hat", "slow-down", "high-voltage")
PRINT = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(REPOSITORY / "hooks")!r})
from broadside.catalog import read_catalog, read_settings
from broadside.checking import plan_wish
from broadside.press.running import Press
from broadside.sheets import Wish
from broadside.store import Store

if __name__ == "__main__":
    root = Path({str(REPOSITORY)!r})
    wish = Wish(design="signal", carriers=("poster-a3",), forms=("office",))
    sheets = plan_wish(read_catalog(read_settings(root / "mkdocs.yml")), {SLOGANS!r}, wish)
    print("begin", flush=True)
    with Press(root / "posters", root / "slogans", Store(Path(sys.argv[1])), workers=2) as press:
        press.print_sheets(sheets)
"""
"""A run of its own with two worker processes: so many sheets that it starts them."""
KILLS = 6


def start(store: Path, folder: Path) -> subprocess.Popen[str]:
    """Start a run and wait until it begins to print."""
    script = folder / "print.py"
    script.write_text(PRINT, "utf-8")
    run = subprocess.Popen([sys.executable, script, store], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stdout.readline() == "begin\n"
    return run


def finish(run: subprocess.Popen[str]) -> None:
    run.communicate()
    assert run.returncode == 0


def list_made(store: Path) -> dict[str, int]:
    """Return the finished files of a store and the inode of each; a file that is written again has another."""
    files = (path for path in store.glob("*/*") if path.is_file() and not path.name.startswith(".draft-"))
    return {path.relative_to(store).as_posix(): path.stat().st_ino for path in files}


def assert_sound(file: Path) -> None:
    """Open a file with a tool that did not make it; a torn one fails."""
    if file.suffix == ".pdf":
        subprocess.run(["qpdf", "--check", "--no-warn", file], check=True, capture_output=True)
    else:
        with Image.open(file) as picture:
            picture.load()


def test_a_run_killed_at_any_moment_leaves_no_torn_file_and_the_next_goes_on(tmp_path: Path) -> None:
    whole, store = tmp_path / "whole", tmp_path / "store"
    run = start(whole, tmp_path)
    began = time.monotonic()
    finish(run)
    duration = time.monotonic() - began
    chance = random.Random(20270616)  # noqa: S311  moments, not secrets
    kept: dict[str, int] = {}
    for _ in range(KILLS):
        run = start(store, tmp_path)
        time.sleep(chance.random() * duration)
        children = list_children(run.pid)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        assert wait_for(children, 5) == [], "a worker outlives its press"
        made = list_made(store)
        assert kept.items() <= made.items(), "what was there was made again"
        for name in made.keys() - kept.keys():
            assert_sound(store / name)
        kept = made
    finish(start(store, tmp_path))
    assert kept.items() <= list_made(store).items()
    assert list_made(store).keys() == list_made(whole).keys()
    for name in list_made(whole):
        assert (store / name).read_bytes() == (whole / name).read_bytes()


def test_workers_end_when_their_press_is_killed(tmp_path: Path) -> None:
    run = start(tmp_path / "store", tmp_path)
    end = time.monotonic() + 60
    while len(list_children(run.pid)) < 2 and run.poll() is None and time.monotonic() < end:
        time.sleep(0.02)
    children = list_children(run.pid)
    assert len(children) >= 2
    run.send_signal(signal.SIGKILL)
    run.communicate()
    assert wait_for(children, 5) == []


def plan(catalog: Catalog, *names: str, carriers: tuple[str, ...] = ("poster-a3",)) -> tuple[Sheet, ...]:
    return plan_wish(catalog, names, Wish(design="signal", carriers=carriers, forms=("office",)))


def test_one_file_of_a_sheet_can_be_printed_alone(catalog: Catalog, tmp_path: Path) -> None:
    sheet = plan(catalog, "slow-down")[0]
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path)) as press:
        file = press.print_form(sheet, "office")
        inode = file.stat().st_ino
        assert press.print_form(sheet, "office") == file
        printed = press.print_sheet(sheet)
    assert list(tmp_path.rglob("*.pdf")) == [file]
    assert printed.files["office"] == file
    assert file.stat().st_ino == inode
    assert printed.name_file("office") == f"slow-down-poster-a3-{sheet.language}-office.pdf"
    assert printed.ink_cover is None, "this sheet has no copier's file"


def test_a_copier_s_file_says_how_much_ink_it_takes(catalog: Catalog, tmp_path: Path) -> None:
    sheet = plan_wish(catalog, ["slow-down"], Wish(design="signal", carriers=("poster-a4",), forms=("copier",)))[0]
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path)) as press:
        printed = press.print_sheet(sheet)
    assert printed.ink_cover is not None
    assert 0 < printed.ink_cover < 40


def test_progress_is_told_and_order_is_kept(catalog: Catalog, tmp_path: Path) -> None:
    sheets = plan(catalog, *SLOGANS, carriers=("poster-a4",))
    steps: list[Progress] = []
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path), workers=1) as press:
        printed = press.print_sheets(sheets, steps.append)
        again = press.print_sheets(sheets, steps.append)
    assert tuple(item.sheet for item in printed) == sheets
    total = len(sheets)
    told = [(step.done, step.total, step.printed) for step in steps]
    assert told == [*((done, total, done) for done in range(1, total + 1)), (total, total, 0)]
    assert ({item.was_made for item in printed}, {item.was_made for item in again}) == ({True}, {False})


TINY = """\
#let s = json(bytes(sys.inputs.sheet))
#set document(title: "Tiny")
#set text(lang: "en")
#image("/brands/" + s.logo, alt: "A logo")
"""
"""A paper that shows a logo and says nothing."""


def print_marked(posters: Path, sheet: Sheet, store: Store) -> tuple[str, str, list[str]]:
    """Return the keys of a sheet and of a paper that both show the group's logo, and which units' logos the engine could see."""
    logo = sheet.marks[0].logo
    paper = Paper("tiny", "tiny", "en", "Tiny", "/papers/tiny.typ", f'{{"logo": "{logo}"}}', (), 210, 297, logos=(logo,))
    with Press(posters, REPOSITORY / "slogans", store) as press:
        keys = press.find_key(sheet, "office"), press.print_paper(paper)[".pdf"].name
        return *keys, sorted(path.name for path in (press._bench / "brands").iterdir())


def test_a_unit_more_prints_nothing_again_and_is_not_copied(catalog: Catalog, tmp_path: Path) -> None:
    posters, store, sheet = tmp_path / "posters", Store(tmp_path / "store"), plan(catalog, "slow-down")[0]
    (posters / "papers").mkdir(parents=True)
    (posters / "papers/tiny.typ").write_text(TINY, "utf-8")
    shutil.copytree(REPOSITORY / "posters/brands", posters / "brands")
    for name in ("designs", "parts", "fonts", "inks"):
        (posters / name).symlink_to(REPOSITORY / "posters" / name)
    before = print_marked(posters, sheet, store)
    assert before[2] == ["group"]
    shutil.copytree(posters / "brands/harbour", posters / "brands/another")
    assert print_marked(posters, sheet, store) == before
    logo = posters / "brands" / sheet.marks[0].logo
    logo.write_text(logo.read_text("utf-8").replace("#f2a900", "#f2a901"), "utf-8")
    assert not {*before[:2]} & {*print_marked(posters, sheet, store)[:2]}, "the logo itself is part of every key"


@pytest.mark.parametrize("gone", ["office", "preview"])
def test_only_the_file_that_is_gone_is_printed(catalog: Catalog, tmp_path: Path, gone: str) -> None:
    sheet = plan(catalog, "slow-down")[0]
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path)) as press:
        printed = press.print_sheet(sheet)
        before = list_made(tmp_path)
        printed.files[gone].unlink()  # type: ignore[index]
        assert press.print_sheet(sheet).was_made
    after = list_made(tmp_path)
    assert after.keys() == before.keys()
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {printed.files[gone].relative_to(tmp_path).as_posix()}  # type: ignore[index]
