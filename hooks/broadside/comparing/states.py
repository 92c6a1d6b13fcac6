"""A site as it was and as it is, on the disk -> all that a reviewer is shown of the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from broadside.catalog import Catalog, read_settings
from broadside.catalog.reading import gather_catalog
from broadside.checking import check_site
from broadside.comparing.documents import DocumentChange, compare_documents
from broadside.comparing.sheets import Pair, find_looks, pair_sheets
from broadside.intake import read_intake
from broadside.intake.files import MARKDOWN, PICTURES
from broadside.intake.names import show_name
from broadside.press.comparing import Compared, compare_pictures
from broadside.press.photos import UnreadablePhotoError
from broadside.press.printed import Printed
from broadside.press.running import Press
from broadside.problems import Problem, list_mistakes
from broadside.sheets import Sheet, plan_sheets
from broadside.store import Store

SHEETS_MOST = 40
"""Our choice: pairs of sheets that are drawn; with three pictures each of some 25 kB the page stays under 5 MB."""
PICTURES_MOST = 20
"""Our choice, as above: pictures of documents."""
Status = Literal["added", "changed", "deleted"]


@dataclass(frozen=True)
class Shown:
    """A pair of sheets with its pictures; ``is_faint``: its words could not be told from their ground, so that side has none."""

    pair: Pair
    compared: Compared | None
    is_faint: bool = False


@dataclass(frozen=True)
class FileDifference:
    """A file that is no document, such as a picture, a list or a design; ``compared`` are its pictures where it is one."""

    path: str
    status: Status
    compared: Compared | None = None


@dataclass(frozen=True)
class Comparison:
    """All that differs. ``more`` pairs of sheets differ and are not drawn; ``mistakes`` are those of the site as it was.

    Where there are such mistakes, its sheets are not known, and none are compared.
    """

    catalog: Catalog
    documents: tuple[DocumentChange, ...]
    shown: tuple[Shown, ...]
    more: tuple[Pair, ...]
    files: tuple[FileDifference, ...]
    mistakes: tuple[Problem, ...]


def compare_sites(config: Path, was: Path, store: Store, language: str) -> Comparison:
    """Compare the site of the configuration ``config`` with what it was: ``was`` is the configuration in another folder.

    The code is this one for both; designs, carriers and brands are each site's own. Sheets that differ are printed into ``store``.
    Raises :class:`~broadside.problems.ContentMistakes` for mistakes of the site as it is.
    """
    after, sheets = check_site(config)
    before, problems = gather_catalog(read_settings(was))
    mistakes: Sequence[Problem] = list_mistakes(problems)
    documents = compare_documents(before, after, language)
    old_sheets: Sequence[Sheet] = ()
    if not mistakes:
        old_sheets, mistakes = plan_sheets(before)
    renamed = {
        change.was.removeprefix("slogans/"): change.id.removeprefix("slogans/")
        for change in documents
        if change.was and change.kind == "slogan"
    }
    shown: tuple[Shown, ...] = ()
    more: tuple[Pair, ...] = ()
    if not mistakes:
        shown, more = _compare_sheets(before, after, find_looks(old_sheets, renamed), find_looks(sheets, {}), store)
    files = tuple(compare_files(before.settings.root, after.settings.root))
    return Comparison(after, documents, shown, more, files, tuple(mistakes))


def _compare_sheets(
    before: Catalog,
    after: Catalog,
    old: Mapping[tuple[str, str, str], Sheet],
    new: Mapping[tuple[str, str, str], Sheet],
    store: Store,
) -> tuple[tuple[Shown, ...], tuple[Pair, ...]]:
    """Return the pairs that differ, with their pictures, and those past the limit."""
    with _open_press(before, store) as then, _open_press(after, store) as now:
        pairs = pair_sheets(old, new, lambda sheet: then.find_key(sheet, "preview"), lambda sheet: now.find_key(sheet, "preview"))
        drawn = pairs[:SHEETS_MOST]
        olds = _print(then.print_sheets, [pair.before for pair in drawn])
        news = _print(now.print_sheets, [pair.after for pair in drawn])
    shown = tuple(_show(pair, was, item) for pair, was, item in zip(drawn, olds, news, strict=True))
    return shown, pairs[SHEETS_MOST:]


def _open_press(catalog: Catalog, store: Store) -> Press:
    root = catalog.settings.root
    return Press(root / "posters", root / "slogans", store)


def _print(press: Callable[[Sequence[Sheet]], tuple[Printed, ...]], sheets: Sequence[Sheet | None]) -> Iterator[Printed | None]:
    """Yield the printed sheets, in their order, and None where there is none."""
    printed = iter(press([sheet for sheet in sheets if sheet]))
    return (next(printed) if sheet else None for sheet in sheets)


def _show(pair: Pair, was: Printed | None, now: Printed | None) -> Shown:
    files = [item.files["preview"] if item and item.faint is None else None for item in (was, now)]
    is_faint = any(item is not None and item.faint is not None for item in (was, now))
    return Shown(pair, compare_pictures(*files) if any(files) else None, is_faint)


def name_status(was: object | None, now: object | None) -> Status:
    """Say what became of something by what it was and what it is, each None where there was or is none."""
    return "added" if was is None else "deleted" if now is None else "changed"


def compare_files(before: Path, after: Path) -> Iterator[FileDifference]:
    """Yield what differs between two sites' folders besides documents: what stands beside these, posters, and the configuration."""
    old, new = _list_files(before), _list_files(after)
    left = PICTURES_MOST
    for path in sorted({*old, *new}):
        was, now = old.get(path), new.get(path)
        if was and now and was.read_bytes() == now.read_bytes():
            continue
        status = name_status(was, now)
        compared: Compared | None = None
        if left and path.startswith(("docs/", "slogans/")) and Path(path).suffix in PICTURES:
            left -= 1
            try:
                compared = compare_pictures(was, now)
            except UnreadablePhotoError:
                compared = None
        yield FileDifference(show_name(path), status, compared)


def _list_files(root: Path) -> dict[str, Path]:
    """Return a site's files, but for its documents and what is made from it, by path."""
    content: Iterable[str] = (path for path in read_intake(root).files if not MARKDOWN.search(path))
    posters = (path.relative_to(root).as_posix() for path in (root / "posters").rglob("*") if path.is_file())
    return {path: root / path for path in (*content, *posters, "mkdocs.yml") if (root / path).is_file()}
