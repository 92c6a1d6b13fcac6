"""A radio script -> what is wrong with what is read: nothing to read, a voice nobody has, words longer than the slot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Script
from broadside.papers.describing import list_languages, read_body
from broadside.papers.speaking import read_script, write_clock
from broadside.problems import Problem, make_problem


def check_script(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    """Report the mistakes of a script in each language that it is written in."""
    script = cast("Script", entry.fields)
    for language in list_languages(catalog, entry):
        path, body, line = read_body(entry, language)
        spoken, voices = read_script(body, line), entry.say("voices", language)
        for number in spoken.unread:
            yield make_problem(path, (number, 1), "script-unread")
        if not any(part.lines for part in spoken.parts):
            yield make_problem(path, (line, 1), "script-silent", value=entry.say("title", language))
            continue
        for part in spoken.parts:
            if not part.lines:
                yield make_problem(path, (part.line, 1), "script-silent", value=part.title)
        for number, letter in spoken.marks:
            if "AB".index(letter) >= len(voices):
                yield make_problem(path, (number, 1), "script-voice", value=letter, count=len(voices))
        if script.seconds is not None and spoken.seconds > script.seconds:
            facts = {"slot": write_clock(script.seconds), "needed": write_clock(spoken.seconds)}
            over = spoken.seconds - script.seconds
            yield make_problem(path, (spoken.find_over(script.seconds), 1), "script-too-long", over=over, **facts)
