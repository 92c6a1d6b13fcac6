"""A built site and one edit -> how long its editor waits: for the next build, for the preview, for a thousand slogans."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench.generators import Generator, build_environment, install_stock, list_ours
from bench.material import Made
from bench.rows import say
from bench.scale import Ground, say_ratio, tell

WAIT_S = 1800
"""Our choice: a preview that has not shown an edit by then never will."""
LOOK_EVERY_S = 0.05
CARRIERS, BESIDE = 6, 300
"""Of each slogan, and documents beside the slogans: what docs/contributing/performance.md speaks of."""


@contextlib.contextmanager
def editing(made: Made) -> Iterator[Path]:
    """Give an article to edit; afterwards it says again what it said, for the next row takes the same material."""
    article = min(path for path in made.folder.glob("docs/knowledge/*.md") if not path.name.endswith(".zh.md"))
    before = article.read_bytes()
    try:
        yield article
    finally:
        article.write_bytes(before)


def append_paragraph(article: Path, number: int) -> str:
    """Add a paragraph at the end of a document; returns words that stand nowhere else."""
    words = f"One more paragraph, number {time.time_ns()}-{number}"
    with article.open("a", encoding="utf-8") as file:
        file.write(f"\n{words}: the pump keeper writes down what the gauge shows.\n")
    return words


def bench_edit(ground: Ground) -> None:
    """A build after one paragraph was added to one document, against stock's whole build of the same files."""
    ours, size = list_ours(press=ground.press), ground.documents
    stock = ground.compare_cold(size, [install_stock(ground.tools)])["stock"]
    made = ground.find_material(size)
    ground.build(ours, made.folder)
    runs = []
    with editing(made) as article:
        for number in range(ground.rounds):
            append_paragraph(article, number)
            runs.append(ground.build(ours, made.folder))
    say(f"{size:,} documents, one edited, built again: processor (clock)", tell(runs))
    say_ratio(f"{size:,} documents, one edited: ours / stock's whole build", runs, stock, "at most 0.03x")
    ground.build(ours, made.folder)
    say(f"{size:,} documents, none edited, built again: processor (clock)", tell([ground.build(ours, made.folder)]))


def bench_serve(ground: Ground) -> None:
    """From the moment an edit is saved to the moment the preview's server shows it."""
    made = ground.find_material(ground.documents)
    with editing(made) as article, serving(list_ours(press=ground.press), made) as origin:
        waited = []
        for number in range(ground.rounds + 1):
            address = f"{origin}knowledge/{article.stem}/"
            words = append_paragraph(article, number)
            start = time.perf_counter()
            wait_for(address, words)
            waited.append(time.perf_counter() - start)
    say(
        f"{ground.documents:,} documents under `mkdocs serve`: from saving to seeing",
        f"{sorted(waited)[len(waited) // 2]:.1f} s",
        "at most 2 s",
    )


@contextlib.contextmanager
def serving(generator: Generator, made: Made) -> Iterator[str]:
    """Run the preview until the block ends; gives its address once the home page is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (generator.command[0], "serve", "-q", "-a", f"127.0.0.1:{port}")
    running = subprocess.Popen(command, cwd=made.folder, env=build_environment(generator))
    try:
        wait_for(f"http://127.0.0.1:{port}/", "</html>")
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.send_signal(signal.SIGINT)
        running.wait()


def wait_for(address: str, words: str) -> None:
    """Ask for a page until ``words`` stand in it; raises ``TimeoutError``."""
    end = time.perf_counter() + WAIT_S
    while time.perf_counter() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=WAIT_S) as page:
            if words in page.read().decode():
                return
        time.sleep(LOOK_EVERY_S)
    raise TimeoutError(f"{address} does not say: {words}")


def bench_slogans(ground: Ground) -> None:
    """A build of many slogans with nothing changed, sheets in the store, against the same with the press off."""
    made = ground.find_material(BESIDE, ground.slogans, CARRIERS)
    on, off = list_ours(press=True), list_ours(press=False)
    filling = ground.build(on, made.folder)
    say(f"{ground.slogans:,} slogans x {CARRIERS} carriers in two languages: the build that prints them", tell([filling]))
    runs = {}
    for generator in (on, off):
        # Either is built once more before: what a build keeps for the next one belongs to that with the press on, or off.
        ground.build(generator, made.folder)
        runs[generator.version] = [ground.build(generator, made.folder) for _ in range(ground.rounds)]
        say(f"the same, nothing changed, {generator.version}: processor (clock)", tell(runs[generator.version]))
    say_ratio("the same, nothing changed: press on / off", runs["press on"], runs["press off"], "under 1.5x")
