"""Every hostile file is refused by its rule or does no harm, within 10 s of processor and 500 MB."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from broadside.texts import read_texts
from hostile.laying import LAYERS
from hostile.making import MAKERS
from hostile.trying import read_cases
from sites import REPOSITORY, TESTS

CASES = read_cases()


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, Any]]:
    """Return what came of every case, by name."""
    command = [sys.executable, "-m", "hostile.trying", str(tmp_path_factory.mktemp("hostile"))]
    environment = {"PYTHONPATH": f"{REPOSITORY / 'hooks'}:{TESTS}", "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return {answer["name"]: answer for answer in answers}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tried: Mapping[str, Mapping[str, Any]]) -> None:
    expected = CASES[name]["expected"]
    rules = [] if expected == "harmless" else [expected] if isinstance(expected, str) else expected
    assert tried[name].get("rules") == sorted(rules), tried[name]


def test_the_index_is_whole() -> None:
    known = read_texts("en")["problems"]["rules"]
    for name, case in CASES.items():
        assert case["tries"], name
        expected = case["expected"] if isinstance(case["expected"], list) else [case["expected"]]
        assert all(rule in known or rule == "harmless" for rule in expected), name
        assert case.keys() <= {"tries", "expected", "path", "text", "make", "lay", "notice", "photo", "with"}, name
    assert {case["make"] for case in CASES.values() if "make" in case} == MAKERS.keys() - UNUSED
    assert {case["lay"] for case in CASES.values() if "lay" in case} == LAYERS.keys()


UNUSED = {"webp", "pdf"}
"""Makers of what is as it should be, for the other tests."""
