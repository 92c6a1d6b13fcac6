"""What only a disk can hold: links, pipes, files of a terabyte, names that are no text."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hostile.making import make_picture

CANARY = "CANARY-OUTSIDE"
"""Stands in every file outside of the site; nothing that is built may hold it."""
NOTICE = "---\ntitle: Drill\ndate: 2027-06-16\nunit: group\nattachments: ['{}']\n---\nWords.\n"
PHOTO = "---\ntext: Look first\ndesign: plain\nphoto: {{file: '{}', alt: A hat}}\n---\n"


def lay_outside(root: Path) -> Path:
    """Make the folder of secrets beside the site; returns it."""
    outside = root.parent / f"{root.name}-outside"
    outside.mkdir()
    for name in ("passwd", "secret.md", "secret.yml", "secret.png", "secret.jpg", "secret.pdf", "logo.svg"):
        (outside / name).write_text(f"---\ntitle: {CANARY}\n---\n{CANARY}\n")
    return outside


def _link(name: str, to: str = "") -> Callable[[Path, Path], None]:
    def lay(root: Path, outside: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(outside / to)

    return lay


def _lay_attachment(root: Path, outside: Path) -> None:
    _link("docs/notices/plan.pdf", "secret.pdf")(root, outside)
    (root / "docs/notices/evil.md").write_text(NOTICE.format("plan.pdf"))


def _lay_photo(root: Path, outside: Path) -> None:
    _link("slogans/secret.jpg", "secret.jpg")(root, outside)
    (root / "slogans/evil.md").write_text(PHOTO.format("secret.jpg"))


def _lay_loop(root: Path, outside: Path) -> None:
    del outside
    (root / "docs/loop").symlink_to(root / "docs")


def _lay_slogans(root: Path, outside: Path) -> None:
    (root / "slogans").rename(outside / "slogans")
    (root / "slogans").symlink_to(outside / "slogans")


def _lay_device(root: Path, outside: Path) -> None:
    del outside
    (root / "docs/evil.md").symlink_to("/dev/zero")  # only root may make a device itself


def _pipe(name: str) -> Callable[[Path, Path], None]:
    def lay(root: Path, outside: Path) -> None:
        del outside
        os.mkfifo(root / name)

    return lay


def _large(name: str) -> Callable[[Path, Path], None]:
    def lay(root: Path, outside: Path) -> None:
        del outside
        (root / name).touch()
        os.truncate(root / name, 10**12)  # a hole: it takes no room on the disk

    return lay


def _lay_deep(root: Path, outside: Path) -> None:
    del outside
    (root / ("docs" + "/d" * 300)).mkdir(parents=True)


def _twins(first: str, second: str) -> Callable[[Path, Path], None]:
    def lay(root: Path, outside: Path) -> None:
        del outside
        for name in (first, second):
            (root / "docs" / name).write_bytes(make_picture("PNG"))

    return lay


def _lay_bytes(root: Path, outside: Path) -> None:
    del outside
    Path(os.fsdecode(os.fsencode(root) + b"/docs/plan\xff\xfe.png")).write_bytes(make_picture("PNG"))


LAYERS: dict[str, Callable[[Path, Path], None]] = {
    "link-folder": _link("docs/etc"),
    "link-file": _link("docs/secret.md", "secret.md"),
    "link-picture": _link("docs/secret.png", "secret.png"),
    "link-attachment": _lay_attachment,
    "link-photo": _lay_photo,
    "link-logo": _link("posters/brands/group/logo.svg", "logo.svg"),
    "link-data": _link("docs/redirects.yml", "secret.yml"),
    "link-translation": _link("docs/campaigns/month.zh.md", "secret.md"),
    "link-loop": _lay_loop,
    "link-nowhere": _link("docs/nowhere.png", "nowhere.png"),
    "link-slogans": _lay_slogans,
    "pipe": _pipe("docs/evil.md"),
    "pipe-data": _pipe("docs/synonyms.yml"),
    "device": _lay_device,
    "large": _large("docs/evil.md"),
    "large-picture": _large("docs/evil.png"),
    "large-data": _large("docs/redirects.yml"),
    "deep": _lay_deep,
    "twins": _twins("Plan.png", "plan.png"),
    "twins-unicode": _twins("café.png", unicodedata.normalize("NFD", "café.png")),
    "name-bytes": _lay_bytes,
}
