"""A site -> its files in the site's folder, beside the pages that the generator writes, and none of an earlier build."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from broadside.building import Site, locate_store
from broadside.marks import Mark, make_mark, read_clock, read_marks
from broadside.pages.finding import make_site_index
from broadside.pages.unseen import write_worker
from broadside.search import Extract, KeptIndex

T = TypeVar("T")
WORKER = "sw.js"
"""What does not name a build, for the name is written into it."""
MAP, MAP_PACKED = "sitemap.xml", "sitemap.xml.gz"


@dataclass(frozen=True)
class Placed:
    """What stands in the site's folder after a build, by address; the next one of the same preview writes what is another.

    ``hashes`` are of all files, each with its mark; ``links`` say which kept file a linked one is; ``index`` is what the search
    index left and ``folder`` where it lies.
    """

    hashes: Mapping[str, tuple[Mark, bytes]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    index: KeptIndex | None = None
    folder: str = ""


NOTHING = Placed()


@dataclass(frozen=True)
class Folder:
    """A site's folder while a build is put into it, its files by address.

    ``found`` are all that are there, ``standing`` those of them that are as the build before left them, with their digests;
    ``linked`` say which kept file each linked one is. ``put`` are those of this build, ``links`` the kept ones among them.
    """

    root: Path
    found: dict[str, Mark]
    standing: dict[str, bytes]
    linked: Mapping[str, str] = field(default_factory=dict)
    put: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    parents: set[str] = field(default_factory=set)

    def write(self, address: str, data: bytes) -> None:
        """Let a file say ``data``."""
        self.put[address] = digest = hashlib.sha256(data).digest()
        if self.standing.get(address) == digest:
            return
        # One that we wrote may be written over, which is half as dear; any other may be a kept file under a second name.
        is_ours = address in self.standing and address not in self.linked
        path = f"{self.root}/{address}" if is_ours else self._make_room(address)
        with open(path, "wb" if is_ours else "xb") as file:  # noqa: PTH123  thousands are written
            file.write(data)
        self.found[address] = make_mark(os.stat(path))  # noqa: PTH116  as above

    def link(self, address: str, kept: str) -> None:
        """Put a kept file there: as a link where both are on one disk, else as a copy."""
        path = self._make_room(address)
        try:
            os.link(kept, path)
        except OSError:
            shutil.copyfile(kept, path)
        self.found[address] = make_mark(os.stat(path))  # noqa: PTH116  as above

    def _make_room(self, address: str) -> str:
        path, parent = f"{self.root}/{address}", address.rpartition("/")[0]
        if parent not in self.parents:
            os.makedirs(f"{self.root}/{parent}", exist_ok=True)  # noqa: PTH103  as above
            self.parents.add(parent)
        if address in self.found:
            os.unlink(path)  # noqa: PTH108  as above
        return path


def place_site(
    site: Site,
    extracts: Iterable[Extract],
    root: Path,
    since_ns: int = 0,
    confirmed: AbstractSet[str] = frozenset(),
    before: Placed = NOTHING,
) -> Placed:
    """Put all that a site has beside its pages into the folder ``root``, and name the build there; returns what stands then.

    With ``since_ns`` what was last written before, and whose address is not ``confirmed``, is of an earlier build and goes.
    ``before`` spares work and changes nothing: what does not stand as it says is written anew.
    """
    folder = open_folder(root, before)
    place_files(site, folder)
    place_map(site.sitemap.encode(), folder)
    left = place_index(site, tuple(extracts), folder, before)  # last: it needs the most memory
    if since_ns:
        remove_stale(folder, since_ns, confirmed)
    clock_ns = read_clock(root)
    digests = hash_files(folder)
    name_build(site, digests, root)
    # What was written at this tick of the clock could be written once more and look the same.
    sure = {name: (mark, digests[name]) for name, mark in folder.found.items() if name in digests and mark.last_ns < clock_ns}
    return Placed(sure, folder.links, *left)


def open_folder(root: Path, before: Placed = NOTHING) -> Folder:
    """Look at a site's folder as ``before`` left it, and others may have changed it."""
    found = read_marks(root)
    standing = {name: digest for name, (mark, digest) in before.hashes.items() if found.get(name) == mark}
    return Folder(root, found, standing, before.links)


def place_index(site: Site, extracts: Sequence[Extract], folder: Folder, before: Placed = NOTHING) -> tuple[KeptIndex, str]:
    """Write the search index of the site's pages, given as what it keeps of each: of one that stands, only what changed.

    Returns what it leaves, and where it lies.
    """
    kept = before.index
    if kept is not None and not folder.standing.keys() >= _list_index(kept, before.folder).keys():
        kept = None
    index = make_site_index(site.shelf, extracts, kept)
    if kept is not None and index.folder != before.folder and not _move(folder, before.folder, index.folder):
        index = make_site_index(site.shelf, extracts)
    folder.put.update(_list_index(index.kept, index.folder))
    for address, data in index.files.items():
        folder.write(address, data)
    return index.kept, index.folder


def _list_index(kept: KeptIndex, folder: str) -> Mapping[str, bytes]:
    """Return the digests of the files in an index's folder, by their addresses."""
    return {f"{folder}{name}.js": digest for name, digest in kept.digests.items()}


def _move(folder: Folder, old: str, new: str) -> bool:
    """Give a folder of the site's folder another name; says whether that could be."""
    try:
        (folder.root / old).rename(folder.root / new)
    except OSError:
        return False
    _follow(folder.found, old, new)
    _follow(folder.standing, old, new)
    return True


def _follow(known: dict[str, T], old: str, new: str) -> None:
    for address in [address for address in known if address.startswith(old)]:
        known[new + address.removeprefix(old)] = known.pop(address)


def place_files(site: Site, folder: Folder) -> None:
    """Write the site's files of text, and put its printed files there.

    What lies in the store never changes, so it is linked once, and is read-only: nobody changes a kept sheet through the site.
    """
    for made in site.list_texts():
        folder.write(made.address, made.text.encode())  # a calendar's lines have ends of their own
    store = f"{locate_store(site.catalog.settings.root).root}{os.sep}"
    for each in site.files:
        file = str(each.file)
        if not file.startswith(store):
            folder.write(each.address, each.file.read_bytes())
            continue
        folder.links[each.address] = file
        folder.put[each.address] = each.file.name.encode()
        if folder.linked.get(each.address) != file or each.address not in folder.found:
            folder.link(each.address, file)


def place_map(data: bytes, folder: Folder) -> None:
    """Write the map of the site, and packed as crawlers like it; RFC 1952's time of packing (2.3.1, MTIME) is left open."""
    stood = folder.standing.get(MAP)
    folder.write(MAP, data)
    if MAP_PACKED in folder.standing and folder.put[MAP] == stood:
        folder.put[MAP_PACKED] = folder.standing[MAP_PACKED]
    else:
        folder.write(MAP_PACKED, gzip.compress(data, mtime=0))


def remove_stale(folder: Folder, since_ns: int, confirmed: AbstractSet[str]) -> None:
    """Remove each file that was last touched before ``since_ns`` and is neither of this build nor ``confirmed``."""
    here = folder.put.keys() | confirmed
    stale = [name for name, mark in folder.found.items() if mark.last_ns < since_ns and name not in here]
    for name in stale:
        del folder.found[name]
        (folder.root / name).unlink()
    for place in sorted({parent for name in stale for parent in (folder.root / name).parents}, reverse=True):
        if place.is_relative_to(folder.root) and not any(place.iterdir()):
            place.rmdir()


def hash_files(folder: Folder) -> dict[str, bytes]:
    """Return the digest of every file that names the build: of a sheet its name in the store, which stands for its bytes."""
    return {
        name: folder.put.get(name) or folder.standing.get(name) or hashlib.sha256((folder.root / name).read_bytes()).digest()
        for name in folder.found
        if name != WORKER
    }


def name_build(site: Site, digests: Mapping[str, bytes], root: Path) -> None:
    """Tell the worker that keeps visited pages which build it belongs to: the hash of every file of the site."""
    named = hashlib.sha256(b"".join(name.encode() + b"\0" + digests[name] for name in sorted(digests)))
    worker = root / WORKER
    worker.write_text(write_worker(site.shelf, worker.read_text("utf-8"), named.hexdigest()[:16]), "utf-8")
