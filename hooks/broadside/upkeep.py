"""A site's content and its editions -> what its store must keep, and the store cleared of the rest."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from broadside.checking import gather_site
from broadside.clock import read_today
from broadside.editions import list_keys
from broadside.pages import fill_shelf
from broadside.pages.assets import list_assets
from broadside.pages.works import list_small_pictures
from broadside.printing import locate_store, open_press, print_all
from broadside.problems import ContentMistakes
from broadside.sheets import list_kit_sheets, plan_samples
from broadside.store import Asking, Cleared, Limits, Tally, clear, keeps_times, list_drafts, list_kept


class NoTimesError(Exception):
    """The file system does not remember when a file was used; ``folder`` is the store's."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


@dataclass(frozen=True)
class State:
    """How large a store is: all that it keeps, what of that an edition records, and drafts that nobody writes any more.

    ``address`` is that of the store elsewhere behind it, if there is one, and ``unsent`` counts the files still to be sent there.
    """

    folder: Path
    all: Tally
    editions: Tally
    drafts: Tally
    address: str
    unsent: int


def list_needed(config: Path) -> frozenset[str]:
    """Return the keys of all that a build of today's content takes from the store; nothing is printed.

    The press is asked for everything, over a store that says it has all and notes the questions: so the two cannot differ.
    Raises :class:`~broadside.problems.ContentMistakes`: of content with mistakes nobody knows what it needs.
    """
    gathered = gather_site(config)
    gathered.raise_mistakes()
    catalog, root = gathered.catalog, gathered.catalog.settings.root
    samples, faults = plan_samples(catalog)
    if faults:
        raise ContentMistakes(faults)
    kits = list_kit_sheets(catalog, gathered.sheets)
    asking = Asking(locate_store(root).root)
    print_all(catalog, (*gathered.sheets, *samples, *kits), press=open_press(catalog, asking))
    list_assets(root, catalog.files, asking)
    tuple(list_small_pictures(fill_shelf(catalog, (), (), {}, read_today()), asking))
    return frozenset(key for key, _ in asking.asked)


def clear_store(config: Path, limits: Limits, *, is_dry: bool = False) -> Cleared:
    """Remove from a site's store what ``limits`` do not let stay; with ``is_dry`` only say what that is.

    Raises :class:`~broadside.problems.ContentMistakes` and :class:`NoTimesError`; nothing is removed then.
    """
    root = config.resolve().parent
    store = locate_store(root).root
    needed, editions = list_needed(config), list_keys(root)
    if not is_dry and store.is_dir() and not keeps_times(store):
        raise NoTimesError(store)
    return clear(store, needed, editions, limits, time.time(), is_dry=is_dry)


def measure_store(config: Path) -> State:
    """Return how large a site's store is; its content is not looked at."""
    root = config.resolve().parent
    store, editions = locate_store(root), list_keys(root)
    files = tuple(list_kept(store.root))
    recorded = Tally.of(each for each in files if each.key in editions)
    drafts = Tally.of(list_drafts(store.root, time.time()))
    address, unsent = (store.remote.address, len(store.remote.list_unsent())) if store.remote else ("", 0)
    return State(store.root, Tally.of(files), recorded, drafts, address, unsent)


@dataclass(frozen=True)
class Pushed:
    """How many files of a store were sent to the one elsewhere at ``address``, how many were there before, how many are left."""

    address: str
    sent: int
    there: int
    left: int


def push_store(config: Path) -> Pushed | None:
    """Send all that a site's store keeps to the one elsewhere, as far as it is not there; returns nothing where there is none."""
    store = locate_store(config.resolve().parent)
    if store.remote is None:
        return None
    there = store.remote.list_there()
    files = [(each.key, Path(each.path).suffix, Path(each.path)) for each in list_kept(store.root)]
    lacking = [each for each in files if each[:2] not in there]
    sent = store.remote.send_all(lacking)
    return Pushed(store.remote.address, sent, len(files) - len(lacking), len(lacking) - sent)
