"""This site's own sheets -> rows: the press beside the bare engine and its peers, processes, memory, kills, bytes."""

from __future__ import annotations

import dataclasses
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import typst
from PIL import Image

from bench.rows import ROOT, compare, list_paths, say, seconds
from broadside.building import locate_store
from broadside.press.codes import draw_code
from broadside.press.describing import make_order, write_inputs
from broadside.press.engine import MAIN
from broadside.press.running import Press
from broadside.sheets import Sheet
from broadside.store import Store


def nudge(sheet: Sheet, number: int) -> Sheet:
    """Move the words by some micrometres: another sheet to the engine's memory, the same work."""
    first = sheet.voices[0]
    lines = tuple(dataclasses.replace(line, x_mm=line.x_mm + number * 1e-3) for line in first.words.lines)
    moved = dataclasses.replace(first, words=dataclasses.replace(first.words, lines=lines))
    return dataclasses.replace(sheet, voices=(moved, *sheet.voices[1:]))


def bench_path(sheets: tuple[Sheet, ...]) -> None:
    """Our whole path for one warm A3 PDF against the bare call of the engine for the same sheet."""
    for design in ("sunrise", "quiet", "signal"):
        sheet = next(
            item for item in sheets if item.carrier_id == "poster-a3" and item.design_id == design and item.language == "zh"
        )
        with tempfile.TemporaryDirectory() as folder, Press(ROOT / "posters", ROOT / "slogans", Store(Path(folder)), 1) as press:
            fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(ROOT / "posters/fonts")])
            compiler = typst.Compiler(root=str(ROOT / "posters"), font_paths=fonts, ignore_system_fonts=True)
            code = draw_code(sheet.url)

            def whole(number: int, press: Press = press, sheet: Sheet = sheet) -> float:
                changed = nudge(sheet, number)
                return seconds(lambda: press.print_form(changed, "office"))

            def bare(number: int, compiler: typst.Compiler = compiler, sheet: Sheet = sheet, code: str = code) -> float:
                inputs = write_inputs(make_order(nudge(sheet, number)).inputs, "office", code)
                given = {"design": f"/designs/{sheet.design_id}/design.typ", "sheet": inputs}
                return seconds(
                    lambda: compiler.compile(
                        input=MAIN, sys_inputs=given, format="pdf", pdf_standards=["a-2u", "ua-1"], timestamp=0
                    )
                )

            ratio, ours, theirs = compare(whole, bare, 60)
        say(
            f"warm A3 PDF, {design}: whole path / bare engine",
            f"{ratio:.2f} ({ours * 1e3:.1f}/{theirs * 1e3:.1f} ms)",
            "at most 1.3",
        )


def bench_rebuild(sheets: tuple[Sheet, ...]) -> None:
    """How many sheets a rebuild prints."""
    with Press(ROOT / "posters", ROOT / "slogans", locate_store(ROOT)) as press:
        first = seconds(lambda: press.print_sheets(sheets))
        say(f"printing what the store lacks of {len(sheets)} sheets", f"{first:.1f} s", "")
    with Press(ROOT / "posters", ROOT / "slogans", locate_store(ROOT)) as press:
        start = time.perf_counter()
        made = sum(item.was_made for item in press.print_sheets(sheets))
        say("rebuild, nothing changed: sheets printed", f"{made} ({time.perf_counter() - start:.2f} s)", "0")
    name = sheets[0].slogan
    changed = tuple(nudge(sheet, time.time_ns() % 997 + 1) if sheet.slogan == name else sheet for sheet in sheets)
    with Press(ROOT / "posters", ROOT / "slogans", locate_store(ROOT)) as press:
        made = sum(item.was_made for item in press.print_sheets(changed))
    say(f"rebuild, one slogan ({name}) changed: sheets printed", str(made), str(sum(sheet.slogan == name for sheet in sheets)))


def bench_large() -> None:
    """Memory for an A0 with a photograph, and the time of the longest banner, each in a process of its own."""
    for carrier, design, goal in (("poster-a0", "witness", "under 150 MB"), ("banner-12m", "cloth", "under 0.3 s")):
        command = [sys.executable, "-m", "bench.one", carrier, design]
        environment = {**os.environ, "PYTHONPATH": list_paths()}
        done = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
        say(f"{carrier}, {design}, office PDF: memory above the program's own; time", done.stdout.strip(), goal)


def bench_peers() -> None:
    """One A3 with a photograph as PDF: ours, WeasyPrint and headless Chromium, in turn, all warm."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "peers"
        install = ["uv", "pip", "install", "--quiet", "--target", str(target), "weasyprint"]
        uv = Path(sys.executable).parent / "uv"
        if subprocess.run([str(uv), *install[1:]], check=False, capture_output=True).returncode:
            say("peers", "could not be installed", "")
            return
        command = [sys.executable, "-m", "bench.peers"]
        environment = {**os.environ, "PYTHONPATH": list_paths(target)}
        done = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)
        sys.stdout.write(done.stdout)


def bench_kills(sheets: tuple[Sheet, ...]) -> None:
    """Kill the press 50 times at any moment: no file may be torn, and nothing that was finished may be lost."""
    torn = lost = 0
    for number in range(50):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "broadside.cli", "--config", str(ROOT / "mkdocs.yml"), "print", *names(sheets, 6)]
            environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "BROADSIDE_STORE": folder}
            running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
            time.sleep(2 + 6 * random.Random(number).random())  # noqa: S311  no secret
            running.send_signal(signal.SIGKILL)
            running.wait()
            time.sleep(0.3)
            files = [path for path in Path(folder).rglob("*") if path.is_file() and not path.name.startswith(".draft")]
            torn += sum(not is_whole(path) for path in files)
            lost += sum(path.stat().st_size == 0 for path in files)
    say("50 kills (SIGKILL): torn files, empty files", f"{torn}, {lost}", "0, 0")


def names(sheets: tuple[Sheet, ...], count: int) -> list[str]:
    """Return the first slogans' names."""
    return list(dict.fromkeys(sheet.slogan for sheet in sheets))[:count]


def is_whole(path: Path) -> bool:
    """Say whether a file of the store opens."""
    if path.suffix == ".pdf":
        return subprocess.run(["qpdf", "--check", "--no-warn", path], check=False, capture_output=True).returncode == 0
    if path.suffix in {".png", ".webp", ".jpg"}:
        with Image.open(path) as picture:
            picture.load()
    return True


def run_build(target: Path, press: str) -> float:
    """Time one real build."""
    environment = {**os.environ, "BROADSIDE_PRESS": press, "NO_MKDOCS_2_WARNING": "1"}
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "-q", "-f", str(ROOT / "mkdocs.yml"), "-d", str(target)]
    return seconds(lambda: subprocess.run(command, check=True, env=environment, capture_output=True))


def bench_press() -> None:
    """A build with all sheets in the store against the same site with the press off."""
    with tempfile.TemporaryDirectory() as folder:
        on, off = Path(folder) / "on", Path(folder) / "off"
        ratio, with_press, without = compare(lambda _: run_build(on, "true"), lambda _: run_build(off, "false"), 9)
    say("mkdocs build, sheets in the store: press on / off", f"{ratio:.2f} ({with_press:.1f}/{without:.1f} s)", "at most 1.2")


def bench_check() -> None:
    """The check as a command."""
    command = [sys.executable, "-m", "broadside.cli", "--config", str(ROOT / "mkdocs.yml"), "check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    times = [seconds(lambda: subprocess.run(command, check=True, env=environment, capture_output=True)) for _ in range(6)][1:]
    say("broadside check, whole command", f"{statistics.median(times):.2f} s", "under 1 s")


def bench_bytes() -> None:
    """Print two clean copies of the repository into two stores and compare the bytes."""
    digests = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("one", "two"):
            copy = Path(folder) / name
            shutil.copytree(
                ROOT,
                copy,
                ignore=shutil.ignore_patterns(".venv", ".broadside", "site", ".git", "node_modules", "__pycache__", ".*_cache"),
            )
            environment = {**os.environ, "PYTHONPATH": str(copy / "hooks"), "BROADSIDE_STORE": str(Path(folder) / f"store-{name}")}
            command = [sys.executable, "-m", "broadside.cli", "--config", str(copy / "mkdocs.yml"), "print"]
            subprocess.run(command, check=True, env=environment, capture_output=True, cwd=copy)
            store = Path(folder) / f"store-{name}"
            digests.append({path.relative_to(store): path.read_bytes() for path in store.rglob("*.pdf")})
        same = sum(digests[0][key] == digests[1].get(key) for key in digests[0])
    say("two builds from clean copies: PDFs of the same bytes", f"{same} of {len(digests[0])}", "all")
