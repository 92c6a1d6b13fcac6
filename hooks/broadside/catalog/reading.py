"""Read a site's folder: every document and every data file, checked each on its own and then against one another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from broadside.catalog.checking import check_catalog
from broadside.catalog.documents import read_entries
from broadside.catalog.validating import check_values
from broadside.catalog.values import Brand, Carrier, Catalog, Data, Design, FaceRecord, Language, Settings, Topic
from broadside.fonts import Face
from broadside.frontmatter import decode, parse_yaml
from broadside.problems import ContentMistakes, Problem, make_problem

D = TypeVar("D", bound=Data)


def read_catalog(settings: Settings) -> Catalog:
    """Read and check the whole site at ``settings.root``.

    Raises :class:`~broadside.problems.ContentMistakes` with every mistake of every file.
    """
    root = settings.root
    problems: list[Problem] = []

    def table(path: str, model: type[D]) -> Mapping[str, D]:
        records, found = read_table(root, path, model)
        problems.extend(found)
        return MappingProxyType(records)

    def folders(path: str, file: str, model: type[D]) -> Mapping[str, D]:
        records: dict[str, D] = {}
        for folder in sorted(item for item in (root / path).iterdir() if item.is_dir()):
            name = f"{path}/{folder.name}/{file}"
            record, found = read_record(root, name, model)
            problems.extend(found)
            if record is not None:
                records[folder.name] = record
        return MappingProxyType(records)

    languages = table("posters/languages.yml", Language)
    fonts = table("posters/fonts/fonts.yml", FaceRecord)
    missing_fonts = [name for name, record in fonts.items() if not (root / "posters/fonts" / record.file).is_file()]
    problems.extend(make_problem("posters/fonts/fonts.yml", (1, 1), "font-missing", face=name) for name in missing_fonts)
    entries, found = read_entries(root, settings.languages)
    problems.extend(found)
    catalog = Catalog(
        settings=settings,
        entries=MappingProxyType(entries),
        languages=languages,
        topics=table("docs/topics.yml", Topic),
        carriers=table("posters/carriers.yml", Carrier),
        designs=folders("posters/designs", "design.yml", Design),
        brands=folders("posters/brands", "brand.yml", Brand),
        faces=MappingProxyType({name: _make_face(root, name, record) for name, record in fonts.items()}),
        pictures=tuple(sorted(path.stem for path in (root / "posters/parts/pictures").glob("*.svg"))),
    )
    problems.extend(check_catalog(catalog))
    if problems:
        raise ContentMistakes(problems)
    return catalog


def _make_face(root: Path, name: str, record: FaceRecord) -> Face:
    return Face(name, root / "posters/fonts" / record.file, record.family, record.weight, record.sha256, record.covers)


def _parse_file(root: Path, path: str) -> tuple[Any, tuple[Problem, ...]]:
    file = root / path
    if not file.is_file():
        return None, (make_problem(path, (1, 1), "file-missing"),)
    text, problems = decode(path, file.read_bytes())
    if problems:
        return None, problems
    parsed, problems = parse_yaml(path, text)
    return (None if problems else parsed), problems


def read_table(root: Path, path: str, model: type[D]) -> tuple[dict[str, D], tuple[Problem, ...]]:
    """Read a data file whose keys are ids and whose values are records of ``model``."""
    parsed, problems = _parse_file(root, path)
    if parsed is None:
        return {}, problems
    checked = {key: check_values(model, path, parsed, (key,)) for key in parsed.values}
    found = tuple(problem for _, each in checked.values() for problem in each)
    return {key: record for key, (record, _) in checked.items() if record is not None}, found


def read_record(root: Path, path: str, model: type[D]) -> tuple[D | None, tuple[Problem, ...]]:
    """Read a data file that is one record of ``model``."""
    parsed, problems = _parse_file(root, path)
    return (None, problems) if parsed is None else check_values(model, path, parsed)


