"""Material of several sizes -> the rows of large sites: cold builds beside the peers, memory, growth.

Every build has a process and a folder of its own. A build measured for one row is not made again for the next.
"""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.generators import Generator, build_environment, install_peers, install_stock, list_ours
from bench.material import SEED, Made, make_material
from bench.measuring import Taken, measure
from bench.rows import say

SMALL, MIDDLE, LARGE, SLOGANS = 1_000, 5_000, 10_000, 1_000
"""Documents, and slogans: the sizes that docs/contributing/performance.md speaks of."""
KEPT = ("store",)
"""What a cold build finds in ``.broadside``: the sheets; nothing that an earlier build remembered of pages."""


@dataclass
class Ground:
    """Where material and tools lie between runs, how large the sites are, and what was measured in this run."""

    folder: Path
    documents: int = MIDDLE
    rounds: int = 1
    press: bool = True
    slogans: int = SLOGANS
    measured: dict[tuple[str, int], list[Taken]] = field(default_factory=dict)

    @property
    def tools(self) -> Path:
        """The folder of what the peers need."""
        return self.folder / "tools"

    def find_material(self, documents: int, slogans: int | None = None, carriers: int | None = None) -> Made:
        """Make the material of a size, or take what an earlier run made."""
        name = f"{documents}" if slogans is None else f"{documents}-{slogans}x{carriers}"
        folder, half = self.folder / f"made-{name}", documents // 2
        if not (folder / "mkdocs.yml").exists():
            draft = self.folder / f"draft-{name}"
            shutil.rmtree(draft, ignore_errors=True)
            make_material(draft, documents, SEED, slogans=slogans, carriers=carriers)
            draft.rename(folder)
        return Made(folder, documents - half, half, slogans or 0)

    def build(self, generator: Generator, folder: Path) -> Taken:
        """Build with one generator in ``folder``, as it is."""
        return measure(generator.command, build_environment(generator), folder)

    def build_cold(self, generator: Generator, made: Made) -> Taken:
        """Build as on the first day, but for the sheets in the store."""
        if generator.name == "Broadside":
            folder = made.folder
            forget(folder)
        else:
            folder = self.folder / f"{generator.name.lower()}-{made.folder.name}"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            generator.prepare(made, folder)
        return self.build(generator, folder)

    def compare_cold(self, documents: int, generators: Sequence[Generator]) -> dict[str, list[Taken]]:
        """Build the same files with each of ``generators``, in turn, round after round."""
        made = self.find_material(documents)
        wanted = [generator for generator in generators if (generator.name, documents) not in self.measured]
        if self.press and any(generator.name == "Broadside" for generator in wanted):
            self.fill_store(made)
        for _ in range(self.rounds):
            for generator in wanted:
                taken = self.build_cold(generator, made)
                self.measured.setdefault((generator.name, documents), []).append(taken)
        return {generator.name: self.measured[generator.name, documents] for generator in generators}

    def fill_store(self, made: Made) -> None:
        """Print what the store lacks, so that no build that is measured prints."""
        self.build(list_ours(press=True), made.folder)


def forget(folder: Path) -> None:
    """Take away what earlier builds left in our site's folder, but for the sheets."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    for path in (folder / ".broadside").glob("*"):
        if path.name not in KEPT:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def middle(runs: Sequence[Taken], pick: Callable[[Taken], float]) -> float:
    """Return the median of one of the figures."""
    return statistics.median(map(pick, runs))


def tell(runs: Sequence[Taken]) -> str:
    """Say seconds of processor, and of the clock in brackets."""
    return f"{middle(runs, lambda taken: taken.cpu_s):.1f} s ({middle(runs, lambda taken: taken.wall_s):.1f} s)"


def say_ratio(what: str, ours: Sequence[Taken], theirs: Sequence[Taken], goal: str = "") -> None:
    """Print ours against theirs: round for round, the median."""
    cpu = statistics.median(one.cpu_s / other.cpu_s for one, other in zip(ours, theirs, strict=True))
    wall = statistics.median(one.wall_s / other.wall_s for one, other in zip(ours, theirs, strict=True))
    say(what, f"{cpu:.2f}x of processor, {wall:.2f}x of the clock", goal)


def bench_build(ground: Ground) -> None:
    """Cold builds: ours against stock and the other generators, on the same files."""
    ours, stock = list_ours(press=ground.press), install_stock(ground.tools)
    found = ground.compare_cold(ground.documents, [ours, stock])
    peers = install_peers(ground.tools)
    for generator in peers:
        try:
            found |= ground.compare_cold(ground.documents, [generator])
        except RuntimeError as stopped:
            say(f"{generator.name} {generator.version}", f"stopped: {str(stopped).splitlines()[-1]}")
    for generator in (each for each in (ours, stock, *peers) if each.name in found):
        what = f"{ground.documents:,} documents, cold, {generator.name} {generator.version}: processor (clock)"
        say(what, tell(found[generator.name]))
    say_ratio(f"{ground.documents:,} documents, cold: ours / stock", found["Broadside"], found["stock"], "at most 0.4x")


def bench_memory(ground: Ground) -> None:
    """What a cold build of twice the size needs."""
    size = ground.documents * LARGE // MIDDLE
    found = ground.compare_cold(size, [list_ours(press=ground.press), install_stock(ground.tools)])
    for name, runs in found.items():
        largest, whole = middle(runs, lambda taken: taken.largest_mb), middle(runs, lambda taken: taken.whole_mb)
        goal = "at most 400 MB" if name == "Broadside" else ""
        say(f"{size:,} documents, cold, {name}: largest process; all together", f"{largest:.0f} MB; {whole:.0f} MB", goal)


def bench_growth(ground: Ground) -> None:
    """How the time a page grows with ten times as many."""
    small, large = ground.documents * SMALL // MIDDLE, ground.documents * LARGE // MIDDLE
    generators = [list_ours(press=ground.press), install_stock(ground.tools)]
    few, many = ground.compare_cold(small, generators), ground.compare_cold(large, generators)
    for name in few:
        first, last = (middle(runs[name], lambda taken: taken.cpu_s) / size * 1e3 for runs, size in ((few, small), (many, large)))
        figure = f"{(last / first - 1) * 100:+.0f} % ({first:.1f} to {last:.1f} ms)"
        say(f"{small:,} to {large:,} documents, {name}: processor a page", figure, "at most +15 %" if name == "Broadside" else "")
