"""The index of relations finds what a comparison of all with all finds."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from broadside.catalog import Entry
from broadside.frontmatter import parse_document
from broadside.kinds import Knowledge, Material, Slogan
from broadside.pages.relations import index_relations

KINDS = ("slogan", "knowledge")
TOPICS = ("fire", "height", "ppe", "flood")


def make_entry(number: int, kind: str, topics: Sequence[str], see: Sequence[int]) -> Entry:
    fields: Material
    if kind == "slogan":
        fields = Slogan(text={"en": "Look"}, topics=tuple(topics), see=tuple(f"d{each}" for each in see))
    else:
        fields = Knowledge(title="A", kind="skill", topics=tuple(topics) or ("other",))
    parsed, _ = parse_document("a.md", b"---\ntitle: A\n---\n")
    return Entry(f"d{number}", kind, "a.md", fields, parsed, {})


def compare_all(entry: Entry, entries: Sequence[Entry], kinds: Sequence[str], most: int) -> tuple[str, ...]:
    """Rank every document against ``entry``: the plain reading of the rule, square in their number."""

    def of(each: Entry) -> tuple[set[str], set[str]]:
        fields = each.fields
        assert isinstance(fields, Material)
        return set(fields.topics), set(fields.see) if isinstance(fields, Slogan) else set()

    topics, named = of(entry)
    ranked = []
    for other in entries:
        theirs, names = of(other)
        mutual, shared = other.id in named or entry.id in names, len(topics & theirs)
        if other.id != entry.id and other.kind in kinds and (mutual or shared):
            ranked.append((not mutual, -shared, other.id))
    return tuple(identity for *_, identity in sorted(ranked)[:most])


DOCUMENTS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.lists(st.sampled_from(TOPICS), unique=True), st.lists(st.integers(0, 14), max_size=2)),
    max_size=15,
)


@given(DOCUMENTS, st.sampled_from([("slogan",), ("knowledge",), KINDS]), st.integers(1, 6))
def test_it_finds_what_comparing_all_with_all_finds(
    documents: list[tuple[str, list[str], list[int]]], kinds: tuple[str, ...], most: int
) -> None:
    entries = [make_entry(number, *each) for number, each in enumerate(documents)]
    relations = index_relations(entries)
    for entry in entries:
        assert relations.find(entry, kinds, most) == compare_all(entry, entries, kinds, most)


def test_a_document_that_names_another_is_beside_it_both_ways() -> None:
    slogan = make_entry(1, "slogan", [], [2])
    article = make_entry(2, "knowledge", ["fire"], [])
    relations = index_relations([slogan, article])
    assert relations.find(slogan, ("knowledge",), 6) == ("d2",)
    assert relations.find(article, ("slogan",), 6) == ("d1",)


def test_what_is_not_offered_is_not_found_but_finds() -> None:
    old, article = make_entry(1, "slogan", ["fire"], []), make_entry(2, "knowledge", ["fire"], [])
    relations = index_relations([article])
    assert relations.find(article, KINDS, 6) == ()
    assert relations.find(old, KINDS, 6) == ("d2",)
