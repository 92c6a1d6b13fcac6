"""The editors' form -> a folder that any server hands out: its pages, Decap CMS as npm has it, faces, a sample of each design."""

from __future__ import annotations

import shutil
from pathlib import Path

from broadside.building import print_site
from broadside.catalog import Catalog
from broadside.checking import check_site
from broadside.forms.backends import make_backend, make_local_backend
from broadside.forms.page import REHEARSED, list_shipped, make_texts
from broadside.sheets import Sheet, Wish, make_sample, plan_slogan

SOURCES = Path(__file__).parents[1] / "form"
"""Our own scripts and styles of the form, and beside them what npm installed."""
SCRIPTS = ("files.js", "form.js", "form.css", "rehearsal.js")
PACKAGES = SOURCES / "node_modules"
DECAP, YAML = "decap-cms/dist", "js-yaml/dist/js-yaml.min.js"
MARK = "settings.en.js"
"""The file by which a folder is known to be a form of ours."""


class NoForm(Exception):  # noqa: N818  it is an answer, not a fault of the program
    """Why there can be no form: a key of ``cli`` in texts/, and the facts of that sentence."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason, self.facts = reason, facts


def write_form(config: Path, folder: Path, *, local: str | None = None, workflow: bool = False) -> Path:
    """Write the form for the site's forge, or for a decap-server at the address ``local``, into ``folder``; returns it.

    What was in the folder goes. Raises :class:`NoForm` where the site names no forge that the form can work with, where npm has not
    installed Decap CMS yet, or where the folder holds something else; ContentMistakes for a site with mistakes.
    """
    catalog, _ = check_site(config)
    editing = catalog.settings.editing
    if not (PACKAGES / DECAP).is_dir() or not (PACKAGES / YAML).is_file():
        raise NoForm("no-decap")
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise NoForm("not-a-form", folder=folder)
    if local is not None:
        backend = make_local_backend(editing.branch if editing else "main", local, workflow=workflow)
    elif editing is None or editing.forge == "gitea":
        raise NoForm("no-forge")
    else:
        backend = make_backend(editing)
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "faces").mkdir(parents=True)
    page = (SOURCES / "page.html").read_text("utf-8")
    for name, text in make_texts(catalog, backend, page, local=local is not None):
        (folder / name).write_text(text, "utf-8", newline="\n")
    for name in SCRIPTS:
        shutil.copyfile(SOURCES / name, folder / name)
    shutil.copytree(PACKAGES / DECAP, folder / "decap", ignore=shutil.ignore_patterns("*.map"))
    shutil.copyfile(PACKAGES / YAML, folder / Path(YAML).name)
    for face in list_shipped(catalog):
        shutil.copyfile(catalog.faces[face].path, folder / "faces" / f"{face}.ttf")
    _place_samples(catalog, folder / "samples")
    return folder


def _place_samples(catalog: Catalog, folder: Path) -> None:
    """Put a picture of each design's sample on the rehearsed carrier into ``folder``; the store has them from the gallery."""
    folder.mkdir()
    sheets: dict[str, Sheet] = {}
    for name in catalog.designs:
        wish = Wish(design=name, carriers=(REHEARSED,), forms=("preview",))
        made, _ = plan_slogan(catalog, make_sample(catalog, name), wish)
        own = [sheet for sheet in made if sheet.language == catalog.language] or made
        sheets |= {name: own[0]} if own else {}
    for name, printed in zip(sheets, print_site(catalog, tuple(sheets.values())), strict=True):
        shutil.copyfile(printed.files["preview"], folder / f"{name}.webp")
