"""Trees of posts that hold, and a person who is named with the day of consent."""

from __future__ import annotations

from pathlib import Path

from broadside.kinds import Post
from broadside.kinds.responsibilities import grow_posts
from sites import find_problems, make_site

HEAD = "---\ntitle: Posts\nposts:\n  - {post: Head, duty: Leads}\n"


def find(root: Path, rows: str) -> list[tuple[int, str]]:
    files = {"docs/responsibilities/posts.md": f"{HEAD}{rows}---\n"}
    return [(each.line, each.rule) for each in find_problems(make_site(root, files))]


def test_posts_may_be_written_in_any_order(tmp_path: Path) -> None:
    assert find(tmp_path, "  - {post: Team, duty: Works, under: Office}\n  - {post: Office, duty: Writes, under: Head}\n") == []


def test_a_person_is_named_with_the_day_of_consent_alone(tmp_path: Path) -> None:
    row = "  - {{post: Office, duty: Writes, under: Head, person: {{name: A. Smith{}}}}}\n"
    assert find(tmp_path / "with", row.format(", consent: 2027-05-01")) == []
    assert find(tmp_path / "without", row.format("")) == [(5, "field-missing")]


def test_every_post_of_a_ring_is_told(tmp_path: Path) -> None:
    rows = "  - {post: A, duty: a, under: C}\n  - {post: B, duty: b, under: A}\n  - {post: C, duty: c, under: B}\n"
    assert find(tmp_path, rows) == [(line, "post-above-itself") for line in (5, 6, 7)]


def test_the_tree_has_every_post_once() -> None:
    rows = [("Head", None), ("Team", "Office"), ("Office", "Head"), ("Gate", "Head")]
    (top,) = grow_posts([Post(post=name, duty="Works", under=above) for name, above in rows])
    assert (top.post.post, [each.post.post for each in top.under]) == ("Head", ["Office", "Gate"])
    assert [each.post.post for each in top.under[0].under] == ["Team"]
