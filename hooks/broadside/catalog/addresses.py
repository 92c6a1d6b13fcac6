"""The record of published addresses and the list of moved ones -> where each leads today, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import yaml

from broadside.catalog.data import Record
from broadside.catalog.links import MADE
from broadside.catalog.validating import check_values
from broadside.catalog.values import Catalog, Settings, make_address
from broadside.frontmatter import DATA, Most, Parsed, decode, parse_yaml
from broadside.intake import check_letters, is_refused
from broadside.problems import Problem, find_nearest, make_problem

MOVES_FILE = "docs/redirects.yml"
RECORD_FILE = "docs/addresses.yml"
OLD_ADDRESS = re.compile(r"/?[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?$")
"""An old address: letters that no server, file system or telephone writes in two ways; no query, no step upwards."""
MADE_PAGES = MADE | {
    "index",
    "drills/index",
    "responsibilities/index",
    "checklists/index",
    "blackboards/index",
    "quizzes/index",
    "scripts/index",
    "faq/index",
    "glossary/index",
    "signage/index",
    "works/index",
    "designs/index",
}
"""The pages that the program makes on every site, and that a redirect may lead to."""
HEAD = """\
# Every address that was published, in each language. It stands on printed codes, in messages and in bookmarks, so it must lead
# somewhere for good: a page that goes needs a line in redirects.yml. Written by `broadside addresses`; do not take lines out.
"""


def list_ids(documents: Collection[str], designs: Iterable[str], units: Iterable[str]) -> frozenset[str]:
    """Return the ids that have an address for good: documents, made pages, designs, units, a campaign's calendar and its kit."""
    campaigns = [each for each in documents if each.startswith("campaigns/") and each != "campaigns/index"]
    calendars = (f"{each}/{made}" for each in campaigns for made in ("calendar", "kit"))
    return frozenset(
        {*documents, *MADE_PAGES, *calendars, *(f"designs/{name}" for name in designs), *(f"units/{name}" for name in units)}
    )


def read_optional(root: Path, path: str, most: Most = DATA) -> tuple[Parsed | None, tuple[Problem, ...]]:
    """Parse a data file that may be missing, or hold nothing but comments: both are None."""
    if not (root / path).is_file() or is_refused(root, path):
        return None, ()
    text, problems = decode(path, (root / path).read_bytes())
    if problems:
        return None, problems
    parsed, problems = parse_yaml(path, text, most=most)
    problems = (*problems, *check_letters(path, text, parsed))
    return (parsed if parsed.values and not problems else None), problems


def tidy_address(written: str) -> str:
    """Return an address as it is compared: without slashes around it; one that names a folder's page names the folder."""
    return written.strip("/").removesuffix("index.html").rstrip("/")


def make_moves(parsed: Parsed | None) -> Mapping[str, str]:
    """Return where each old address leads, through all the moves that followed; one that runs in a circle is left out."""
    steps = {tidy_address(old): str(now) for old, now in parsed.values.items()} if parsed else {}
    ends = {old: _follow(steps, old) for old in steps}
    return MappingProxyType({old: end for old, end in ends.items() if end is not None})


def _follow(steps: Mapping[str, str], old: str) -> str | None:
    """Return the id at the end of a chain of moves, or None where it comes back to where it was."""
    seen, place = {old}, steps[old]
    while place in steps:
        if place in seen:
            return None
        seen.add(place)
        place = steps[place]
    return place


def make_record(parsed: Parsed | None) -> tuple[Record | None, tuple[Problem, ...]]:
    """Return the record of what was published; none where nothing was."""
    return check_values(Record, RECORD_FILE, parsed) if parsed else (None, ())


def check_moves(settings: Settings, ids: frozenset[str], parsed: Parsed) -> Iterator[Problem]:
    """Report old addresses that are none, are written twice, are pages of the site, or lead nowhere."""
    served = {make_address(identity).rstrip("/") for identity in ids}
    steps = {tidy_address(old): now for old, now in parsed.values.items()}
    first: dict[str, str] = {}
    for old, now in parsed.values.items():
        at, place = (MOVES_FILE, parsed.keys[old,]), tidy_address(old)
        if not OLD_ADDRESS.match(old) or ".." in old or place.split("/")[0] in settings.languages:
            yield make_problem(*at, "redirect-form", value=old)
        elif place in served:
            yield make_problem(*at, "redirect-taken", value=old)
        elif place in first:
            yield make_problem(*at, "redirect-twice", value=old, other=first[place])
        first.setdefault(place, old)
        to = (MOVES_FILE, parsed.find((old,)))
        if not isinstance(now, str):
            yield make_problem(*to, "field-text", field=old, value=now)
        elif now not in ids and now not in steps:
            yield make_problem(*to, "redirect-unknown", value=now, nearest=find_nearest(tidy_address(now), sorted(ids)))
        elif now in steps and _follow({key: str(value) for key, value in steps.items()}, place) is None:
            yield make_problem(*to, "redirect-loop", value=old)


def check_record(
    settings: Settings, ids: frozenset[str], moves: Mapping[str, str], parsed: Parsed, record: Record
) -> Iterator[Problem]:
    """Report published addresses at which there is neither a page nor a redirect, and languages that are gone."""
    served = {make_address(identity).rstrip("/") for identity in ids} | moves.keys()
    for index, language in enumerate(record.languages):
        if language not in settings.languages[min(index, 1) :]:
            position = parsed.find(("languages", index))
            yield make_problem(
                RECORD_FILE, position, "address-language", field="languages", value=language, legal=settings.languages
            )
    for index, address in enumerate(record.addresses):
        place = tidy_address(address)
        if place not in served:
            nearest = find_nearest(place, sorted(ids))
            yield make_problem(RECORD_FILE, parsed.find(("addresses", index)), "address-lost", value=place, nearest=nearest)


def write_record(catalog: Catalog) -> str:
    """Return the record of ``catalog`` as YAML: what was recorded, and every address that the site has today."""
    ids = list_ids(catalog.entries, catalog.designs, catalog.brands)
    addresses = {f"/{make_address(identity)}" for identity in ids}
    before = catalog.record
    languages = dict.fromkeys((*(before.languages if before else ()), *catalog.settings.languages))
    known = sorted(addresses | set(before.addresses if before else ()))
    return HEAD + yaml.safe_dump({"languages": list(languages), "addresses": known}, sort_keys=False, allow_unicode=True)
