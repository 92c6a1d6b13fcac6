"""Every rule that crosses files: an id must lead somewhere, a file must be there, dates must follow one another."""

from __future__ import annotations

import posixpath
import re
import urllib.parse
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from broadside.catalog.values import Catalog, Entry
from broadside.frontmatter import Path
from broadside.kinds import FOLDERS, Campaign, Lesson, Notice, Slogan
from broadside.problems import Problem, find_nearest, make_problem

LINK = re.compile(r"(!?)\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)>?(?:\s+[^)]*)?\)")
CODE = re.compile(r"(`+).*?\1")
FENCE = re.compile(r"^\s*(```+|~~~+)")
SECTIONS = frozenset(
    {folder.removeprefix("docs/") + "index" for folder in FOLDERS if folder != "docs/"}
)
"""The pages that no editor writes but that a link may lead to."""


def check_catalog(catalog: Catalog) -> tuple[Problem, ...]:
    """Return every mistake that shows only between files."""
    problems: list[Problem] = [*_check_settings(catalog), *_check_press_data(catalog)]
    for entry in catalog.entries.values():
        problems.extend(_check_entry(catalog, entry))
    return tuple(problems)


def _unknown(path: str, position: tuple[int, int], rule: str, value: str, legal: Iterable[str], field: str) -> Problem:
    legal = list(legal)
    facts = {"value": value, "legal": legal, "nearest": find_nearest(value, legal), "field": field}
    return make_problem(path, position, rule, **facts)


def _check_settings(catalog: Catalog) -> Iterator[Problem]:
    settings = catalog.settings
    campaigns = [entry.name for entry in catalog.of_kind("campaign")]
    if settings.campaign not in campaigns:
        yield _unknown(settings.path, settings.campaign_position, "campaign-unknown", settings.campaign, campaigns, "extra campaign")
    if settings.unit not in catalog.brands:
        yield _unknown(settings.path, settings.unit_position, "unit-unknown", settings.unit, catalog.brands, "extra unit")


def _check_press_data(catalog: Catalog) -> Iterator[Problem]:
    """Check designs, brands and topics against the carriers, faces and files they name."""
    groups = dict.fromkeys(carrier.group for carrier in catalog.carriers.values())
    for name, design in catalog.designs.items():
        path = f"posters/designs/{name}/design.yml"
        if not (catalog.settings.root / f"posters/designs/{name}/design.typ").is_file():
            yield make_problem(f"posters/designs/{name}/design.typ", (1, 1), "file-missing")
        for carrier in design.carriers:
            if carrier not in groups and carrier not in catalog.carriers:
                yield _unknown(path, (1, 1), "carrier-unknown", carrier, [*groups, *catalog.carriers], "carriers")
        for field, faces in (("words faces", design.words.faces), ("notes faces", design.notes.faces)):
            for face in faces:
                if face not in catalog.faces:
                    yield _unknown(path, (1, 1), "face-unknown", face, catalog.faces, field)
    for name, brand in catalog.brands.items():
        if not (catalog.settings.root / "posters/brands" / name / brand.logo).is_file():
            yield make_problem(f"posters/brands/{name}/brand.yml", (1, 1), "logo-missing", file=brand.logo)
    for name, topic in catalog.topics.items():
        if topic.picture not in catalog.pictures:
            yield _unknown("docs/topics.yml", (1, 1), "picture-unknown", topic.picture, catalog.pictures, f"{name} picture")
    for name, carrier in catalog.carriers.items():
        if carrier.looks_like is not None and carrier.looks_like not in catalog.carriers:
            yield _unknown("posters/carriers.yml", (1, 1), "carrier-unknown", carrier.looks_like, catalog.carriers, f"{name} looks_like")


def _check_entry(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    fields, parsed = entry.fields, entry.parsed

    def known(field: str, rule: str, legal: Iterable[str]) -> Iterator[Problem]:
        value = getattr(fields, field, None)
        values: Sequence[Any] = value if isinstance(value, tuple) else () if value is None else (value,)
        names = set(legal)
        for index, item in enumerate(values):
            if item not in names:
                place: Path = (field, index) if isinstance(value, tuple) else (field,)
                yield _unknown(entry.path, parsed.find(place), rule, item, sorted(names), field)

    groups = {carrier.group for carrier in catalog.carriers.values()}
    yield from known("campaign", "campaign-unknown", (item.name for item in catalog.of_kind("campaign")))
    yield from known("topics", "topic-unknown", catalog.topics)
    yield from known("unit", "unit-unknown", catalog.brands)
    yield from known("design", "design-unknown", catalog.designs)
    yield from known("carriers", "carrier-unknown", (*groups, *catalog.carriers))
    yield from known("picture", "picture-unknown", catalog.pictures)
    yield from known("see", "see-unknown", catalog.entries)
    yield from known("supersedes", "supersedes-unknown", (item.id for item in catalog.of_kind("notice")))
    yield from _check_fields(catalog, entry)
    yield from _check_links(catalog, entry, entry.path, parsed.body, parsed.body_line)
    for translation in entry.translations.values():
        yield from _check_links(catalog, entry, translation.path, translation.body, translation.body_line)


def _check_fields(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    """Check the values of one document that depend on others or on files."""
    fields, parsed, root = entry.fields, entry.parsed, catalog.settings.root

    def wrong(field: str, rule: str, **facts: object) -> Problem:
        return make_problem(entry.path, parsed.find((field,)), rule, field=field, **facts)

    if isinstance(fields, Slogan | Campaign):
        field = "text" if isinstance(fields, Slogan) else "theme"
        for language in getattr(fields, field):
            if language not in catalog.languages:
                position = parsed.keys.get((field, language), parsed.find((field,)))
                yield _unknown(entry.path, position, "language-unknown", language, catalog.languages, field)
    if isinstance(fields, Slogan) and fields.photo and not _is_inside(root, f"slogans/{fields.photo.file}"):
        yield make_problem(entry.path, parsed.find(("photo", "file")), "photo-missing", file=fields.photo.file)
    if isinstance(fields, Notice):
        if fields.expires and fields.expires < fields.date:
            yield wrong("expires", "dates-order", value=fields.expires, other="date", before=fields.date)
        for index, file in enumerate(fields.attachments):
            if not _is_inside(root, f"{posixpath.dirname(entry.path)}/{file}"):
                yield make_problem(entry.path, parsed.find(("attachments", index)), "attachment-missing", file=file)
    if isinstance(fields, Campaign) and fields.ends < fields.starts:
        yield wrong("ends", "dates-order", value=fields.ends, other="starts", before=fields.starts)
    if isinstance(fields, Lesson) and fields.basis == "public-report" and not fields.source:
        yield wrong("basis", "source-missing")


def _is_inside(root: Any, relative: str) -> bool:
    """Say whether ``relative`` is a file of the site, and of no folder outside it."""
    file = (root / relative).resolve()
    return bool(file.is_relative_to(root / "slogans") or file.is_relative_to(root / "docs")) and file.is_file()


def find_links(body: str) -> Iterator[tuple[int, int, bool, str]]:
    """Yield each link and image of a Markdown body: line from 0, column from 1, whether an image, and the target."""
    fence = ""
    for number, line in enumerate(body.split("\n")):
        match = FENCE.match(line)
        if match and (not fence or match.group(1).startswith(fence)):
            fence = "" if fence else match.group(1)
        elif not fence:
            plain = CODE.sub(lambda code: " " * len(code.group(0)), line)
            for link in LINK.finditer(plain):
                yield number, link.start(2) + 1, bool(link.group(1)), link.group(2)


def _check_links(catalog: Catalog, entry: Entry, path: str, body: str, body_line: int) -> Iterator[Problem]:
    """Report links that lead to no document and images that are not there."""
    folder = posixpath.dirname(entry.id)
    for line, column, is_image, target in find_links(body):
        parts = urllib.parse.urlsplit(target)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            continue
        place = posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(parts.path)))
        position = (body_line + line, column)
        if place.endswith(".md"):
            if place.removesuffix(".md") not in catalog.entries.keys() | SECTIONS:
                yield make_problem(path, position, "link-missing", target=target)
        elif not any(_is_inside(catalog.settings.root, f"{prefix}{place}") for prefix in ("docs/", "")):
            rule = "image-missing" if is_image else "link-missing"
            yield make_problem(path, position, rule, target=target)


__all__ = ["check_catalog", "find_links"]
