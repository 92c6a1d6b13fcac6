"""Terms in shards: each in one, and the number of shards follows from their length."""

from __future__ import annotations

from array import array

from broadside.search.shards import make_shards, renew_shards


def test_every_term_is_in_one_shard() -> None:
    postings = {f"term{number}": array("I", range(0, 40 << 16, 1 << 16)) for number in range(500)}
    shards, files = make_shards(postings)
    assert len(files) == len(shards.files) == 16
    assert sum(text.count(b"term") for text in files.values()) == 500


def test_a_term_that_has_gone_leaves_its_shard_alone_changed() -> None:
    postings = {f"term{number}": array("I", range(0, 40 << 16, 1 << 16)) for number in range(500)}
    before, _ = make_shards(postings)
    del postings["term7"]
    shards, files = renew_shards(before, postings, {"term7": [3]})
    assert len(files) == 1
    assert b"term7!" not in b"".join(files.values())
    assert shards == make_shards(postings)[0]


def test_many_new_terms_make_more_shards() -> None:
    postings = {f"term{number}": array("I", range(0, 40 << 16, 1 << 16)) for number in range(500)}
    before, _ = make_shards(postings)
    more = {f"more{number}": array("I", range(0, 80 << 16, 1 << 16)) for number in range(500)}
    shards, files = renew_shards(before, postings | more, dict.fromkeys(more, ()))
    assert (shards, files) == make_shards(postings | more)
    assert len(files) == 32
