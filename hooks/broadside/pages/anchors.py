"""The headings of one page in two languages -> which anchor of the one is which of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Anchor = tuple[int, str]
"""A heading's level, 1 to 6, and its id."""


def pair_anchors(ours: Sequence[Anchor], theirs: Sequence[Anchor]) -> Mapping[str, str]:
    """Return their id for each of ours; ids are made of a heading's words, and so they differ by language.

    Headings are paired in order where both pages have the same levels; where they do not, nothing says which is which. An id
    that both pages have is left out: it is itself.
    """
    if [level for level, _ in ours] != [level for level, _ in theirs]:
        return {}
    return {one: other for (_, one), (_, other) in zip(ours, theirs, strict=True) if one != other}
