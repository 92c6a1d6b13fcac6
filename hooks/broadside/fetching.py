"""Records of faces that are not shipped -> their font files, each checked against its recorded hash, under posters/fonts.

The files come from packages of npm, fetched by the reader's own ``npm`` under the reader's own settings: a company's mirror, its
proxy, its credentials. A font that is there stays there; after that nothing needs a network.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
import subprocess
import tarfile
import tempfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from broadside.catalog import FaceRecord, read_catalog, read_settings
from broadside.texts import LANGUAGES, read_texts

LICENCE, LICENCE_HERE = "LICENSE_FONT", "OFL.txt"
"""The licence's file in the packages, and beside our fonts."""

SIZE_MAX = 64 * 1024 * 1024
"""Bytes of one font at most, our choice: the largest of the Noto fonts for Chinese are a quarter of it."""

TOP = "package"
"""The folder that holds everything in a package (docs.npmjs.com, npm-pack)."""

Run = Callable[[Sequence[str], Path], None]
"""Runs a command in a folder; raises :class:`NotFetched`."""


class NotFetched(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """A font that could not be fetched: why (a key of ``fetching`` in texts/), and the facts of that sentence."""

    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason, facts)
        self.reason, self.facts = reason, facts

    def say(self, language: str = LANGUAGES[0]) -> str:
        """Write what is wrong and how to mend it."""
        return str(read_texts(language)["fetching"][self.reason]).format(**self.facts)

    def __str__(self) -> str:
        return self.say()


def run_npm(arguments: Sequence[str], folder: Path) -> None:
    """Run npm with ``arguments`` in ``folder``; raises :class:`NotFetched` where there is no npm, or it does not succeed."""
    npm = shutil.which("npm")
    if npm is None:
        raise NotFetched("no-npm")
    done = subprocess.run([npm, *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603  of fonts.yml
    if done.returncode:
        output = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise NotFetched("npm-failed", package=arguments[-1], output=output)


def is_here(record: FaceRecord, folder: Path) -> bool:
    """Say whether the file of a face is in ``folder`` and is the one that was recorded."""
    file = folder / record.file
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == record.sha256


def fetch_faces(records: Mapping[str, FaceRecord], folder: Path, run: Run = run_npm) -> tuple[str, ...]:
    """Fetch those of ``records`` that are not in ``folder`` (posters/fonts); returns their names, in order.

    Each package is fetched once. A font is put in its place whole, after its hash is checked, and with its licence beside it.
    Raises :class:`NotFetched` at the first that cannot be fetched; what was put there before is good and stays.
    """
    lacking: dict[str, list[str]] = {}
    for name, record in records.items():
        if record.fetch is not None and not is_here(record, folder):
            lacking.setdefault(f"{record.fetch.package}@{record.fetch.version}", []).append(name)
    for package, names in lacking.items():
        with tempfile.TemporaryDirectory(prefix="broadside-fonts-") as temporary:
            run(["pack", "--silent", "--ignore-scripts", "--", package], Path(temporary))
            packed = next(Path(temporary).glob("*.tgz"), None)
            if packed is None:
                raise NotFetched("npm-failed", package=package, output="")
            for name in names:
                _unpack(packed, package, name, records[name], folder)
    return tuple(itertools.chain.from_iterable(lacking.values()))


def fetch_languages(config: Path, languages: Sequence[str]) -> tuple[str, ...]:
    """Fetch the faces that words in ``languages`` need (in all of the site's where none is named); returns their names.

    Raises :class:`NotFetched`, and :class:`~broadside.problems.ContentMistakes` for a site with mistakes.
    """
    catalog = read_catalog(read_settings(config))
    needed = {
        face: catalog.face_records[face]
        for code, language in catalog.languages.items()
        if not languages or code in languages
        for faces in language.faces.values()
        for face in faces
    }
    unknown = [code for code in languages if code not in catalog.languages]
    if unknown:
        raise NotFetched("no-language", languages=", ".join(unknown), legal=", ".join(catalog.languages))
    return fetch_faces(needed, catalog.settings.root / "posters/fonts")


def _unpack(packed: Path, package: str, name: str, record: FaceRecord, folder: Path) -> None:
    """Put one face and its licence from a package into ``folder``; nothing else is taken out, and no name in it is followed."""
    place = folder / record.file
    if record.fetch is None or not place.resolve().is_relative_to(folder.resolve()):
        raise NotFetched("outside", face=name, file=record.file)
    try:
        with tarfile.open(packed, "r:gz") as archive:
            font = _read_member(archive, package, record.fetch.file)
            licence = _read_member(archive, package, LICENCE)
    except (tarfile.TarError, EOFError, OSError, zlib.error) as error:
        raise NotFetched("not-a-package", package=package) from error
    found = hashlib.sha256(font).hexdigest()
    if found != record.sha256:
        raise NotFetched("wrong-hash", face=name, package=package, file=record.fetch.file, wanted=record.sha256, found=found)
    place.parent.mkdir(parents=True, exist_ok=True)
    if not (place.parent / LICENCE_HERE).exists():
        _write_whole(place.parent / LICENCE_HERE, licence)
    _write_whole(place, font)


def _read_member(archive: tarfile.TarFile, package: str, file: str) -> bytes:
    """Read one plain file of a package; raises :class:`NotFetched` where there is none, or it is no plain file or too large."""
    try:
        member = archive.getmember(f"{TOP}/{file}")
    except KeyError:
        raise NotFetched("no-file", package=package, file=file) from None
    content = archive.extractfile(member) if member.isreg() and member.size <= SIZE_MAX else None
    if content is None:
        raise NotFetched("no-file", package=package, file=file)
    return content.read()


def _write_whole(place: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".fetched-", delete=False) as file:
        file.write(content)
    try:
        Path(file.name).chmod(0o644)
        os.replace(file.name, place)  # noqa: PTH105  the name of the function that is atomic
    except OSError:
        Path(file.name).unlink()
        raise
