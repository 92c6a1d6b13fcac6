"""What a check found whole -> what the next one need not lay out again.

A key is the hash of all that laying out a document looks at, so a key that is remembered stands for the same answer. Only documents
without any problem are remembered: whatever is wrong is found anew each time.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from broadside.catalog import Catalog, Entry
from broadside.kinds import Blackboard, Slogan
from broadside.marks import FOLDER
from broadside.store import make_key

POSTERS = "posters"
"""The folder that every slogan and blackboard is laid out with."""
BRANDS = "posters/brands"
"""What of them is a document's own: of a thousand units it names one."""
GROUND_FILES = ("mkdocs.yml", "docs/topics.yml")
OWN_OF_CAMPAIGN = frozenset({"key_days", "plan"})
"""What of a campaign's fields is, like its text, on its own papers and pages alone; all others stand on everybody's."""
MEMORY = "whole.txt"


@dataclass(frozen=True)
class Memory:
    """The file that remembers, and the keys in it."""

    file: Path
    known: frozenset[str]

    def keep(self, keys: frozenset[str]) -> None:
        """Remember ``keys`` and nothing else; where that cannot be written the next check only takes longer."""
        if keys == self.known:
            return
        draft = self.file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text("\n".join(sorted(keys)), "ascii")
            draft.replace(self.file)


def read_memory(root: Path) -> Memory:
    """Return what is remembered of the site at ``root``; nothing where there is no such file or it is damaged."""
    file = root / FOLDER / MEMORY
    try:
        return Memory(file, frozenset(file.read_text("ascii").split()))
    except (OSError, ValueError):
        return Memory(file, frozenset())


def hash_ground(catalog: Catalog) -> str:
    """Return one hash of what all documents are laid out with: posters, campaigns, settings, this program and its libraries.

    A file is known by its name, size and times: no program can write one and leave the time of its change (POSIX ``st_ctime``).
    """
    root, libraries = catalog.settings.root, Path(sysconfig.get_path("purelib"))
    files = (*(root / name for name in GROUND_FILES), libraries)
    folders = (root / POSTERS, Path(__file__).parent)
    campaigns = (_describe_campaign(entry) for entry in catalog.of_kind("campaign"))
    return make_key(sys.version, *map(_describe_file, files), hash_files(folders, root / BRANDS), *campaigns)


def _describe_campaign(campaign: Entry) -> str:
    said = [(path, name, value) for path, parsed in campaign.files for name, value in parsed.values.items()]
    return repr([each for each in said if each[1] not in OWN_OF_CAMPAIGN])


def hash_files(folders: Iterable[Path], without: Path | None = None) -> str:
    """Return one hash of the names, sizes and times of all files under ``folders``, and not of those in the folder ``without``."""
    return make_key(*_walk(folders, without))


def _walk(folders: Iterable[Path], without: Path | None) -> Iterator[str]:
    """Yield the state of every file under ``folders`` but one, also behind links, in the order of their names."""
    for folder in folders:
        for place, inner, names in os.walk(folder, followlinks=True):
            inner[:] = sorted(name for name in inner if name != "__pycache__" and Path(place, name) != without)
            yield from (_describe_file(Path(place, name)) for name in sorted(names))


def _describe_file(file: Path) -> str:
    try:
        state = file.stat()
    except OSError:
        return f"{file}: none"
    return f"{file}: {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"


@dataclass(frozen=True)
class Surroundings:
    """What documents are laid out with, beside what their own files say; ``ground`` is the hash of what they share."""

    catalog: Catalog
    ground: str

    @functools.cached_property
    def _brands(self) -> Mapping[str, str]:
        """What each unit's brand says."""
        return {name: repr(brand) for name, brand in self.catalog.brands.items()}

    def name(self, entry: Entry) -> str:
        """Return the key of a document's photograph or its articles, its unit, and the ground."""
        catalog, fields, more = self.catalog, entry.fields, list[str]()
        unit = getattr(fields, "unit", None) or catalog.settings.unit
        brands = self._brands.values() if entry.kind == "report" else [self._brands[unit]]  # a report names all that did something
        if isinstance(fields, Blackboard):
            more = [part for column in fields.columns for part in catalog.entries[column.article].list_words()]
        elif isinstance(fields, Slogan) and fields.photo:
            more = [_describe_file(catalog.settings.root / "slogans" / fields.photo.file)]
        return make_key(self.ground, *brands, *more)


def name_state(around: Surroundings, entry: Entry) -> str:
    """Return the key of a document and its surroundings: the same key, the same layout."""
    return make_key(around.name(entry), *entry.list_words())


def name_notes(catalog: Catalog, ground: str) -> str:
    """Return the key of the smaller texts of all sheets: the slogans' figures, the units' names, and the ground."""
    figures = (str(getattr(entry.fields, "figure", "")) for entry in catalog.of_kind("slogan"))
    names = repr([dict(brand.name) for brand in catalog.brands.values()])
    return make_key("notes", ground, names, *figures)
