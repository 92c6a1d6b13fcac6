"""A checklist -> its page: items to tick, kept in the reader's browser alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from broadside.catalog import Entry
from broadside.kinds import CheckGroup, Checklist
from broadside.pages.listing import find_related, make_cards
from broadside.pages.values import Shelf


def view_checklist(shelf: Shelf, entry: Entry, language: str) -> Mapping[str, Any]:
    """Return what a checklist's template shows."""
    groups = _say_groups(entry, language)
    asked = repr(cast("Checklist", entry.fields).groups)
    return {
        "who": entry.say("who", language),
        "often": entry.say("often", language),
        "groups": groups,
        "count": sum(len(group.items) for group in groups),
        # What was ticked is kept under the words that were asked: a list that was changed is blank anew.
        "key": f"{entry.id}:{hashlib.sha256(asked.encode()).hexdigest()[:12]}",
        "related": make_cards(shelf, find_related(shelf, entry, ("knowledge", "drill", "lesson", "slogan")), language),
    }


def list_words(entry: Entry, language: str) -> Iterator[str]:
    """Yield the words of a checklist that its page shows beside its text."""
    yield f"{entry.say('who', language)} {entry.say('often', language)}"
    for group in _say_groups(entry, language):
        yield group.heading
        yield from (f"{item.look} {item.right} {item.basis or ''}" for item in group.items)


def _say_groups(entry: Entry, language: str) -> Sequence[CheckGroup]:
    return cast("Sequence[CheckGroup]", entry.say("groups", language))
