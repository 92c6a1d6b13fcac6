"""Edits at random -> the site of a live preview beside that of a clean build: ``python -m built.rebuilding --sequences 200``.

Each sequence copies the repository's site, edits, renames, adds and deletes in it, builds after each step as ``mkdocs serve``
does, and at its end compares every file with those of a clean build. A step after which content has mistakes is taken back: the
preview shows the message and the last good site, and so must go on from there.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from broadside.marks import FOLDER
from built.building import copy_site

STEPS = 6
WORDS = ("zebra", "ladder", "雨季", "安全帽", "permit", "harness", "通风", "night shift")


@dataclass
class Desk:
    """A copy of the site that is worked on, and chance."""

    root: Path
    chance: random.Random

    def list_documents(self, folder: str = "docs") -> list[Path]:
        """Return the documents of a folder, translations too, in order."""
        return sorted(path for path in (self.root / folder).rglob("*.md") if path.is_file())

    def choose(self, folder: str = "docs") -> Path:
        """Return a document."""
        return self.chance.choice(self.list_documents(folder))

    def say(self) -> str:
        """Return some words."""
        return " ".join(self.chance.choices(WORDS, k=4)) + f" {self.chance.randrange(1000)}"


def add_words(desk: Desk) -> None:
    """Write a paragraph at the end of a document."""
    path = desk.choose(desk.chance.choice(("docs", "docs/knowledge", "docs/lessons", "docs/notices", "slogans")))
    path.write_text(path.read_text("utf-8").rstrip() + f"\n\n{desk.say()}.\n", "utf-8")


def add_heading(desk: Desk) -> None:
    """Write a section at the end of a document."""
    path = desk.choose("docs/knowledge")
    path.write_text(path.read_text("utf-8").rstrip() + f"\n\n## {desk.say()}\n\n{desk.say()}\n", "utf-8")


def change_title(desk: Desk) -> None:
    """Give a document another title: it stands in lists, in cards and in menus."""
    path = desk.choose()
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join(f"title: {desk.say()}" if line.startswith("title:") else line for line in lines), "utf-8")


def change_topics(desk: Desk) -> None:
    """Give a document other topics: what is offered beside others changes."""
    path = desk.choose(desk.chance.choice(("docs/knowledge", "docs/lessons", "slogans")))
    topics = desk.chance.choice(("[ppe]", "[fire]", "[electrical, height]"))
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join(f"topics: {topics}" if line.startswith("topics:") else line for line in lines), "utf-8")


def delete(desk: Desk) -> None:
    """Delete a document, or one translation."""
    desk.choose().unlink()


def delete_whole(desk: Desk) -> None:
    """Delete a document and its translations."""
    path = desk.choose(desk.chance.choice(("docs/knowledge", "docs/lessons", "docs/notices", "docs/activities", "slogans")))
    for each in path.parent.glob(f"{path.name.split('.')[0]}.*md"):
        each.unlink()


def rename(desk: Desk) -> None:
    """Give a document and its translations another name."""
    path = desk.choose(desk.chance.choice(("docs/knowledge", "docs/lessons", "docs/notices", "slogans")))
    stem = path.name.split(".")[0]
    for each in path.parent.glob(f"{stem}.*md"):
        each.rename(each.with_name(each.name.replace(stem, f"{stem}-anew", 1)))


def copy(desk: Desk) -> None:
    """Begin a document as a copy of another."""
    path = desk.choose(desk.chance.choice(("docs/knowledge", "docs/lessons", "docs/notices", "docs/faq", "slogans")))
    stem = path.name.split(".")[0]
    for each in path.parent.glob(f"{stem}.*md"):
        shutil.copy(each, each.with_name(each.name.replace(stem, f"{stem}-{desk.chance.randrange(100)}", 1)))


def list_files(desk: Desk) -> list[Path]:
    """Return what lies beside documents and is no document: pictures, attachments."""
    return sorted(path for path in (desk.root / "docs").rglob("*.*") if path.is_file() and path.suffix not in {".md", ".yml"})


def add_file(desk: Desk) -> None:
    """Lay another picture or attachment beside a document."""
    path = desk.chance.choice(list_files(desk))
    shutil.copy(path, path.with_name(f"another-{desk.chance.randrange(100)}{path.suffix}"))


def change_file(desk: Desk) -> None:
    """Let a picture or an attachment hold what another of its kind holds."""
    path = desk.chance.choice(list_files(desk))
    path.write_bytes(desk.chance.choice([each for each in list_files(desk) if each.suffix == path.suffix]).read_bytes())


def delete_file(desk: Desk) -> None:
    """Delete a picture or an attachment."""
    desk.chance.choice(list_files(desk)).unlink()


def change_term(desk: Desk) -> None:
    """Explain a term of the glossary otherwise: it is marked in many texts."""
    path = desk.root / "docs/glossary.yml"
    text = path.read_text("utf-8")
    places = [at for at in range(len(text)) if text.startswith("says:", at)]
    if places:
        at = text.index("en: ", desk.chance.choice(places)) + len("en: ")
        path.write_text(text[:at] + f"{desk.say()}, " + text[at:], "utf-8")


def change_campaign(desk: Desk) -> None:
    """Write in a campaign's text, or give a task of its plan other words: other pages show its title, its days, its looks."""
    path = desk.choose("docs/campaigns")
    text = path.read_text("utf-8")
    if "task: " in text and desk.chance.random() < 1 / 2:
        at = text.index("task: ") + len("task: ")
        path.write_text(f"{text[:at]}{desk.say()} {text[at:]}", "utf-8")
    else:
        path.write_text(f"{text.rstrip()}\n\n{desk.say()}.\n", "utf-8")


def change_nothing(desk: Desk) -> None:
    """Save a document as it is."""
    path = desk.choose()
    path.write_text(path.read_text("utf-8"), "utf-8")


EDITS: Sequence[Callable[[Desk], None]] = (
    add_words,
    add_words,
    add_heading,
    change_title,
    change_title,
    change_topics,
    delete,
    delete_whole,
    rename,
    copy,
    change_term,
    add_file,
    change_file,
    delete_file,
    change_campaign,
    change_nothing,
)


def preview(config: Path, target: Path, *, begins: bool = False) -> bool:
    """Build as the live preview does; says whether the content was without mistakes."""
    loaded = load_config(str(config), site_dir=str(target))
    if begins:
        loaded.plugins.on_startup(command="serve", dirty=False)
    try:
        build(loaded)
    except Abort:
        return False
    return True


def build_clean(config: Path, target: Path) -> None:
    """Build as on the first day."""
    loaded = load_config(str(config), site_dir=str(target))
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)


def compare(one: Path, other: Path) -> Iterator[str]:
    """Yield each file that only one of two sites has, or that differs."""
    found = [{path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} for site in (one, other)]
    yield from (f"{name}: in one alone" for name in sorted(found[0] ^ found[1]))
    for name in sorted(found[0] & found[1]):
        if (one / name).read_bytes() != (other / name).read_bytes():
            yield f"{name}: differs"


def run(seed: int, folder: Path, steps: int = STEPS) -> tuple[list[str], list[str]]:
    """Work through one sequence in ``folder``; returns what was done, and how its site differs from that of a clean build."""
    root, target = folder / "site", folder / "preview"
    root.mkdir(parents=True)
    config = copy_site(root, ("hard-hat", "life-first", "test-the-air"))
    (root / FOLDER).mkdir()  # where it is, what was found out about pictures is kept
    desk, done = Desk(root, random.Random(seed)), list[str]()  # noqa: S311  no secret
    preview(config, target, begins=True)
    for _ in range(steps):
        edit = desk.chance.choice(EDITS)
        saved = folder / "saved"
        shutil.copytree(root, saved, symlinks=True)
        edit(desk)
        holds = preview(config, target)
        done.append(edit.__name__ + ("" if holds else " (taken back)"))
        if not holds:
            shutil.rmtree(root)
            saved.rename(root)
        else:
            shutil.rmtree(saved)
    build_clean(config, folder / "clean")
    return done, [*compare(target, folder / "clean")]


def main() -> None:
    """Run sequences and say of each what was done; ends with 1 where a site differed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sequences", type=int, default=200)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    given = parser.parse_args()
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    os.environ.setdefault("BROADSIDE_PRESS", "false")
    failed = 0
    for seed in range(given.first, given.first + given.sequences):
        with tempfile.TemporaryDirectory() as folder:
            begun = time.monotonic()
            done, wrong = run(seed, Path(folder), given.steps)
        failed += bool(wrong)
        sys.stdout.write(f"{seed} ({time.monotonic() - begun:.0f} s): {', '.join(done)}: {wrong or 'the same'}\n")
        sys.stdout.flush()
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
