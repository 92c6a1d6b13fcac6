"""A configuration file -> the checked catalog and the sheets it asks for, or every mistake of every file at once."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from broadside.boards import check_board
from broadside.catalog import NO_DRAFTS, Catalog, Entry, Form, gather_catalog, read_settings
from broadside.catalog.activities import check_counts
from broadside.clock import read_today
from broadside.kinds import Slogan
from broadside.papers.checking import check_document
from broadside.papers.printing import KINDS_PRINTED
from broadside.papers.slots import check_script
from broadside.problems import ContentMistakes, Problem, find_nearest, list_mistakes, make_problem
from broadside.recalling import Recall
from broadside.remembering import Surroundings, hash_ground, name_notes, name_state, read_memory
from broadside.sheets import Sheet, Wish, check_notes, make_slogan, plan_kit, plan_slogan, plan_stage

LAID_OUT = frozenset({"slogan", "blackboard", "quiz", *KINDS_PRINTED})
"""The kinds of documents that are laid out on paper."""


@dataclass(frozen=True)
class Gathered:
    """What of a site holds, the sheets it asks for, and its problems; with a mistake among them there are no sheets."""

    catalog: Catalog
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]
    ground: str
    """The hash of what all documents are laid out with."""

    def raise_mistakes(self) -> None:
        """Raise :class:`~broadside.problems.ContentMistakes` with all problems where one is a mistake."""
        if list_mistakes(self.problems):
            raise ContentMistakes(self.problems)


def gather_site(config: Path, drafts: Mapping[str, bytes] = NO_DRAFTS, known: Recall | None = None) -> Gathered:
    """Read and look through all content, and ``drafts``: documents by path that are not on the disk yet.

    What is ``known`` from builds before and did not change is taken from there. Raises
    :class:`~broadside.problems.ContentMistakes` for a configuration that cannot be read.
    """
    catalog, problems = gather_catalog(read_settings(config), drafts, known)
    problems = (*problems, *check_counts(catalog, read_today()))
    sheets, ground = tuple[Sheet, ...](), hash_ground(catalog)
    if not list_mistakes(problems):
        around = Surroundings(catalog, ground)
        laid = [
            entry.recall.ask("layout", around.name(entry), functools.partial(_lay_out, catalog, entry))
            for entry in catalog.entries.values()
        ]
        sheets = (*(sheet for each in laid for sheet in each.sheets), *(sheet for each in laid for sheet in each.stages))
        problems = (*problems, *check_notes(catalog), *(problem for each in laid for problem in each.problems))
    return Gathered(catalog, () if list_mistakes(problems) else sheets, tuple(sorted(set(problems))), ground)


@dataclass(frozen=True)
class _Laid:
    """The sheets of one document: those of a slogan, those of a backdrop; and all that is wrong with how it is laid out."""

    sheets: tuple[Sheet, ...]
    stages: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


def _lay_out(catalog: Catalog, entry: Entry) -> _Laid:
    sheets, wrong = plan_slogan(catalog, entry, Wish()) if entry.kind == "slogan" else ([], [])
    stages, found = plan_stage(catalog, entry)
    return _Laid(tuple(sheets), tuple(stages), (*wrong, *found, *_check_beside(catalog, entry)))


def check_again(config: Path) -> tuple[Problem, ...]:
    """Return the problems of a site as :func:`gather_site` finds them, without laying out again what was whole the last time.

    Raises :class:`~broadside.problems.ContentMistakes` for a configuration that cannot be read.
    """
    settings = read_settings(config)
    catalog, problems = gather_catalog(settings)
    problems = (*problems, *check_counts(catalog, read_today()))
    if not list_mistakes(problems):
        memory, around = read_memory(settings.root), Surroundings(catalog, hash_ground(catalog))
        asked: dict[str, Callable[[], Iterable[Problem]]] = {name_notes(catalog, around.ground): lambda: check_notes(catalog)}
        for entry in (each for each in catalog.entries.values() if each.kind in LAID_OUT):
            asked[name_state(around, entry)] = functools.partial(_check_layout, catalog, entry)
        found = {key: () if key in memory.known else tuple(check()) for key, check in asked.items()}
        memory.keep(frozenset(key for key, wrong in found.items() if not wrong))
        problems = (*problems, *itertools.chain.from_iterable(found.values()))
    return tuple(sorted(set(problems)))


def _check_layout(catalog: Catalog, entry: Entry) -> tuple[Problem, ...]:
    return _lay_out(catalog, entry).problems


def _check_beside(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    """Report what planning sheets does not see: a slogan's photograph, a blackboard, what is printed of a document."""
    if entry.kind == "slogan":
        yield from _check_photo(catalog, entry)
    elif entry.kind == "blackboard":
        yield from check_board(catalog, entry)
    elif entry.kind in LAID_OUT:
        yield from check_document(catalog, entry)
    if entry.kind == "script":
        yield from check_script(catalog, entry)


def check_site(config: Path, drafts: Mapping[str, bytes] = NO_DRAFTS) -> tuple[Catalog, tuple[Sheet, ...]]:
    """Read and check all content, and ``drafts``: documents by path that are not on the disk yet.

    Returns the catalog and the sheets it asks for. Raises :class:`~broadside.problems.ContentMistakes` with every mistake of
    every file; warnings are not told.
    """
    gathered = gather_site(config, drafts)
    if mistakes := list_mistakes(gathered.problems):
        raise ContentMistakes(mistakes)
    return gathered.catalog, gathered.sheets


def plan_wish(catalog: Catalog, slogans: Collection[str], wish: Wish) -> tuple[Sheet, ...]:
    """Return the sheets of the slogans named, of all where none is, as ``wish`` asks for them.

    Raises :class:`~broadside.problems.ContentMistakes` for what there is not, and for words that cannot be set as asked.
    """
    wish = _resolve(catalog, wish)
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for entry in catalog.of_kind("slogan"):
        if not slogans or entry.name in slogans:
            made, found = plan_slogan(catalog, entry, wish)
            sheets.extend(sheet for sheet in made if sheet.forms)
            problems.extend(found)
    if problems:
        raise ContentMistakes(problems)
    return tuple(sheets)


def plan_unit(catalog: Catalog, sheets: tuple[Sheet, ...], unit: str) -> tuple[Sheet, ...]:
    """Return the kit of a unit, out of the site's ``sheets``; raises ContentMistakes for a unit that there is not."""
    if unit not in catalog.brands:
        legal = list(catalog.brands)
        facts = {"field": "--unit", "value": unit, "legal": legal, "nearest": find_nearest(unit, legal)}
        raise ContentMistakes([make_problem("broadside press", (1, 1), "unit-unknown", **facts)])
    return plan_kit(catalog, sheets, unit)


def plan_words(catalog: Catalog, words: str, language: str | None, wish: Wish) -> tuple[Sheet, ...]:
    """Return the sheets of words that stand in no file; raises :class:`~broadside.problems.ContentMistakes`."""
    if language is not None and language not in catalog.languages:
        legal = list(catalog.languages)
        facts = {"field": "--in", "value": language, "legal": legal, "nearest": find_nearest(language, legal)}
        raise ContentMistakes([make_problem("words", (1, 1), "language-unknown", **facts)])
    if not words.replace("\\n", "").strip():
        raise ContentMistakes([make_problem("words", (1, 1), "field-empty", field="words")])
    sheets, problems = plan_slogan(catalog, make_slogan(catalog, words, language), _resolve(catalog, wish))
    if problems:
        raise ContentMistakes(problems)
    return tuple(sheets)


def _resolve(catalog: Catalog, wish: Wish) -> Wish:
    """Write out the short names of a wish (``a3`` for ``poster-a3``); raises ContentMistakes for what there is not."""
    groups = dict.fromkeys(carrier.group for carrier in catalog.carriers.values())
    legal_carriers = [*groups, *catalog.carriers]
    carriers = tuple(
        name if name in legal_carriers else f"poster-{name.lower()}" if f"poster-{name.lower()}" in legal_carriers else name
        for name in wish.carriers
    )
    asked: list[tuple[str, str, str, list[str]]] = [
        *(("carrier-unknown", "--carrier", name, legal_carriers) for name in carriers),
        *(("choice-unknown", "--form", form, list(get_args(Form))) for form in wish.forms),
    ]
    if wish.unit is not None:
        asked.append(("unit-unknown", "--unit", wish.unit, list(catalog.brands)))
    if wish.design is not None:
        asked.append(("design-unknown", "--design", wish.design, list(catalog.designs)))
    problems = [
        make_problem("broadside print", (1, 1), rule, field=field, value=value, legal=legal, nearest=find_nearest(value, legal))
        for rule, field, value, legal in asked
        if value not in legal
    ]
    if problems:
        raise ContentMistakes(problems)
    return dataclasses.replace(wish, carriers=carriers)


def _check_photo(catalog: Catalog, entry: Entry) -> Iterator[Problem]:
    """Report a slogan's photograph that cannot be read as such."""
    photo = cast("Slogan", entry.fields).photo
    if photo is not None:
        # Where no slogan has a photograph, a check does not wait for the libraries that read them.
        from broadside.press.photos import UnreadablePhotoError, open_photo  # noqa: PLC0415

        try:
            open_photo(catalog.settings.root / "slogans" / photo.file)
        except UnreadablePhotoError:
            yield make_problem(entry.path, entry.parsed.find(("photo", "file")), "photo-unreadable", file=photo.file)
