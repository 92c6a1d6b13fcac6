"""Ratios measured side by side in one run: ``make bench``. Absolute times depend on the machine; ratios hold better.

Each pair is run in turn, A B A B, after a warm-up; the median of the ratios is what counts. Nothing here is a test.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import typst  # noqa: E402  after the path

from broadside.building import locate_store  # noqa: E402
from broadside.checking import check_site  # noqa: E402
from broadside.press import Press  # noqa: E402
from broadside.press.codes import draw_code  # noqa: E402
from broadside.press.engine import MAIN, describe_sheet, write_inputs  # noqa: E402
from broadside.press.outputs import PRINT_SHOP  # noqa: E402
from broadside.sheets import Sheet  # noqa: E402
from broadside.store import Store  # noqa: E402


def say(what: str, figure: str, goal: str) -> None:
    """Print one row."""
    print(f"{what:<66} {figure:>22}   {goal}")


def seconds(act: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def compare(first: Callable[[int], float], second: Callable[[int], float], rounds: int) -> tuple[float, float, float]:
    """Run both in turn after a warm-up; returns the median ratio and both medians in seconds."""
    first(0), second(1)
    pairs = [(first(2 * number), second(2 * number + 1)) for number in range(1, rounds + 1)]
    return statistics.median(a / b for a, b in pairs), *(statistics.median(column) for column in zip(*pairs, strict=True))


def nudge(sheet: Sheet, number: int) -> Sheet:
    """Move the words by some micrometres: another sheet to the engine's memory, the same work."""
    lines = tuple(dataclasses.replace(line, x_mm=line.x_mm + number * 1e-3) for line in sheet.words.lines)
    return dataclasses.replace(sheet, words=dataclasses.replace(sheet.words, lines=lines))


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
                return seconds(lambda: press.print_output(changed, PRINT_SHOP))

            def bare(number: int, compiler: typst.Compiler = compiler, sheet: Sheet = sheet, code: str = code) -> float:
                inputs = write_inputs(describe_sheet(nudge(sheet, number), None), PRINT_SHOP, code)
                given = {"design": f"/designs/{sheet.design_id}/design.typ", "sheet": inputs}
                return seconds(
                    lambda: compiler.compile(input=MAIN, sys_inputs=given, format="pdf", pdf_standards="ua-1", timestamp=0)
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


def bench_threads(sheets: tuple[Sheet, ...]) -> None:
    """One worker against two."""
    some = tuple(sheet for sheet in sheets if sheet.carrier_id == "poster-a3")[:24]

    def run(workers: int) -> Callable[[int], float]:
        def act(number: int) -> float:
            folder = tempfile.mkdtemp()
            with Press(ROOT / "posters", ROOT / "slogans", Store(Path(folder)), workers) as press:
                time_s = seconds(lambda: press.print_sheets([nudge(sheet, number + 1) for sheet in some]))
            shutil.rmtree(folder)
            return time_s

        return act

    ratio, one, two = compare(run(1), run(2), 3)
    say("24 A3 sheets with previews: one worker / two", f"{ratio:.2f} ({one:.1f}/{two:.1f} s)", "")


def run_build(target: Path, press: str) -> float:
    """Time one real build."""
    environment = {**os.environ, "BROADSIDE_PRESS": press, "NO_MKDOCS_2_WARNING": "1"}
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "-q", "-f", str(ROOT / "mkdocs.yml"), "-d", str(target)]
    return seconds(lambda: subprocess.run(command, check=True, env=environment, capture_output=True))


def bench_build() -> None:
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
                ROOT, copy, ignore=shutil.ignore_patterns(".venv", ".broadside", "site", ".git", "__pycache__", ".*_cache")
            )
            environment = {**os.environ, "PYTHONPATH": str(copy / "hooks"), "BROADSIDE_STORE": str(Path(folder) / f"store-{name}")}
            command = [sys.executable, "-m", "broadside.cli", "--config", str(copy / "mkdocs.yml"), "print"]
            subprocess.run(command, check=True, env=environment, capture_output=True, cwd=copy)
            store = Path(folder) / f"store-{name}"
            digests.append({path.relative_to(store): path.read_bytes() for path in store.rglob("*.pdf")})
        same = sum(digests[0][key] == digests[1].get(key) for key in digests[0])
    say("two builds from clean copies: PDFs of the same bytes", f"{same} of {len(digests[0])}", "all")


def main() -> None:
    """Measure everything."""
    _, sheets = check_site(ROOT / "mkdocs.yml")
    bench_path(sheets)
    bench_rebuild(sheets)
    bench_threads(sheets)
    bench_build()
    bench_check()
    bench_bytes()


if __name__ == "__main__":
    main()
