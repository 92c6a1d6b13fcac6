"""A radio script in one language -> its paper: large print for whoever reads it, each part with the minute at which it begins."""

from __future__ import annotations

from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Script
from broadside.papers.describing import date_paper, describe_document, make_paper, read_body
from broadside.papers.speaking import Part, Sentence, read_script, write_clock
from broadside.papers.speech import find_rate
from broadside.press.papers import Paper
from broadside.texts import read_texts

NAME = "script"


def make_script(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return a script as it lies before its reader."""
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    texts, script = read_texts(language), cast("Script", entry.fields)
    words = texts["press"]["script"]
    spoken = read_script(*read_body(entry, language)[1:])
    rate = find_rate(catalog.languages[language].script)
    labels = {
        **described["labels"],
        **{key: words[key] for key in ("name", "time", "breath", "pause", "stress", "read_on", "end")},
        "rate": words["rate"].format(rate=rate),
        "slot": words["slot"].format(slot=write_clock(script.seconds)) if script.seconds else "",
        "when": [texts["site"]["script"]["slots"][each] for each in script.when],
    }
    data = {
        **described,
        "labels": labels,
        "voices": list(entry.say("voices", language)),
        "total": write_clock(spoken.seconds),
        "parts": [_describe_part(part, words["seconds"]) for part in spoken.parts],
    }
    return make_paper(catalog, entry, language, NAME, data)


def _describe_part(part: Part, seconds: str) -> dict[str, Any]:
    return {
        "title": part.title,
        "starts": write_clock(part.starts),
        "seconds": seconds.format(seconds=part.seconds),
        "lines": [{"voice": line.voice, "sentences": [_describe(each) for each in line.sentences]} for line in part.lines],
    }


def _describe(sentence: Sentence) -> list[list[dict[str, Any]]]:
    return [[{"text": piece.text, "strong": piece.strong, "pause": piece.pause} for piece in phrase] for phrase in sentence]
