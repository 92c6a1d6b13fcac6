"""The terms of the glossary -> their page: by letter, each with its anchor, what it means, and where more is to be read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any

from broadside.catalog.terms import Term
from broadside.pages.listing import say_title
from broadside.pages.marking import mark_html
from broadside.pages.values import Shelf, SitePage
from broadside.search.words import read_readings

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!&])")
HAN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]*")
LETTER = re.compile(r"[A-Z]")
KINDS = frozenset({"knowledge", "lesson", "notice", "faq"})
"""Where terms are marked: in what is read to learn. Our choice: not on lists, on slogans or in guides."""
BY_READING = frozenset({"Hans", "Hant"})


def view_glossary(shelf: Shelf, language: str) -> Mapping[str, Any]:
    """Return what the glossary's template shows above the terms: its letters, and by what they are ordered."""
    texts = shelf.texts(language)["glossary"]
    letters = dict.fromkeys(_find_letter(key, texts) for key, _, _ in _sort(shelf, language))
    is_read = shelf.catalog.languages[language].script in BY_READING
    return {
        "letters": [(letter, _name_letter(letter)) for letter in letters],
        "order": texts["order_pinyin" if is_read else "order"],
        "empty": texts["empty"],
    }


def count_terms(shelf: Shelf) -> int:
    """Return how many terms there are."""
    return len(shelf.catalog.terms)


def write_glossary(shelf: Shelf, language: str) -> str:
    """Write every term as a heading with its name as anchor, under the letter that it begins with."""
    texts, blocks, letter = shelf.texts(language)["glossary"], list[str](), ""
    for key, name, term in _sort(shelf, language):
        if (first := _find_letter(key, texts)) != letter:
            letter = first
            blocks.append(f"## {escape_markdown(letter)} {{ #{_name_letter(letter)} }}")
        blocks.append(f"### {escape_markdown(term.term[language])} {{ #{name} }}")
        blocks.extend(_write_term(shelf, term, language))
    return "\n\n".join(blocks)


def mark_terms(shelf: Shelf, page: SitePage, body: str) -> str:
    """Mark the terms in a page's HTML, which must be cleaned; pages of other kinds stay as they are."""
    entry = shelf.documents.get(page.address)
    if entry is None or entry.kind not in KINDS:
        return body
    address = posixpath.relpath(shelf.address("glossary/index", page.language), page.address) + "/"
    return mark_html(shelf.marker, body, address, page.written or page.language)


def _write_term(shelf: Shelf, term: Term, language: str) -> Iterator[str]:
    texts, words = shelf.texts(language)["glossary"], shelf.texts(language)
    yield escape_markdown(term.says[language])
    join = words["document"]["join"]
    facts = [
        texts["in_language"].format(
            language=words["language_names"][other],
            words=f'<span lang="{other}">{escape_markdown(join.join(term.list_forms(other)))}</span>',
        )
        for other in shelf.languages
        if other != language
    ]
    if aliases := term.aliases.get(language):
        facts.insert(0, texts["also"].format(words=escape_markdown(join.join(aliases))))
    yield "<br>\n".join(facts)
    if note := term.note.get(language):
        yield _say(shelf, note, language)
    if source := term.source.get(language):
        yield texts["source"].format(words=_say(shelf, source, language))
    if term.see:
        links = (f"[{escape_markdown(say_title(shelf, shelf.catalog.entries[each], language))}](../{each}.md)" for each in term.see)
        yield f"{texts['read']} {join.join(links)}"


def _sort(shelf: Shelf, language: str) -> list[tuple[str, str, Term]]:
    """Return the terms in the order of their keys: the word itself, of Chinese the readings of its characters."""
    is_read = shelf.catalog.languages[language].script in BY_READING
    keyed = []
    for name, term in shelf.catalog.terms.items():
        words = term.sort.get(language) or term.term[language]
        keyed.append((_read(words) if is_read else words.casefold(), name, term))
    return sorted(keyed, key=lambda each: each[:2])


def _read(words: str) -> str:
    readings = read_readings()
    return " ".join(readings.get(letter, (letter.casefold(),))[0] for letter in words)


def _find_letter(key: str, texts: Mapping[str, Any]) -> str:
    found = LETTER.match(key.upper())
    return found.group() if found else str(texts["other"])


def _name_letter(letter: str) -> str:
    return f"letter-{letter.lower()}" if LETTER.match(letter) else "letter-other"


def _say(shelf: Shelf, words: str, language: str) -> str:
    """Return words as Markdown; Chinese ones that a text in another script quotes are marked as such (WCAG 2.2, 3.1.2)."""
    readers = [each for each in shelf.languages if shelf.catalog.languages[each].script in BY_READING]
    if not readers or language in readers:
        return escape_markdown(words)
    return HAN.sub(rf'<span lang="{readers[0]}">\g<0></span>', escape_markdown(words))


def escape_markdown(words: str) -> str:
    """Return words as Markdown that means nothing but them."""
    return MARKUP.sub(r"\\\1", words)
