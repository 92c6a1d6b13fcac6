"""A Chinese writing -> the characters in it that are of the other script: traditional in simplified text, or the reverse."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from broadside.lint.words import QUOTED
from broadside.lint.writings import Writing
from broadside.problems import Problem, make_problem
from broadside.search.words import read_traditional

SHOWN_MAX = 8
"""Our choice: the most characters that a message names; a text in the other script altogether would have hundreds."""


def check_characters(writing: Writing, script: str) -> Iterator[Problem]:
    """Report once the characters of the other script in a text whose script (ISO 15924) is Hans or Hant."""
    others = _list_others(script)
    if others and (mixed := others.keys() & set(writing.text)):
        places = sorted((writing.text.index(letter), letter) for letter in mixed)
        meant = [
            (index, letter) for index, letter in places if writing.find(index).field not in QUOTED and not writing.is_quoted(index)
        ]
        if meant:
            letters = [letter for _, letter in meant[:SHOWN_MAX]]
            facts = {"letters": "".join(letters), "usual": " ".join(others[letter] for letter in letters)}
            yield make_problem(writing.path, writing.locate(meant[0][0]), "characters-mixed", **facts)


@functools.cache
def _list_others(script: str) -> Mapping[str, str]:
    """Return the characters that do not belong into text of ``script``, each with what is written in its place."""
    simplified = read_traditional()
    if script == "Hans":
        return simplified
    if script != "Hant":
        return {}
    traditional: dict[str, list[str]] = {}
    for old, new in simplified.items():
        if not _is_traditional(new):
            traditional.setdefault(new, []).append(old)
    return {new: "/".join(old) for new, old in traditional.items()}


def _is_traditional(letter: str) -> bool:
    """Say whether a character is written in traditional text too: Big5 has those that are."""
    try:
        letter.encode("big5")
    except UnicodeEncodeError:
        return False
    return True
