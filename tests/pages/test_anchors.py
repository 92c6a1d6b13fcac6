"""A heading's anchor in one language and in the other."""

from __future__ import annotations

from broadside.pages.anchors import pair_anchors


def test_headings_are_paired_in_order() -> None:
    ours = [(2, "before"), (3, "tools"), (2, "ppe")]
    theirs = [(2, "开工前"), (3, "工具"), (2, "ppe")]
    assert pair_anchors(ours, theirs) == {"before": "开工前", "tools": "工具"}


def test_pages_of_other_headings_are_not_guessed() -> None:
    assert pair_anchors([(2, "before")], [(2, "开工前"), (2, "工具")]) == {}
    assert pair_anchors([(2, "before"), (3, "tools")], [(2, "开工前"), (2, "工具")]) == {}
