"""Documents -> which belong together, by the topics they share and by those that slogans name.

Comparing all with all costs the square of their number. Documents fall into few sets of topics, so the index keeps, for each
kind and set, the ids in order, and for each topic the sets that have it: a document then meets sets instead of documents.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from broadside.catalog import Entry
from broadside.kinds import Drill, Faq, Material, Quiz, Slogan

Topics = frozenset[str]


@dataclass(frozen=True)
class Relations:
    """An inverted index of documents: ids by kind and topics, sets of topics by kind and topic, who is named by whom."""

    topics: Mapping[str, Topics]
    kinds: Mapping[str, str]
    members: Mapping[tuple[str, Topics], tuple[str, ...]]
    sets: Mapping[tuple[str, str], tuple[Topics, ...]]
    naming: Mapping[str, tuple[str, ...]]

    def find(self, entry: Entry, kinds: Sequence[str], most: int) -> tuple[str, ...]:
        """Return the ids of at most ``most`` documents of ``kinds`` that belong to ``entry``.

        Those that it names or that name it come first, then those that share most topics; equal ones by id.
        """
        topics, named = list_topics(entry), {*list_named(entry), *self.naming.get(entry.id, ())}
        close = [each for each in named if self.kinds.get(each) in kinds and each != entry.id]
        found = [identity for _, identity in sorted((-len(topics & self.topics[each]), each) for each in close)]
        for alike in self._meet(kinds, topics):
            if len(found) >= most:
                break
            others: list[str] = []
            for members in alike:
                others += islice((each for each in members if each not in named and each != entry.id), most)
            found += sorted(others)
        return tuple(found[:most])

    def _meet(self, kinds: Sequence[str], topics: Topics) -> Iterator[Sequence[Sequence[str]]]:
        """Yield the members of the sets of ``kinds`` that share ``topics``: those together that share equally many, most first."""
        alike: dict[int, list[Sequence[str]]] = {}
        for kind in kinds:
            counts = Counter(itertools.chain.from_iterable(self.sets.get((kind, topic), ()) for topic in topics))
            for theirs, shared in counts.items():
                alike.setdefault(shared, []).append(self.members[kind, theirs])
        for shared in sorted(alike, reverse=True):
            yield alike[shared]


def index_relations(entries: Iterable[Entry]) -> Relations:
    """Index the documents that may be offered beside others; what is not among ``entries`` is never found."""
    offered = sorted(entries, key=lambda entry: entry.id)
    members: dict[tuple[str, Topics], list[str]] = {}
    naming: dict[str, list[str]] = {}
    for entry in offered:
        members.setdefault((entry.kind, list_topics(entry)), []).append(entry.id)
        for named in list_named(entry):
            naming.setdefault(named, []).append(entry.id)
    sets: dict[tuple[str, str], list[Topics]] = {}
    for kind, topics in members:
        for topic in topics:
            sets.setdefault((kind, topic), []).append(topics)
    return Relations(
        {entry.id: list_topics(entry) for entry in offered},
        {entry.id: entry.kind for entry in offered},
        {key: tuple(ids) for key, ids in members.items()},
        {key: tuple(each) for key, each in sets.items()},
        {named: tuple(ids) for named, ids in naming.items()},
    )


def list_topics(entry: Entry) -> Topics:
    """Return the topics of a document, none for a plain page."""
    return frozenset(entry.fields.topics) if isinstance(entry.fields, Material) else frozenset()


def list_named(entry: Entry) -> tuple[str, ...]:
    """Return the ids that a document names as belonging to it."""
    if isinstance(entry.fields, Quiz):
        return tuple(dict.fromkeys(question.see for question in entry.fields.questions))
    if isinstance(entry.fields, Drill):
        return entry.fields.activities
    return entry.fields.see if isinstance(entry.fields, Slogan | Faq) else ()
