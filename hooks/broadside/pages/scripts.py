"""Radio scripts -> their pages: who says what, when each part begins, and how long the whole takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, cast

from broadside.catalog import Entry
from broadside.kinds import Script
from broadside.pages.articles import list_related
from broadside.pages.values import Shelf
from broadside.papers.describing import list_languages, read_body
from broadside.papers.speaking import Part, read_script, write_clock
from broadside.papers.speech import CHARACTERS_A_MINUTE, WORDS_A_MINUTE


def view_script(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a script's template shows."""
    script, texts = cast("Script", entry.fields), shelf.texts(language)["script"]
    spoken = read_script(*read_body(entry, language)[1:])
    others = ((each, read_script(*read_body(entry, each)[1:])) for each in list_languages(shelf.catalog, entry))
    return {
        "time": write_clock(spoken.seconds),
        "slot": write_clock(script.seconds) if script.seconds else "",
        "others": [
            texts["in_language"].format(time=write_clock(other.seconds), language=shelf.texts(language)["language_names"][code])
            for code, other in others
            if code != language and language in {shelf.catalog.language, *entry.translations}
        ],
        "when": [texts["slots"][each] for each in script.when],
        "voices": entry.say("voices", language),
        "rates": _say_rates(texts),
        "parts": [
            {
                "id": name_part(number),
                "title": part.title,
                "starts": write_clock(part.starts),
                "seconds": texts["part"].format(seconds=part.seconds),
                "lines": [
                    {"voice": line.voice, "pieces": list(_list_pieces(part, place))} for place, line in enumerate(part.lines)
                ],
            }
            for number, part in enumerate(spoken.parts)
        ],
        "related": list_related(shelf, entry, ("knowledge", "lesson"), language),
        "slogans": (),
    }


def _list_pieces(part: Part, place: int) -> Iterator[Mapping[str, Any]]:
    """Yield the words and silences of a line, with the blank that parts a phrase from the one before it."""
    for number, sentence in enumerate(part.lines[place].sentences):
        for index, phrase in enumerate(sentence):
            for first, piece in enumerate(phrase):
                is_parted = first == 0 and (number or index) and (piece.text[:1].isascii() or piece.pause)
                yield {"text": piece.text, "strong": piece.strong, "pause": piece.pause, "space": bool(is_parted)}


def _say_rates(texts: Mapping[str, Any]) -> str:
    return str(texts["rates"]).format(words=WORDS_A_MINUTE, characters=CHARACTERS_A_MINUTE)


def name_part(number: int) -> str:
    """Return the anchor of a script's part."""
    return f"part-{number + 1}"


def write_script_body(entry: Entry, language: str) -> str:
    """Write what is said as the search index reads it: headings with the anchors of the parts, words without marks.

    The template shows the parts itself.
    """
    path_body = read_body(entry, language)
    blocks: list[str] = []
    for number, part in enumerate(read_script(*path_body[1:]).parts):
        if part.title:
            blocks.append(f"## {part.title} {{ #{name_part(number)} }}")
        blocks.extend(f"<p>{escape(line.text, quote=False)}</p>" for line in part.lines)
    return "\n\n".join(blocks)
