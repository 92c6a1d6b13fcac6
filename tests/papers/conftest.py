"""What the tests of the papers share: the repository's own content, printed once, and other programs to read it with."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.papers.printing import list_papers
from broadside.press.papers import Paper
from broadside.press.running import Press
from broadside.store import Store
from sites import REPOSITORY

Print = Callable[[str, str, str], Path]
"""A document's id, a paper's name, a language -> the PDF."""

LESSON = """---
title: A spanner falls
date: 2026-10-14
severity: near-miss
basis: illustrative
topics: [height]
{asked}closure:
  causes: An untied tool.
  accountability: The team that took the toe board off.
  measures: Tools have lanyards.
  education: Every shift has discussed it.
---
## What happened

{happened}

## Why it happened

Nobody had tied it.

## What we learned

Short jobs are as high as long ones.

## What to do

- Tie it.
"""
"""A lesson to fill in: ``asked`` are lines of its front matter, ``happened`` the words of its first section."""


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The repository's own catalog."""
    return read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    """A press with a store of its own."""
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path_factory.mktemp("store")), workers=1) as made:
        yield made


def find_paper(catalog: Catalog, document: str, name: str, language: str) -> Paper:
    """Return one paper of a document."""
    papers = list_papers(catalog, catalog.entries[document])
    return next(each for each in papers if (each.name, each.language) == (name, language))


@pytest.fixture(scope="session")
def print_paper(catalog: Catalog, press: Press) -> Print:
    """Print one paper of a document."""
    return lambda document, name, language: press.print_paper(find_paper(catalog, document, name, language))[".pdf"]


def run(*command: str | Path) -> str:
    """Return what a program says."""
    return subprocess.run(command, check=True, capture_output=True, text=True, errors="replace").stdout


def read_info(pdf: Path) -> dict[str, str]:
    """Return what pdfinfo says of a PDF."""
    return {name: value.strip() for line in run("pdfinfo", pdf).splitlines() for name, _, value in [line.partition(":")]}


def read_words(pdf: Path) -> str:
    """Return the words of a PDF in its order of reading, without any space."""
    return "".join(run("pdftotext", "-raw", pdf, "-").split())
