"""A built site and one edit -> how long its editor waits: for the next build, for the preview, for a thousand slogans."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.generators import Generator, build_environment, install_stock, list_ours
from bench.material import Made
from bench.measuring import Taken, ending, read_cpu
from bench.rows import say
from bench.scale import Ground, middle, say_ratio, tell

WAIT_S = 1800
"""Our choice: a preview that has not shown an edit by then never will."""
LOOK_EVERY_S = 0.05
EDITS = 5
"""Our choice; the median counts."""
CALM_S, CALM, CALM_LEAST = 3, 1.5, 0.05
"""Our choices: a preview is at rest when three seconds on end took it about the same."""
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
    """A build after one paragraph was added to one document, against stock's whole build: it begins anew, as a preview does not."""
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
    say_ratio(f"{size:,} documents, one edited, built from the beginning: ours / stock's whole build", runs, stock)
    ground.build(ours, made.folder)
    say(f"{size:,} documents, none edited, built again: processor (clock)", tell([ground.build(ours, made.folder)]))


def bench_serve(ground: Ground) -> None:
    """From the moment an edit is saved to the moment the preview's server shows it, beside stock's whole build."""
    size = ground.documents
    if ground.press:
        ground.fill_store(ground.find_material(size))
    stock = ground.compare_cold(size, [install_stock(ground.tools)])["stock"]
    made = ground.find_material(size)
    with editing(made) as article, serving(list_ours(press=ground.press), made) as (origin, session):
        address, edits = f"{origin}knowledge/{article.stem}/", list[Taken]()
        watching = wait_until_idle(session)
        for number in range(EDITS):
            began, before = time.perf_counter(), read_cpu(session)
            words = append_paragraph(article, number)
            wait_for(address, words)
            wall_s = time.perf_counter() - began
            watching = min(watching, wait_until_idle(session))
            cpu_s = read_cpu(session) - before - watching * (time.perf_counter() - began)
            edits.append(Taken(wall_s, cpu_s, 0, 0))
    what = f"{size:,} documents under `mkdocs serve`"
    slowest = max(edit.wall_s for edit in edits)
    clock = f"{middle(edits, lambda edit: edit.wall_s):.1f} s (the slowest of {EDITS}: {slowest:.1f} s)"
    say(f"{what}: from saving to seeing, on the clock", clock, "at most 2 s")
    cpu_s, whole_s = middle(edits, lambda edit: edit.cpu_s), middle(stock, lambda taken: taken.cpu_s)
    say(f"{what}: processor of one edit; stock's cold build", f"{cpu_s:.2f} s; {whole_s:.1f} s")
    say(f"{what}: one edit / stock's cold build, by processor", f"{cpu_s / whole_s:.3f}x", "at most 0.03x")
    say(f"{what}: processor a second while nobody edits", f"{watching:.2f} s")


@contextlib.contextmanager
def serving(generator: Generator, made: Made) -> Iterator[tuple[str, int]]:
    """Run the preview until the block ends; gives its address once the home page is there, and its session."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (generator.command[0], "serve", "-q", "-a", f"127.0.0.1:{port}")
    running = subprocess.Popen(command, cwd=made.folder, env=build_environment(generator), start_new_session=True)
    with ending(running):
        wait_for(f"http://127.0.0.1:{port}/", "</html>", lambda: running.poll() is None)
        yield f"http://127.0.0.1:{port}/", running.pid


def wait_for(address: str, words: str, holds: Callable[[], bool] = lambda: True) -> None:
    """Ask for a page until ``words`` stand in it; raises ``TimeoutError``, also as soon as ``holds`` says no."""
    end = time.perf_counter() + WAIT_S
    while time.perf_counter() < end and holds():
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=WAIT_S) as page:
            if words in page.read().decode():
                return
        time.sleep(LOOK_EVERY_S)
    raise TimeoutError(f"{address} does not say: {words}")


def wait_until_idle(session: int) -> float:
    """Wait until a session takes no more than looking for changes takes; returns how much that is, in s a second.

    A preview never rests: it looks at all its files twice a second.
    """
    rates, end = list[float](), time.perf_counter() + WAIT_S
    while len(rates) < CALM_S or max(rates[-CALM_S:]) > CALM * min(rates[-CALM_S:]) + CALM_LEAST:
        if time.perf_counter() > end:
            raise TimeoutError("the preview does not come to rest")
        began, before = time.perf_counter(), read_cpu(session)
        time.sleep(1)
        rates.append((read_cpu(session) - before) / (time.perf_counter() - began))
    return sum(rates[-CALM_S:]) / CALM_S


def bench_slogans(ground: Ground) -> None:
    """A build of many slogans with nothing changed, sheets in the store, against the same with the press off."""
    made = ground.find_material(BESIDE, ground.slogans, CARRIERS)
    on, off = list_ours(press=True), list_ours(press=False)
    what = f"{ground.slogans:,} slogans x {CARRIERS} carriers in two languages, nothing changed"
    ground.fill_store(made)
    runs = {}
    for generator in (on, off):
        # Either is built once more before: what a build keeps for the next one belongs to that with the press on, or off.
        ground.build(generator, made.folder)
        runs[generator.version] = [ground.build(generator, made.folder) for _ in range(ground.rounds)]
        say(f"{what}, {generator.version}: processor (clock)", tell(runs[generator.version]))
    say_ratio(f"{what}: press on / off", runs["press on"], runs["press off"], "under 1.5x")
