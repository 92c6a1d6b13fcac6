"""Groups of equal words: how they are compared, and which pages hold them."""

from __future__ import annotations

from array import array

from broadside.search.synonyms import find_terms, join_pages, name_parts, read_groups


def test_words_are_compared_by_stem_and_script() -> None:
    assert name_parts("Hard hats") == name_parts("hard-hat") == ("hard", "hat")
    assert name_parts("permit to work") == ("permit", "work")
    assert name_parts("安全帽 PPE") == ("安全帽", "ppe")


def test_terms_are_those_that_a_page_is_indexed_by() -> None:
    assert find_terms(("hard", "hat")) == ("hard", "hard+hat")
    assert find_terms(("安全帽",)) == ("安全", "全帽")
    assert find_terms(("帽", "ppe")) == ("帽", "ppe")


def test_a_group_is_held_by_the_pages_of_any_of_its_words() -> None:
    postings = {"ppe": [1 << 16 | 50 << 8], "安全": [2 << 16 | 60 << 8, 3 << 16 | 70 << 8], "全帽": [3 << 16 | 40 << 8]}
    (group,), members = read_groups([("PPE", "安全帽", "nowhere")])
    assert members == {"ppe": 0, "安全帽": 0, "nowher": 0}
    assert group.term == "=0"
    pages = join_pages(group, {term: array("I", entries) for term, entries in postings.items()})
    assert [*pages] == [1 << 16 | 50 << 8, 3 << 16 | 40 << 8]
