"""Try every case of ``files.yml`` in a process of its own, held to 10 s of processor and 500 MB; print what came of each.

Run by tests/hostile/test_files.py as a program: a process that has loaded everything once forks for each case, so that a case
costs its own work and not the start of Python. ``python -m hostile.trying FOLDER``
"""

from __future__ import annotations

import json
import os
import resource
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from broadside.checking import check_site
from broadside.press.photos import open_photo
from broadside.problems import ContentMistakes, format_text
from hostile.laying import LAYERS, NOTICE, PHOTO, lay_outside
from hostile.making import MAKERS
from sites import REPOSITORY, make_small_site

CASES = Path(__file__).parent / "files.yml"
SECONDS_MAX = 10
BYTES_MAX = 500_000_000


def read_cases() -> dict[str, dict[str, Any]]:
    """Return the cases by name."""
    cases: dict[str, dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    return cases


def list_case_files(case: Mapping[str, Any]) -> dict[str, str | bytes]:
    """Return the files that a case lays into a site."""
    files: dict[str, str | bytes] = {}
    if "notice" in case:
        name = case["notice"].replace("LONG", "n" * 5000 + ".pdf")
        files[case["path"]] = NOTICE.replace("'{}'", "{}").format(json.dumps(name))
    elif "photo" in case:
        files[case["path"]] = PHOTO.format(case["photo"])
    elif "path" in case:
        files[case["path"]] = MAKERS[case["make"]]() if "make" in case else case["text"]
    return files | {path: PHOTO.format(photo) for path, photo in case.get("with", {}).items()}


def lay_case(root: Path, case: Mapping[str, Any]) -> Path:
    """Make a small site with the case in it, and secrets beside it; returns its configuration."""
    root.mkdir()
    config = make_small_site(root, list_case_files(case))
    outside = lay_outside(root)
    if "lay" in case:
        LAYERS[case["lay"]](root, outside)
    return config


def check_case(config: Path) -> list[str]:
    """Check a site; returns its rules, having worded every message in both languages."""
    try:
        check_site(config)
    except ContentMistakes as mistakes:
        for language in ("en", "zh"):
            message = format_text(mistakes.problems, language)
            if not message.replace("\n", "").isprintable():
                return ["a message that a terminal would take for more than words"]
            message.encode()
        return sorted({problem.rule for problem in mistakes.problems})
    return []


def try_case(root: Path, case: Mapping[str, Any]) -> dict[str, Any]:
    """Check the case in a child; returns its rules, or how the child ended, and what it took."""
    config = lay_case(root, case)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MAX, SECONDS_MAX))
        resource.setrlimit(resource.RLIMIT_DATA, (BYTES_MAX, BYTES_MAX))
        try:
            said: dict[str, Any] = {"rules": check_case(config)}
        except BaseException:  # noqa: BLE001  whatever it is, the test says it
            said = {"traceback": traceback.format_exc()}
        with os.fdopen(writing, "w") as pipe:
            json.dump(said, pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    _, status, usage = os.wait4(child, 0)
    took = {"seconds": round(usage.ru_utime + usage.ru_stime, 2), "megabytes": usage.ru_maxrss // 1000}
    ended = {} if answer else {"ended": os.waitstatus_to_exitcode(status)}
    return {**(json.loads(answer) if answer else {}), **ended, **took}


def main(folder: Path, *names: str) -> None:
    """Try all cases in ``folder``, or those named; one line of JSON each."""
    open_photo(REPOSITORY / "slogans/photos/sunlit-ridge.jpg")  # what a check loads late is loaded once, before the forks
    cases = read_cases()
    for name, case in {name: cases[name] for name in names or cases}.items():
        print(json.dumps({"name": name, **try_case(folder / name, case)}), flush=True)  # noqa: T201  its answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
