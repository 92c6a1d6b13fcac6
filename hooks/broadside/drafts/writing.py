"""A kind's fields and what is known of them -> the text of a new file: values, comments that explain, what is left to fill in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from broadside.drafts.values import write_value
from broadside.forms import Choices, Field, make_fields
from broadside.forms.fields import write_choices
from broadside.kinds import KINDS
from broadside.texts import read_texts

LOOKED_UP = frozenset({"documents", "articles", "notices", "languages"})
"""Lists that grow with the site, or of which an editor knows what is needed: their values are not repeated in every file."""
WIDTH = 100
"""Our choice, in columns of a terminal, of which a Chinese character takes two: comments are read beside the fields."""
FEW = 24
"""Our choice: so many values are listed; a longer list is looked up where the comment says."""


def write_draft(kind: str, values: Mapping[str, Any], language: str, choices: Choices, languages: tuple[str, ...]) -> str:
    """Return the text of a new document of ``kind``, its comments and names in ``language``.

    What is required and not in ``values`` is left empty, which the check refuses by name; what may be left out is a comment.
    ``languages`` are those that words by language are asked for.
    """
    fields = [field for field in make_fields(kind, language) if field.name != kind]  # a campaign belongs to none
    lines = [line for field in fields for line in _write_field(field, values, language, choices, languages)]
    return _frame(kind, [f"# {read_texts(language)['cli']['draft']['about']}", *lines], languages[0])


def write_outline(kind: str, values: Mapping[str, Any], language: str, languages: tuple[str, ...], guide: str) -> str:
    """Return the text of a new document as it fits into an address: fields and examples without what explains them.

    ``guide`` is the address of the page that does.
    """
    fields = [field for field in make_fields(kind, language) if field.name != kind]
    lines = [line for field in fields for line in _write_lines(field, values, languages)]
    return _frame(kind, [f"# {read_texts(language)['cli']['draft']['outline'].format(guide=guide)}", *lines], languages[0])


def write_translation(kind: str, values: Mapping[str, Any], language: str, choices: Choices, into: str) -> str:
    """Return the text of a new translation ``into`` a language: the fields that a translation says anew, and its sections."""
    fields = [field for field in make_fields(kind, language) if field.is_translated]
    lines = [
        line
        for field in fields
        for line in _write_field(field, values, language, choices, (into,), is_asked=field.name == "title" or field.name in values)
    ]
    return _frame(kind, [f"# {read_texts(language)['cli']['draft']['translation']}", *lines], into)


def _frame(kind: str, lines: list[str], language: str) -> str:
    sections = [f"\n## {section}\n" for section in KINDS[kind].sections.get(language, ())]
    return "\n".join(["---", *lines, "---", *sections, ""])


def _write_field(
    field: Field,
    values: Mapping[str, Any],
    language: str,
    choices: Choices,
    languages: tuple[str, ...],
    *,
    is_asked: bool | None = None,
) -> Iterator[str]:
    """Yield a field's comment and its lines."""
    yield from _explain(field, language, choices)
    yield from _write_lines(field, values, languages, is_asked=is_asked)


def _write_lines(
    field: Field, values: Mapping[str, Any], languages: tuple[str, ...], *, is_asked: bool | None = None
) -> Iterator[str]:
    """Yield a field's lines; where nothing is asked for, they are a comment."""
    if field.name in values:
        yield from _write_known(field.name, values[field.name])
    elif field.is_required if is_asked is None else is_asked:
        yield from _write_open(field, languages)
    elif field.inside or (field.item is not None and field.item.inside):
        yield from (f"# {line}" for line in _write_open(field, languages))
    else:
        is_block = field.example.startswith("- ")
        yield from (
            f"# {line}".rstrip()
            for line in ([f"{field.name}:", f"  {field.example}"] if is_block else [f"{field.name}: {field.example}"])
        )


def _explain(field: Field, language: str, choices: Choices) -> Iterator[str]:
    """Yield what a field is for and what may stand in it, as comments."""
    texts = read_texts(language)["cli"]["draft"]
    yield ""
    says_all = field.label.casefold() in field.hint.casefold()
    yield from _comment(field.hint if says_all else texts["field"].format(label=field.label, hint=field.hint))
    for inner in (*field.inside, *(field.item.inside if field.item else ())):
        yield from _comment(texts["inside"].format(name=inner.name, hint=inner.hint))
    legal = field.choices or (field.item.choices if field.item else {})
    named = choices.get(field.of or (field.item.of if field.item else None) or "", {})
    if legal:
        yield from _comment(texts["values"].format(values=write_choices(legal, language).replace("`", "")))
    elif 0 < len(named) <= FEW and field.of not in LOOKED_UP:
        listed = [texts["named"].format(value=value, name=name) if name != value else value for value, name in named.items()]
        yield from _comment(texts["values"].format(values=texts["and"].join(listed)))


def _write_known(name: str, value: Any) -> Iterator[str]:
    """Yield a field with its value; words by language each on a line, with nothing where they are still to be written."""
    if isinstance(value, Mapping):
        yield f"{name}:"
        yield from (f"  {key}: {'' if each is None else write_value(each)}".rstrip() for key, each in value.items())
    else:
        yield f"{name}: {write_value(value)}"


def _write_open(field: Field, languages: tuple[str, ...]) -> Iterator[str]:
    """Yield a field that is still to be filled in."""
    item = field.item
    if field.inside:
        yield f"{field.name}:"
        yield from (f"  {inner.name}:" for inner in field.inside if inner.is_required)
    elif item is not None and item.inside:
        needed = [inner.name for inner in item.inside if inner.is_required]
        yield f"{field.name}:"
        yield f"  - {needed[0]}:"
        yield from (f"    {name}:" for name in needed[1:])
    elif field.shape == "words":
        yield f"{field.name}:"
        yield from (f"  {language}:" for language in languages)
    else:
        yield f"{field.name}: []" if item is not None else f"{field.name}:"


def _comment(text: str) -> Iterator[str]:
    """Yield a text as comments of a readable width: broken after blanks and Chinese stops."""
    line = ""
    for step in re.findall(r"\S*?[，。；、：]|\S+\s*|\s+", text):
        if line and _measure(line + step) > WIDTH:
            yield f"# {line.rstrip()}"
            line = ""
        line += step
    if line.strip():
        yield f"# {line.rstrip()}"


def _measure(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
