"""Print one sheet in a fresh process and say how much memory and time it took: ``python -m bench.one CARRIER DESIGN``."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from bench.rows import ROOT
from broadside.checking import check_site, plan_wish
from broadside.press.running import Press
from broadside.sheets import Sheet, Wish
from broadside.store import Store


def main() -> None:
    """Warm the engine with a small sheet, then measure the one asked for."""
    carrier, design = sys.argv[1:]
    catalog, _ = check_site(ROOT / "mkdocs.yml")

    def plan(on: str) -> Sheet:
        wish = Wish(design=design, carriers=(on,), forms=("office",))
        slogans = [entry.name for entry in catalog.of_kind("slogan") if getattr(entry.fields, "photo", None)] or ["life-first"]
        return plan_wish(catalog, slogans[:1] if design == "witness" else ["life-first"], wish)[-1]

    with tempfile.TemporaryDirectory() as folder, Press(ROOT / "posters", ROOT / "slogans", Store(Path(folder)), 1) as press:
        press.print_form(plan("screen-landscape"), "office")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.perf_counter()
        press.print_form(plan(carrier), "office")
        taken = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{(after - before) / 1000:.0f} MB, {taken:.2f} s\n")


if __name__ == "__main__":
    main()
