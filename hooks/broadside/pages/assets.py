"""The files that stand beside documents -> what of them is published, and what is left out."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from broadside.catalog.links import NEVER_PUBLISHED
from broadside.intake import read_picture
from broadside.recalling import Recall, know_files
from broadside.store import Store, make_key


@dataclass(frozen=True)
class Asset:
    """A file that is published: where its bytes lie, and the names of what was left out of them."""

    file: Path
    removed: tuple[str, ...] = ()


def list_assets(root: Path, files: Iterable[str], store: Store, known: Recall | None = None) -> Mapping[str, Asset]:
    """Return what is published of ``files``, those that were checked, by address: what lies under ``docs/``.

    A telephone writes into a photograph where it was taken, and with what: a picture is put together again of the parts that
    draw it, in the store, and the editor's own file stays as it is.
    """
    assets: dict[str, Asset] = {}
    beside = know_files(root, known)
    for path in files:
        address = path.removeprefix("docs/")
        if address != path and not path.endswith(NEVER_PUBLISHED):
            find = functools.partial(_find_asset, root, path, store)
            asset = beside.ask("asset", f"{root}/{path}", find, store.root)
            assets[address] = asset if asset.file.exists() else find()  # the store may have been cleared
    return MappingProxyType(assets)


def _find_asset(root: Path, path: str, store: Store) -> Asset:
    picture = read_picture(root, path)
    if picture is None or not picture.removed:
        return Asset(root / path)
    key, make = make_key("picture", picture.data), functools.partial(bytes, picture.data)
    return Asset(store.get_or_make(key, Path(path).suffix.lower(), make), picture.removed)
