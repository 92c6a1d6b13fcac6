"""All documents -> what in their words could harm a reader or hold up a build, and the hosts that the site does not know."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Parsed, list_texts
from broadside.problems import Problem, make_problem
from broadside.sanitising import check_body, is_known_host

ADDRESS = re.compile(r"(?:https?|ftp)://([^\s/?#:]{1,253})", re.IGNORECASE)
"""An address among the words of a field, such as the source of a lesson; a name of a host has 253 letters at most (RFC 1035)."""
SLOW_MAX = 3
"""Our choice: after so many pages that had to be stopped no other is looked at; the check has failed, and should end."""


def check_bodies(catalog: Catalog) -> Iterator[Problem]:
    """Report what may not stand in the Markdown of a document or of a translation, and unknown hosts in the front matter."""
    hosts, slow = catalog.settings.hosts, 0
    for entry in catalog.entries.values():
        if slow >= SLOW_MAX:
            yield from _check_addresses(entry, hosts)
            continue
        found = entry.recall.ask("bodies", hosts, functools.partial(_check_files, entry, hosts))
        if stopped := sum(problem.rule == "page-too-slow" for problem in found):
            slow += stopped
            entry.recall.forget("bodies")  # another day the machine may be faster
        yield from found


def _check_files(entry: Entry, hosts: frozenset[str]) -> tuple[Problem, ...]:
    """Return what is wrong with the bodies and the addresses of one document."""
    bodies = (check_body(path, parsed.body, parsed.body_line, hosts) for path, parsed in entry.files)
    return (*_check_addresses(entry, hosts), *itertools.chain.from_iterable(bodies))


def _check_addresses(entry: Entry, hosts: frozenset[str]) -> Iterator[Problem]:
    for path, parsed in entry.files:
        yield from _check_fields(path, parsed, hosts)


def _check_fields(path: str, parsed: Parsed, hosts: frozenset[str]) -> Iterator[Problem]:
    for place, text in list_texts(parsed.values):
        for match in ADDRESS.finditer(text):
            if not is_known_host(match.group(1), hosts):
                yield make_problem(path, parsed.find(place), "host-unknown", value=match.group(1), legal=sorted(hosts))
