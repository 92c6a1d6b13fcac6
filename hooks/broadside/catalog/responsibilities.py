"""Tables of responsibilities -> what is wrong with them: posts alike, rings, two at the top, persons in place of posts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Parsed
from broadside.kinds import Post, Responsibility
from broadside.lint.persons import find_persons
from broadside.problems import Problem, find_nearest, make_problem


def check_responsibilities(catalog: Catalog) -> Iterator[Problem]:
    """Report what keeps the posts of a table, or of its translations, from being one tree."""
    for entry in catalog.of_kind("responsibility"):
        if isinstance(entry.fields, Responsibility):
            yield from _check_posts(entry.path, entry.parsed, entry.fields.posts, catalog.language)
            yield from _check_translations(entry, entry.fields.posts)


def _check_posts(path: str, parsed: Parsed, posts: Sequence[Post], language: str) -> Iterator[Problem]:
    names = [post.post for post in posts]
    for index, post in enumerate(posts):
        field, place = f"posts {index + 1}", ("posts", index)
        if post.post in names[:index]:
            yield make_problem(path, parsed.find((*place, "post")), "post-alike", field=f"{field} post", value=post.post)
        for _, person in find_persons(post.post, 0, len(post.post), language):
            yield make_problem(path, parsed.find((*place, "post")), "post-person", field=f"{field} post", value=person)
        if post.under is not None and post.under not in names:
            facts = {"field": f"{field} under", "value": post.under, "legal": names, "nearest": find_nearest(post.under, names)}
            yield make_problem(path, parsed.find((*place, "under")), "post-unknown", **facts)
        elif _is_above_itself(post, posts):
            yield make_problem(path, parsed.find((*place, "under")), "post-above-itself", field=f"{field} under", value=post.post)
    tops = [index for index, post in enumerate(posts) if post.under is None]
    for index in tops[1:]:
        facts = {"field": f"posts {index + 1}", "value": names[index], "other": names[tops[0]]}
        yield make_problem(path, parsed.find(("posts", index)), "post-top", **facts)


def _is_above_itself(post: Post, posts: Sequence[Post]) -> bool:
    """Say whether the way up from a post comes back to it."""
    above = {each.post: each.under for each in posts}
    at = post.under
    for _ in posts:
        if at is None or at == post.post:
            return at is not None
        at = above.get(at)
    return False


def _check_translations(entry: Entry, ours: Sequence[Post]) -> Iterator[Problem]:
    for language, translation in entry.translations.items():
        theirs: Sequence[Post] | None = translation.fields.get("posts")
        if theirs is None:
            continue
        yield from _check_posts(translation.path, translation.parsed, theirs, language)
        if _shape(ours) != _shape(theirs):
            at = translation.parsed.keys.get(("posts",), (1, 1))
            yield make_problem(translation.path, at, "post-translation", original=posixpath.basename(entry.path))


def _shape(posts: Sequence[Post]) -> list[tuple[int, bool]]:
    """Return of each post the place of the one above it, -1 at the top, and whether it names a person."""
    names = [post.post for post in posts]
    return [(names.index(post.under) if post.under in names else -1, post.person is not None) for post in posts]
