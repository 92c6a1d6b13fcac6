"""Read a site's folder: every document and every data file, checked each on its own and then against one another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from broadside.catalog.addresses import MOVES_FILE, RECORD_FILE, make_moves, make_record, read_optional
from broadside.catalog.checking import check_catalog
from broadside.catalog.data import Brand, Carrier, Data, Design, FaceRecord, Language, Topic
from broadside.catalog.documents import read_entries
from broadside.catalog.glossary import GLOSSARY_FILE, read_glossary
from broadside.catalog.likes import fill_designs, fill_likes
from broadside.catalog.linting import lint_attachments, lint_catalog
from broadside.catalog.synonyms import read_synonyms
from broadside.catalog.validating import check_values
from broadside.catalog.values import Catalog, Settings
from broadside.catalog.wording import WORDING_FILE, read_wording
from broadside.fonts import Face
from broadside.frontmatter import Parsed
from broadside.intake import check_contents, is_refused, read_intake
from broadside.problems import ContentMistakes, Problem, list_mistakes, make_problem
from broadside.recalling import Recall, know_files

D = TypeVar("D", bound=Data)
NO_DRAFTS: Mapping[str, bytes] = MappingProxyType({})


def read_catalog(settings: Settings, drafts: Mapping[str, bytes] = NO_DRAFTS) -> Catalog:
    """Read and check the whole site at ``settings.root``, and ``drafts``: documents by path that are not on the disk yet.

    Raises :class:`~broadside.problems.ContentMistakes` with every mistake of every file.
    """
    catalog, problems = gather_catalog(settings, drafts)
    if mistakes := list_mistakes(problems):
        raise ContentMistakes(mistakes)
    return catalog


def gather_catalog(
    settings: Settings, drafts: Mapping[str, bytes] = NO_DRAFTS, known: Recall | None = None
) -> tuple[Catalog, tuple[Problem, ...]]:
    """Return what of the site holds, and all problems; where one of them is a mistake, an id may lead nowhere.

    ``known`` is what builds before this one read and found: only what changed since is read and looked through again.
    """
    root, beside, known = settings.root, know_files(settings.root, known), known or Recall()
    problems: list[Problem] = []
    files: dict[str, Parsed] = {}

    def table(path: str, model: type[D]) -> Mapping[str, D]:
        parsed, found = _parse_file(root, path)
        if model is Carrier:
            parsed, unknown = fill_likes(path, parsed)
            found = (*found, *unknown)
        checked = {key: check_values(model, path, parsed, (key,)) for key in parsed.values}
        problems.extend((*found, *(problem for _, each in checked.values() for problem in each)))
        files[path] = parsed
        return MappingProxyType({key: record for key, (record, _) in checked.items() if record is not None})

    def folders(path: str, file: str, model: type[D]) -> Mapping[str, D]:
        records: dict[str, D] = {}
        names = sorted(item.name for item in (root / path).glob("*/"))
        if not names:
            problems.append(make_problem(path, (1, 1), "file-missing"))
        read = {name: _parse_file(root, f"{path}/{name}/{file}") for name in names}
        for name, (parsed, found) in (fill_designs(path, read) if model is Design else read).items():
            place = f"{path}/{name}/{file}"
            record, wrong = (None, ()) if found else check_values(model, place, parsed)
            problems.extend((*found, *wrong))
            files[place] = parsed
            if record is not None:
                records[name] = record
        return MappingProxyType(records)

    languages = table("posters/languages.yml", Language)
    fonts = table("posters/fonts/fonts.yml", FaceRecord)
    intake = read_intake(root, known)
    problems.extend((*intake.problems, *check_contents(root, intake.files, beside)))
    paths = dict.fromkeys((*intake.documents, *drafts))

    def read(path: str) -> bytes:
        return drafts[path] if path in drafts else _read_file(f"{root}/{path}")

    entries, found = read_entries(read, paths, settings.languages, known)
    problems.extend(found)
    moved, found = read_optional(root, MOVES_FILE)
    problems.extend(found)
    recorded, found = read_optional(root, RECORD_FILE)
    record, wrong = make_record(recorded)
    problems.extend((*found, *wrong))
    files.update({path: parsed for path, parsed in ((MOVES_FILE, moved), (RECORD_FILE, recorded)) if parsed})
    synonyms, found = read_synonyms(root)
    problems.extend(found)
    terms, glossary, found = read_glossary(root)
    problems.extend(found)
    files.update({GLOSSARY_FILE: glossary} if glossary else {})
    catalog = Catalog(
        settings=settings,
        entries=MappingProxyType(entries),
        languages=languages,
        topics=table("docs/topics.yml", Topic),
        carriers=table("posters/carriers.yml", Carrier),
        designs=folders("posters/designs", "design.yml", Design),
        brands=folders("posters/brands", "brand.yml", Brand),
        faces=MappingProxyType({name: _make_face(root, name, record) for name, record in fonts.items()}),
        face_records=fonts,
        pictures=tuple(sorted(path.stem for path in (root / "posters/parts/pictures").glob("*.svg"))),
        moves=make_moves(moved),
        record=record,
        synonyms=synonyms,
        terms=terms,
        files=intake.files,
    )
    words, wording, found = read_wording(root)
    problems.extend(found)
    files.update({WORDING_FILE: wording} if wording else {})
    broken = frozenset(problem.path for problem in list_mistakes(problems))
    problems.extend(check_catalog(catalog, files, broken, known))
    problems.extend((*lint_catalog(catalog, words, known), *lint_attachments(root, intake.files, words, beside)))
    return catalog, tuple(problems)


def _read_file(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  thousands are read
        return file.read()


def _make_face(root: Path, name: str, record: FaceRecord) -> Face:
    return Face(name, root / "posters/fonts" / record.file, record.family, record.weight, record.sha256, record.covers)


def _parse_file(root: Path, path: str) -> tuple[Parsed, tuple[Problem, ...]]:
    """Parse a data file; one that is not there, cannot be read or says nothing has a problem and no values."""
    nothing = Parsed(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
    if not (root / path).is_file():
        return nothing, (make_problem(path, (1, 1), "file-missing"),)
    parsed, problems = read_optional(root, path)
    if problems or is_refused(root, path):
        return nothing, problems
    return parsed or nothing, () if parsed else (make_problem(path, (1, 1), "file-empty"),)
