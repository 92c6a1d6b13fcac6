"""The folders that templates are in, as they are now -> the bench: all that the engine may read, here or on another machine."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

from broadside.store import Store, make_key

FOLDERS, LOGOS = ("designs", "parts", "papers"), "brands"


def lay_bench(posters: Path, bench: Path, store: Store) -> None:
    """Copy what templates are made of from ``posters`` to the folder ``bench``, and show there what the store has.

    What somebody saves while the press runs must not be kept under the key of what was there before.
    """
    for name in FOLDERS:
        if (posters / name).is_dir():
            shutil.copytree(posters / name, bench / name)
    _show_store(bench, store)


def bring_logo(posters: Path, bench: Path, file: str) -> str:
    """Put a logo on the bench and return its hash: of a thousand units' those alone that stand on what is asked for."""
    data, place = (posters / LOGOS / file).read_bytes(), bench / LOGOS / file
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return make_key(data)


def pack_bench(bench: Path) -> bytes:
    """Return a bench as an archive, with the logos that were brought, without the store."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in (*FOLDERS, LOGOS):
            for file in sorted(path for path in (bench / name).rglob("*") if path.is_file()):
                # By its name alone it has a fixed date: the same bench is the same archive.
                named = zipfile.ZipInfo(file.relative_to(bench).as_posix())
                archive.writestr(named, file.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def unpack_bench(packed: Path, bench: Path, store: Store) -> None:
    """Lay a packed bench into the folder ``bench``, and show there what the store has."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(bench)
    _show_store(bench, store)


def _show_store(bench: Path, store: Store) -> None:
    """Let the engine read photographs where the press keeps them; it reads nothing outside its root."""
    store.root.mkdir(parents=True, exist_ok=True)
    (bench / "store").symlink_to(store.root.resolve())
