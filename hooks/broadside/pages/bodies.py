"""The rendered Markdown of a page -> what of it reaches a reader: the wall behind the check, which has refused all the rest."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator

from broadside.pages.values import SitePage
from broadside.problems import ContentMistakes, make_problem
from broadside.sanitising import TooDeepError, TooSlowError, clean_html, clean_words, find_removed, is_free_id, limit_seconds
from broadside.sanitising.limits import OPEN_MAX, PAGE_SECONDS


@contextlib.contextmanager
def limit_page(page: SitePage) -> Iterator[None]:
    """End the rendering of ``page`` when it takes too long, or is too deep for the Markdown library.

    Raises :class:`~broadside.problems.ContentMistakes`.
    """
    at = (page.source or page.uri, (1, 1))
    try:
        with limit_seconds(2 * PAGE_SECONDS):
            yield
    except TooSlowError:
        raise ContentMistakes([make_problem(*at, "page-too-slow", seconds=round(2 * PAGE_SECONDS))]) from None
    except RecursionError:
        raise ContentMistakes([make_problem(*at, "page-too-deep", most=OPEN_MAX)]) from None


def clean_page(page: SitePage, html: str, hosts: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return the rendered Markdown of ``page`` without what may not stand there, and a few words for each such thing.

    Raises :class:`~broadside.problems.ContentMistakes` where its elements are too deep in one another to be looked at.
    """
    try:
        cleaned = clean_html(html, hosts)
    except TooDeepError:
        raise ContentMistakes([make_problem(page.source or page.uri, (1, 1), "page-too-deep", most=OPEN_MAX)]) from None
    return cleaned, tuple(str(each) for each in find_removed(html, cleaned))


def clean_heading(title: str, anchor: str) -> tuple[str, str]:
    """Return the words and the anchor of a heading as the list of headings may show them; an unfit anchor leads nowhere."""
    return clean_words(title), anchor if is_free_id(anchor) else ""
