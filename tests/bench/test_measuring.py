"""What is measured is the command with its children, and a command that fails is no figure."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.__main__ import FIGURES
from bench.machine import describe_machine
from bench.measuring import ending, measure, read_cpu, watch
from bench.rows import BEGIN, END, MACHINE, MARKDOWN, PAGE, ROOT, list_paths, say, say_head
from processes import list_children, wait_for, wait_until

HELD = 100_000_000
HOLD = f"held = bytearray({HELD})"
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"


def test_the_memory_of_a_child_is_counted(tmp_path: Path) -> None:
    taken = measure([sys.executable, "-c", PARENT.format(child=HOLD)], os.environ, tmp_path)
    assert taken.largest_mb > HELD / 1e6
    assert min(taken.wall_s, taken.cpu_s) > 0


def test_the_memory_of_all_processes_is_counted_together() -> None:
    child = f"{HOLD}; import time; time.sleep(600)"
    running = subprocess.Popen([sys.executable, "-c", f"{HOLD}; {PARENT.format(child=child)}"], start_new_session=True)
    try:
        with watch(running.pid) as most:
            end = time.monotonic() + 300
            while max(most) < 2 * HELD / 1000 and time.monotonic() < end:
                time.sleep(0.05)
        assert max(most) >= 2 * HELD / 1000
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def test_what_a_session_took_counts_children_that_run_and_that_have_ended() -> None:
    burn = "import time\nwhile time.process_time() < 0.4: pass"
    both = f"{PARENT.format(child=burn)}; print(flush=True); import time; time.sleep(600)"
    running = subprocess.Popen([sys.executable, "-c", both], start_new_session=True, stdout=subprocess.PIPE)
    with ending(running):
        assert running.stdout
        running.stdout.readline()
        assert read_cpu(running.pid) >= 0.4
        running.stdout.close()
    assert read_cpu(running.pid) == 0, "nothing of it runs any more"


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_bench_that_is_ended_leaves_nothing_behind(tmp_path: Path, how: signal.Signals) -> None:
    child = "import subprocess, sys; print(flush=True); subprocess.run(['sleep', '600'])"
    bench = (
        "import os, pathlib, signal, sys; from bench.measuring import *\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler); end_on_signals()\n"
        f"measure([sys.executable, '-c', {child!r}], os.environ, pathlib.Path())"
    )
    environment = {**os.environ, "PYTHONPATH": list_paths()}
    running = subprocess.Popen([sys.executable, "-c", bench], env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL)
    wait_until(lambda: running.poll() is not None or [each for each in list_children(running.pid) if list_children(each)])
    begun = [each for child in list_children(running.pid) for each in (child, *list_children(child))]
    assert len(begun) == 2
    running.send_signal(how)
    assert running.wait() != 0
    assert wait_for(begun, 60) == []


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="not today"):
        measure([sys.executable, "-c", "raise SystemExit('not today')"], os.environ, tmp_path)


def test_rows_are_columns_or_a_table_of_markdown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv(MARKDOWN, raising=False)
    say("build", "3 s", "at most 4 s")
    assert capsys.readouterr().out.split() == ["build", "3", "s", "at", "most", "4", "s"]
    monkeypatch.setenv(MARKDOWN, "1")
    say_head("A machine.")
    say("build", "3 s", "at most 4 s")
    assert capsys.readouterr().out.splitlines()[2:] == [
        "| What | Figure | To reach |",
        "|---|---|---|",
        "| build | 3 s | at most 4 s |",
    ]


def test_the_machine_is_described_by_its_processor_and_memory() -> None:
    told = describe_machine("processor : 0\nmodel name\t: Fast One\n", "MemTotal:       25165824 kB\n")
    assert "Fast One" in told
    assert "24 GB" in told


def test_a_figure_is_written_into_the_page_in_the_place_of_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "performance.md"
    page.write_text(
        "# Before\n\n<!-- machine -->\nOld.\n<!-- end of machine -->\n\n<!-- rows -->\n<!-- end of rows -->\nAfter\n", "utf-8"
    )
    monkeypatch.setenv(PAGE, str(page))
    say_head("A machine.")
    for figure in ("3 s", "2 s"):
        say("build", figure, "at most 4 s")
        say("build, cold", figure)
    capsys.readouterr()
    rows = "| build | 2 s | at most 4 s |\n| build, cold | 2 s |  |\n"
    machine = "<!-- machine -->\nA machine.\n<!-- end of machine -->"
    assert page.read_text("utf-8") == f"# Before\n\n{machine}\n\n<!-- rows -->\n\n{rows}\n<!-- end of rows -->\nAfter\n"
    page.write_text("nothing\n", "utf-8")
    with pytest.raises(ValueError, match="has no table"):
        say("build", "3 s")


def test_the_page_of_figures_has_the_place_for_them() -> None:
    text = (ROOT / FIGURES).read_text("utf-8")
    assert text.index(BEGIN) < text.index(END)
    assert MACHINE.search(text)
