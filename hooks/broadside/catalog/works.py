"""Works of employees -> what of them must not be shown: names not to be read, children without a guardian, nothing to see."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from broadside.catalog.links import check_file
from broadside.catalog.values import Catalog, Entry
from broadside.kinds import Campaign, Work
from broadside.problems import Problem, make_problem

PICTURES = (".jpg", ".jpeg", ".png", ".webp")
FULL_NAME = re.compile(r"\w\W+\w|[\u3400-\u9fff]{3}")
"""A name of two words, or of three Chinese characters: a family name and a given one. Our choice; a given name has one or two."""


def check_works(catalog: Catalog, broken: Collection[str]) -> Iterator[Problem]:
    """Report works that say too much of somebody, or have nothing to show; and campaigns on whose ballot nothing is chosen."""
    for entry in catalog.of_kind("work"):
        if isinstance(entry.fields, Work):
            yield from _check_author(entry, entry.fields)
            yield from _check_work(catalog, broken, entry, entry.fields)
    for entry in catalog.of_kind("campaign"):
        vote = entry.fields.vote if isinstance(entry.fields, Campaign) else None
        if vote is not None and vote >= (count := len(list_ballot(catalog, entry))):
            yield make_problem(entry.path, entry.parsed.find(("vote",)), "work-vote", value=vote, count=count)


def list_ballot(catalog: Catalog, campaign: Entry) -> tuple[Entry, ...]:
    """Return the works that a campaign's ballot asks about, in the order of their numbers: those whose authors agreed to that."""
    return tuple(entry for entry in list_works(catalog, campaign.name) if "vote" in _work(entry).consent.scope)


def list_works(catalog: Catalog, campaign: str) -> tuple[Entry, ...]:
    """Return the works of a campaign (the last part of its id), by their ids."""
    return tuple(entry for entry in catalog.of_kind("work") if _work(entry).campaign == campaign)


def _work(entry: Entry) -> Work:
    work = entry.fields
    if not isinstance(work, Work):
        raise TypeError(entry.kind)
    return work


def _check_author(entry: Entry, work: Work) -> Iterator[Problem]:
    """Report a name that is missing, that its author does not wish to be read, or that a child's must not be."""
    parsed, path = entry.parsed, entry.path
    is_child = work.age == "under-14"
    wanted = {"full": "author", "first-name": "author", "team": "team"}.get(work.named)
    if wanted and not getattr(work, wanted):
        yield make_problem(path, parsed.find(("named",)), "work-unnamed", field=wanted, value=work.named)
    if work.author and (wanted != "author"):
        yield make_problem(path, parsed.find(("author",)), "work-name-hidden", value=work.named)
    elif work.author and work.named == "first-name" and FULL_NAME.search(work.author):
        yield make_problem(path, parsed.find(("author",)), "work-child-name" if is_child else "work-full-name", value=work.author)
    elif is_child and work.named == "full":
        yield make_problem(path, parsed.find(("named",)), "work-child-name", value=work.author or "")
    if is_child and work.consent.guardian is None:
        yield make_problem(path, parsed.keys.get(("consent",), parsed.find(("consent",))), "work-guardian")
    if "site" not in work.consent.scope:
        yield make_problem(path, parsed.find(("consent", "scope")), "work-scope")


def _check_work(catalog: Catalog, broken: Collection[str], entry: Entry, work: Work) -> Iterator[Problem]:
    """Report a work that is not there, or that who cannot see it learns nothing of."""
    parsed, path = entry.parsed, entry.path
    if work.image is None:
        if not entry.parsed.body.strip():
            yield make_problem(path, (1, 1), "work-empty")
        return
    at = (path, parsed.find(("image",)))
    if not work.image.lower().endswith(PICTURES):
        yield make_problem(*at, "work-image-kind", value=work.image, legal=PICTURES)
    else:
        yield from check_file(catalog.settings.root, broken, at, "work-image", work.image)
    if work.alt is None:
        yield make_problem(*at, "work-alt")
