"""A size and a seed -> the folder of a realistic bilingual site: ``python -m bench.material --documents 5000 --to FOLDER``.

Run it with ``PYTHONPATH=hooks:tests`` from the repository. The size counts Markdown files, which is what a stock generator builds
pages of: 5,000 are 2,500 documents in English with their translations.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.planning import plan_drafts
from bench.vocabulary import read_vocabulary
from bench.writing import Writer

ROOT = Path(__file__).resolve().parents[2]
DATA = ("topics.yml", "synonyms.yml", "wording.yml")
SEED = 7
"""Our choice: that of the figures in docs/contributing/performance.md."""
MOVED_EVERY = 50
"""Our choice: one document of so many has been at another address before."""


@dataclass(frozen=True)
class Made:
    """What a folder of material holds: documents, their translations, and slogans beside them, each a Markdown file."""

    folder: Path
    originals: int
    translations: int
    slogans: int

    @property
    def config(self) -> Path:
        """The site's configuration."""
        return self.folder / "mkdocs.yml"


def make_material(
    folder: Path,
    documents: int,
    seed: int = SEED,
    *,
    translated: float = 1.0,
    slogans: int | None = None,
    carriers: int | None = None,
) -> Made:
    """Write a site of ``documents`` Markdown files into ``folder``, which must be empty or not there.

    ``translated`` is the share of the documents that have a translation. Slogans are among the files by a share, or, where
    ``slogans`` is given, as many as it says beside them, untranslated but for their words; ``carriers`` is how many each names.
    The same arguments write the same bytes. Raises ``ValueError`` for a size that cannot be made.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder} is not empty.")
    vocabulary = read_vocabulary()
    originals = documents - round(documents * translated / (1 + translated))
    drafts = plan_drafts(vocabulary, originals, seed, slogans=slogans)
    writer = Writer(vocabulary, drafts, seed, carriers)
    _lay_house(folder)
    for number, draft in enumerate(drafts):
        english, chinese = writer.write(draft)
        _write(folder / f"{draft.path}.md", english)
        if number < documents - originals:
            _write(folder / f"{draft.path}.zh.md", chinese)
    moved = [draft for draft in drafts[::MOVED_EVERY] if draft.kind == "knowledge"]
    _write(folder / "docs/redirects.yml", "".join(f"archive/{draft.id}: {draft.id}\n" for draft in moved))
    return Made(folder, originals, documents - originals, slogans or 0)


def _lay_house(folder: Path) -> None:
    """Lay out all that a site has besides its documents: this repository's posters, configuration, program and lists."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "posters", folder / "posters")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(ROOT / "hooks")
    for name in DATA:
        (folder / "docs").mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs" / name, folder / "docs")
    glossary = (ROOT / "docs/glossary.yml").read_text("utf-8")
    _write(folder / "docs/glossary.yml", re.sub(r"^  see: .*\n", "", glossary, flags=re.MULTILINE))  # they are not here


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the material that the command line asks for, and say what it is."""
    parser = argparse.ArgumentParser(prog="python -m bench.material", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, required=True, help="how many Markdown files of documents, translations included")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--translated", type=float, default=1.0, metavar="SHARE", help="share of documents with a translation")
    parser.add_argument("--slogans", type=int, metavar="K", help="so many slogans beside the documents, 0 for none")
    parser.add_argument("--carriers", type=int, metavar="N", help="how many carriers each slogan names")
    asked = parser.parse_args(arguments)
    try:
        made = make_material(
            asked.to,
            asked.documents,
            asked.seed,
            translated=asked.translated,
            slogans=asked.slogans,
            carriers=asked.carriers,
        )
    except ValueError as error:
        parser.error(str(error))
    sys.stdout.write(f"{made.folder}: {made.originals} documents and {made.translations} translations")
    sys.stdout.write(f", {made.slogans} slogans beside them\n" if made.slogans else "\n")


if __name__ == "__main__":
    main()
