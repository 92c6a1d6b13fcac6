"""A size and a seed -> what documents there are: kind, id, topic and title of each, before a word of them is written."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from bench.vocabulary import Pair, Speaker, Vocabulary

SHARES = {"notice": 0.14, "lesson": 0.1, "faq": 0.12, "slogan": 0.04, "drill": 0.02, "checklist": 0.03}
"""Our choice, after a group's intranet: half and more is knowledge, which is all that is not named here."""
FOLDERS = {"notice": "docs/notices", "lesson": "docs/lessons", "faq": "docs/faq", "drill": "docs/drills", "slogan": "slogans"}
FOLDERS |= {"knowledge": "docs/knowledge", "checklist": "docs/checklists", "campaign": "docs/campaigns"}
CAMPAIGNS = {"safe-production-month-2027": 2027, "safe-production-month-2026": 2026}
"""The first is the one that the repository's ``mkdocs.yml`` runs."""
YEARS = range(2018, 2027)
"""Of the notices; each year has its folder."""
NAMES_KEPT = 6
"""Our choice: so many words of a title become the file's name."""


@dataclass(frozen=True)
class Draft:
    """A document that is to be written: its place in the order of all, its path without ending, and its title."""

    number: int
    kind: str
    path: str
    topic: str
    title: Pair

    @property
    def id(self) -> str:
        """The document's id, as other documents name it."""
        return self.path.removeprefix("docs/")

    @property
    def year(self) -> int:
        """The year in a notice's path, or one that follows from the document's number."""
        found = re.search(r"/(20\d\d)/", self.path)
        return int(found[1]) if found else YEARS[self.number % len(YEARS)]


def plan_drafts(vocabulary: Vocabulary, count: int, seed: int, *, slogans: int | None) -> tuple[Draft, ...]:
    """Return ``count`` documents, slogans among them by their share; where ``slogans`` is given, so many beside ``count``."""
    shares = {kind: share for kind, share in SHARES.items() if kind != "slogan" or slogans is None}
    counts = {kind: max(1, round(share * count)) for kind, share in shares.items()}
    known = sum(counts.values()) + len(CAMPAIGNS)
    if known >= count:
        least = len(shares) + len(CAMPAIGNS) + 1
        raise ValueError(f"{count} documents are too few: {least} is the least that has every kind.")
    kinds = [*CAMPAIGNS, *("knowledge" for _ in range(count - known)), *(kind for kind in counts for _ in range(counts[kind]))]
    rest = kinds[len(CAMPAIGNS) :]
    random.Random(f"{seed} kinds").shuffle(rest)  # noqa: S311  no secret: material that can be drawn again
    rest += ["slogan"] * (slogans or 0)
    drafts = [Draft(number, "campaign", f"docs/campaigns/{name}", "culture", ("", "")) for number, name in enumerate(CAMPAIGNS)]
    taken: dict[str, int] = {}
    lines = _pair_slogans(vocabulary, rest.count("slogan"), seed)
    for number, kind in enumerate(rest, len(drafts)):
        chance = random.Random(f"{seed} plan {number}")  # noqa: S311  the same
        topic = chance.choice(list(vocabulary.topics))
        speaker = Speaker(vocabulary, topic, chance)
        title = lines.pop() if kind == "slogan" else speaker.fill(chance.choice(vocabulary.titles[kind]))
        year = f"/{chance.choice(YEARS)}" if kind == "notice" else ""
        path = f"{FOLDERS[kind]}{year}/{_name_file(title[0])}"
        taken[path] = taken.get(path, 0) + 1
        drafts.append(Draft(number, kind, path if taken[path] == 1 else f"{path}-no-{taken[path]}", topic, title))
    return tuple(drafts)


def _pair_slogans(vocabulary: Vocabulary, count: int, seed: int) -> list[Pair]:
    """Return ``count`` slogans that differ, each of two halves."""
    firsts, lasts = vocabulary.slogans
    pairs = [(f"{first[0]}. {last[0]}.", f"{first[1]} {last[1]}") for first in firsts for last in lasts]
    if count > len(pairs):
        raise ValueError(f"{count} slogans are too many: {len(pairs)} can be made.")
    return random.Random(f"{seed} slogans").sample(pairs, count)  # noqa: S311  the same


def _name_file(title: str) -> str:
    words = re.findall(r"[a-z0-9]+", title.lower())
    return "-".join([word for word in words if word not in {"the", "a", "an", "of", "and", "in"}][:NAMES_KEPT])
