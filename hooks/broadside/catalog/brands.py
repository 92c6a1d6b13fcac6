"""The units' records -> what is wrong between them, and with the logos that they name."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from broadside.catalog.data import CARRIERS_FILE, Brand
from broadside.catalog.documents import FILE_NAME
from broadside.catalog.values import Catalog
from broadside.frontmatter import Parsed
from broadside.intake import leaves
from broadside.intake.files import MB, PICTURES
from broadside.intake.pictures import parse_picture
from broadside.intake.svg import check_svg
from broadside.intake.unfit import UnfitFileError
from broadside.problems import Problem, make_problem

LOGO_MAX = MB // 5
"""Our choice: a drawn mark has 2 to 50 kB; of a thousand units a reader's browser loads those in sight."""
FOLDER = "posters/brands"
Unknown = Callable[..., Iterator[Problem]]


def check_brands(catalog: Catalog, files: Mapping[str, Parsed], units: frozenset[str], unknown: Unknown) -> Iterator[Problem]:
    """Report what is wrong with units; ``unknown`` reports a value that is not among the legal ones.

    ``files`` are the data files by path, ``units`` the names of all folders, those with mistakes too.
    """
    groups = dict.fromkeys(carrier.group for carrier in catalog.carriers.values())
    carriers = (*groups, *catalog.carriers)
    brands = os.path.realpath(catalog.settings.root / FOLDER)
    taken: dict[tuple[str, str], str] = {}
    for unit, brand in catalog.brands.items():
        path = f"{FOLDER}/{unit}/brand.yml"
        parsed = files[path]
        if not FILE_NAME.match(unit) or unit == "index":
            yield make_problem(path, (1, 1), "unit-name", name=unit)
        for language, name in brand.name.items():
            other = taken.setdefault((language, " ".join(name.split()).casefold()), unit)
            if other != unit:
                yield make_problem(path, parsed.find(("name", language)), "unit-alike", value=name, other=other)
        for field in ("parent", "under"):
            value = getattr(brand, field)
            if value is not None and (value == unit or value not in units):
                yield from unknown((path, parsed.find((field,))), "unit-unknown", value, units - {unit}, field)
        for index, carrier in enumerate(brand.kit):
            yield from unknown((path, parsed.find(("kit", index))), "carrier-unknown", carrier, carriers, "kit", CARRIERS_FILE)
        yield from _check_logos(catalog.settings.root, brands, unit, brand, parsed)


def _check_logos(root: Path, brands: str, unit: str, brand: Brand, parsed: Parsed) -> Iterator[Problem]:
    """Report a unit's logos that are not there, and those that hold more than a picture."""
    path = f"{FOLDER}/{unit}/brand.yml"
    logos = {field: logo for field in ("logo", "logo_copier") if (logo := getattr(brand, field))}
    for field, logo in logos.items():
        if leaves("", logo):
            yield make_problem(path, parsed.find((field,)), "path-outside", field=field, value=logo)
            continue
        file = Path(os.path.realpath(root / FOLDER / unit / logo))  # a third of the time of Path.resolve
        if not str(file).startswith(brands + os.sep) or not file.is_file():
            yield make_problem(path, parsed.find((field,)), "logo-missing", file=logo, field=field)
        else:
            yield from check_logo(f"{FOLDER}/{posixpath.normpath(f'{unit}/{logo}')}", file)


def check_logo(path: str, file: Path) -> Iterator[Problem]:
    """Report what keeps the logo ``file``, named ``path``, from being printed and shown to everybody."""
    size, ending = file.stat().st_size, posixpath.splitext(path)[1].lower()
    legal: Collection[str] = (".svg", *PICTURES)
    if ending not in legal:
        yield make_problem(path, (1, 1), "logo-kind", ending=ending or posixpath.basename(path), legal=[each[1:] for each in legal])
    elif size > LOGO_MAX:
        yield make_problem(path, (1, 1), "file-large", size=f"{size / MB:.1f}", most=f"{LOGO_MAX / MB:g}")
    elif ending == ".svg":
        yield from check_svg(path, file.read_bytes())
    else:
        try:
            parse_picture(PICTURES[ending], file.read_bytes())
        except UnfitFileError as unfit:
            yield make_problem(path, (1, 1), unfit.rule, **unfit.facts)
