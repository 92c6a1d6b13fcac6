"""The names of files and folders -> what is wrong with them on some machine or for some reader."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence

from broadside.intake.letters import find_letters, name_letter
from broadside.problems import Problem, make_problem

RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(\..*)?$", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending (Microsoft, "Naming Files, Paths, and Namespaces")."""
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"/\\|?*%#]|^[ ~]|[ .]$')
"""What Windows forbids in a name (the same page), what an address writes in another way (RFC 3986, 2.1 and 3.5), and bytes
that are no UTF-8."""
NAME_MAX = 120
"""Our choice: bytes of one name, under half of what file systems take (255), so that endings and copies find room."""


def show_name(name: str) -> str:
    """Return a name as it can be printed: bytes that are no UTF-8 and letters that cannot be seen are written as codes."""
    if name.isascii() and name.isprintable():
        return name
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)


def check_name(path: str, name: str) -> Iterator[Problem]:
    """Report the first thing that is wrong with one name of a path."""
    usual = unicodedata.normalize("NFC", name)
    if found := FORBIDDEN.search(name):
        yield make_problem(path, (1, 1), "name-letter", letter=name_letter(found.group()[:1]))
    elif found_letter := next(find_letters(name), None):
        yield make_problem(path, (1, 1), "name-letter", letter=name_letter(found_letter.letter))
    elif usual != name:
        codes = " ".join(f"U+{ord(letter):04X}" for letter in name if letter not in usual)
        yield make_problem(path, (1, 1), "name-form", codes=codes, usual=usual)
    elif RESERVED.match(name):
        yield make_problem(path, (1, 1), "name-reserved", name=name)
    elif len(name.encode()) > NAME_MAX:
        yield make_problem(path, (1, 1), "name-long", most=NAME_MAX)


def check_twins(names: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """Report names of one folder, each with its path, that some disk takes for the same.

    Windows and macOS ignore capitals, macOS also the form of letters.
    """
    taken: dict[str, str] = {}
    for path, name in names:
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
        if folded in taken:
            yield make_problem(path, (1, 1), "name-twice", other=show_name(taken[folded]))
        taken.setdefault(folded, name)
