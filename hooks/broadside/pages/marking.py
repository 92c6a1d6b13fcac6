"""The HTML of a page -> the same with the first occurrence of each term as a link to the glossary that says what it means."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from broadside.catalog.terms import Term

TOKEN = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>"]|"[^"]*")*)>|[^<]+|<""")
"""A tag, as the serialiser writes it (HTML 13.3: attributes in double quotes), or text."""
LEFT_ALONE = frozenset(
    ["a", "abbr", "button", "code", "dfn", "kbd", "label", "pre", "samp", "summary", "svg", "h1", "h2", "h3", "h4", "h5", "h6"]
)
QUOTES = {'"': '["“”]', "“": '["“”]', "”": '["“”]'}
WIDE = re.compile(r"[\u2e80-\u9fff]")


@dataclass(frozen=True)
class Marker:
    """All ways to write all terms as one expression, the longest first: Chinese has no blanks between its words."""

    terms: Mapping[str, Term]
    languages: tuple[str, ...]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of the term by its form, as :func:`fold` makes it."""
        forms = ((name, form) for name, term in self.terms.items() for each in self.languages for form in term.list_forms(each))
        return {fold(form): name for name, form in forms}

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """The expression; nothing where there are no terms.

        It is written as a tree, letter by letter: beside one branch a form it takes a tenth of the time, as every place of a page
        is compared with one letter and not with each form.
        """
        wide, latin = dict[str, Any](), dict[str, Any]()
        for form in (form for term in self.terms.values() for each in self.languages for form in term.list_forms(each)):
            letters = list(html.escape(form, quote=False))
            if WIDE.search(form):
                _grow(wide, letters, "")
            else:
                _grow(latin, letters, END_WORD)
                _grow(latin, [letters[0].upper(), *letters[1:]], END_WORD)
        trees = (*([_write_tree(wide)] if wide else []), *([f"(?<![A-Za-z0-9]){_write_tree(latin)}"] if latin else []))
        return re.compile("|".join(trees)) if trees else None


END_WORD = r"(?:e?s)?(?![A-Za-z0-9])"
"""What follows the last letter of a word: a plural, and the end of the word. After Chinese anything may follow."""


def _grow(tree: dict[str, Any], letters: Iterable[str], end: str) -> None:
    """Add a form to a tree: letter by letter, then what must follow."""
    for letter in letters:
        tree = tree.setdefault(_write_letter(letter), {})
    tree[end] = {}


def _write_letter(letter: str) -> str:
    return QUOTES.get(letter) or (r"\s+" if letter == " " else re.escape(letter))


def _write_tree(tree: Mapping[str, Any]) -> str:
    """Write a tree as an expression that takes the longest form: what goes on stands before what may end."""
    letters = sorted(tree, key=lambda each: (each in {"", END_WORD}, each))
    branches = [letter + (_write_tree(tree[letter]) if tree[letter] else "") for letter in letters]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def fold(words: str) -> str:
    """Return words without what one form may differ in: capitals, kinds of quotes, length of blanks."""
    return re.sub(r"\s+", " ", re.sub("[“”]", '"', html.unescape(words))).casefold()


def mark_html(marker: Marker, body: str, address: str, language: str) -> str:
    """Mark the first occurrence of each term in ``body``, which must be cleaned; ``address`` is that of the glossary from there.

    What a term means is said in ``language``. Headings, links, code and what opens other text are left alone.
    """
    if marker.pattern is None:
        return body
    seen = set[str]()

    def mark(found: re.Match[str]) -> str:
        words = found.group()
        folded = fold(words)
        tries = (folded, folded.removesuffix("s"), folded.removesuffix("es"))
        name = next((marker.names[each] for each in tries if each in marker.names), "")
        if not name or name in seen:
            return words
        seen.add(name)
        return f'<a class="bs-term" href="{address}#{name}" title="{html.escape(marker.terms[name].says[language])}">{words}</a>'

    parts, closed = list[str](), list[str]()
    for token in TOKEN.finditer(body):
        tag, written = token[2], token.group()
        parts.append(marker.pattern.sub(mark, written) if tag is None and not closed else written)
        if closed and tag == closed[-1]:
            closed.pop() if token[1] else closed.append(tag)
        elif tag is not None and not closed and not token[1] and (tag in LEFT_ALONE or "bs-standfirst" in token[3]):
            closed.append(tag)
    return "".join(parts)
