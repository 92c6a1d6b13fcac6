"""Read every Markdown file: originals checked as their kind, translations joined to them."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from broadside.catalog.validating import check_values, make_translation_model
from broadside.catalog.values import Entry, Translation, make_address
from broadside.frontmatter import Parsed, decode, list_headings, parse_document
from broadside.intake import check_letters
from broadside.kinds import KINDS, Document, name_kind
from broadside.problems import Problem, make_problem
from broadside.recalling import Recall

FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


def make_id(path: str) -> str:
    """Return the id of the document at ``path``: without the ending, ``docs/`` left out."""
    return path.removeprefix("docs/").removesuffix(".md")


@dataclass(frozen=True)
class _Files:
    """The paths of the originals by id, those of their translations by id and language, and which can be neither."""

    originals: Mapping[str, str]
    translations: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]


def _sort_files(paths: Iterable[str], languages: tuple[str, ...]) -> _Files:
    """Tell by their names which files are originals and which are translations."""
    problems: list[Problem] = []
    originals: dict[str, str] = {}
    translations: dict[str, dict[str, str]] = {}
    for path in paths:
        identity = make_id(path)
        *folders, name = identity.split("/")
        base, _, language = name.partition(".")
        unfit = next((part for part in (*folders, base) if not FILE_NAME.match(part)), None)
        if unfit is not None or not path.endswith(".md"):
            problems.append(make_problem(path, (1, 1), "file-name", name=unfit or Path(path).name))
        elif not language and identity in originals:
            problems.append(make_problem(path, (1, 1), "id-duplicate", address=f"/{identity}/", other=originals[identity]))
        elif not language:
            originals[identity] = path
        elif language == languages[0]:
            problems.append(make_problem(path, (1, 1), "translation-default", value=language, original=f"{base}.md"))
        elif language not in languages[1:]:
            problems.append(make_problem(path, (1, 1), "translation-language", value=language, legal=languages[1:]))
        else:
            translations.setdefault(identity.removesuffix(f".{language}"), {})[language] = path
    return _Files(originals, translations, tuple(problems))


def read_entries(
    read: Callable[[str], bytes], documents: Iterable[str], languages: tuple[str, ...], known: Recall | None = None
) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """Read the Markdown files ``documents``, whose bytes ``read`` gives; returns those that hold, by id, and all problems.

    A document whose files have the bytes that are ``known`` is the same value as then.
    """
    known, given = known or Recall(), (tuple(documents), languages)
    files = known.ask("documents", given, functools.partial(_sort_files, *given))
    problems = [*files.problems, *_find_collisions(files.originals), *_find_orphans(files)]
    entries: dict[str, Entry] = {}
    for identity, path in files.originals.items():
        translated = files.translations.get(identity, {})
        data = {each: read(each) for each in (path, *translated.values())}
        state = [languages[0], *((each, hashlib.sha256(its).digest()) for each, its in data.items())]
        make = functools.partial(_read_entry, data, identity, path, translated, languages[0])
        entry, found = known.ask(("document", identity), state, make)
        problems.extend(found)
        if entry is not None:
            entries[identity] = entry
    return entries, tuple(problems)


def _find_orphans(files: _Files) -> Iterator[Problem]:
    """Report translations that have no original."""
    for identity, paths in files.translations.items():
        if identity not in files.originals:
            for path in paths.values():
                yield make_problem(path, (1, 1), "translation-orphan", original=f"{identity.rsplit('/', 1)[-1]}.md")


def _find_collisions(originals: Mapping[str, str]) -> Iterator[Problem]:
    """Report documents that would be served at one address."""
    taken: dict[str, str] = {}
    for identity, path in originals.items():
        address = make_address(identity)
        if address in taken:
            yield make_problem(path, (1, 1), "id-duplicate", address=f"/{address}", other=taken[address])
        taken.setdefault(address, path)


def _read_entry(
    data: Mapping[str, bytes], identity: str, path: str, translated: Mapping[str, str], default: str
) -> tuple[Entry | None, tuple[Problem, ...]]:
    kind = name_kind(path)
    model = KINDS[kind]
    parsed, found = _parse(path, data[path], required=kind != "page")
    problems = list(found)
    fields: Document | None = None
    if not found:
        fields, wrong = check_values(model, path, parsed)
        problems.extend(wrong)
        problems.extend(_check_sections(model, path, parsed, default))
    partial = make_translation_model(model)
    translations: dict[str, Translation] = {}
    for language, file in translated.items():
        translation, found = _read_translation(file, data[file], model, partial, language)
        problems.extend(found)
        if translation is not None:
            translations[language] = translation
    if fields is None:
        return None, tuple(problems)
    fields = _name_language(fields, default)
    return Entry(identity, kind, path, fields, parsed, MappingProxyType(translations)), tuple(problems)


def _parse(path: str, data: bytes, *, required: bool) -> tuple[Parsed, tuple[Problem, ...]]:
    """Parse a document, and look at its letters."""
    parsed, problems = parse_document(path, data, required=required)
    text, _ = decode(path, data)
    return parsed, (*problems, *check_letters(path, text, parsed))


def _read_translation(
    path: str, data: bytes, model: type[Document], partial: type[BaseModel], language: str
) -> tuple[Translation | None, tuple[Problem, ...]]:
    parsed, problems = _parse(path, data, required=model is not KINDS["page"])
    if problems:
        return None, problems
    fields, wrong = check_values(partial, path, parsed)
    wrong = (*wrong, *_check_sections(model, path, parsed, language))
    if fields is None:
        return None, wrong
    values = {name: getattr(fields, name) for name in partial.model_fields}
    return Translation(path, MappingProxyType(values), parsed), wrong


def _check_sections(model: type[Document], path: str, parsed: Parsed, language: str) -> Iterator[Problem]:
    """Report sections that the kind wants and the body lacks."""
    wanted = model.sections.get(language, ())
    headings = {heading for _, heading in list_headings(parsed.body)}
    for section in wanted:
        if section not in headings:
            yield make_problem(path, (parsed.body_line, 1), "section-missing", section=section, legal=wanted)


def _name_language(fields: Document, default: str) -> Document:
    """Give texts written without a language the site's default one."""
    changes: dict[str, Any] = {}
    for name in type(fields).model_fields:
        value = getattr(fields, name)
        if isinstance(value, dict) and "" in value and name != "design":  # a design without a language is every language's
            changes[name] = {default: value[""]}
        elif isinstance(value, BaseModel) and isinstance(inner := getattr(value, "alt", None), dict) and "" in inner:
            changes[name] = value.model_copy(update={"alt": {default: inner[""]}})
    return fields.model_copy(update=changes)
