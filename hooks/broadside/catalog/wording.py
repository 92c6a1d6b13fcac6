"""The data file of words -> what the lint looks for in a site's documents, or its mistakes."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from broadside.catalog.addresses import read_optional
from broadside.catalog.data import Data
from broadside.catalog.validating import check_values
from broadside.frontmatter import FIELDS, Parsed
from broadside.kinds.values import Text
from broadside.lint import WordList, make_word_list
from broadside.problems import Problem

WORDING_FILE = "docs/wording.yml"


class Wording(Data):
    """Words by language: those to ``avoid`` with better ones, ``names`` in which they are left alone, those that ``blame``.

    ``phones`` are mobile numbers of an office, which may be published.
    """

    avoid: dict[Text, dict[Text, Text]] = Field(default_factory=dict)
    names: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    blame: dict[Text, tuple[Text, ...]] = Field(default_factory=dict)
    phones: tuple[Text, ...] = ()


def read_wording(root: Path) -> tuple[WordList, Parsed | None, tuple[Problem, ...]]:
    """Read ``docs/wording.yml``; a site may do without, and then no words are looked for."""
    parsed, problems = read_optional(root, WORDING_FILE, FIELDS)
    wording, wrong = check_values(Wording, WORDING_FILE, parsed) if parsed else (None, ())
    given = wording or Wording()
    return make_word_list(given.avoid, given.names, given.blame, given.phones), parsed, (*problems, *wrong)
