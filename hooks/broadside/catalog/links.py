"""The links and images of a Markdown body: where they are, and whether they lead somewhere."""

from __future__ import annotations

import posixpath
import re
import urllib.parse
from collections.abc import Collection, Iterator
from pathlib import Path

from broadside.catalog.documents import make_id
from broadside.catalog.values import Settings
from broadside.intake import leaves
from broadside.kinds import FOLDERS
from broadside.problems import Problem, make_problem
from broadside.rules import FOLDER, address_rule, list_rules

TARGET = re.compile(r"\]\(\s*<?((?:[^()\s>]|\([^()\s>]*\))+)>?(?:\s+[^)]*)?\)")
"""The part of a link after its words; a target may hold pairs of brackets, as the names of downloaded files do."""
CODE = re.compile(r"(`+).*?\1")
FENCE = re.compile(r"^\s*(```+|~~~+)")
SECTIONS = frozenset({folder.removeprefix("docs/") + "index" for folder in FOLDERS if folder != "docs/"})
RULES = frozenset({f"{FOLDER}/index", *map(address_rule, list_rules())})
MADE = SECTIONS | RULES | {"coverage/index", "units/index"}
"""The pages that no editor writes but that a link may lead to: the sections' lists, what the check can say, what is to do, all
units."""


def is_inside(root: Path, relative: str) -> bool:
    """Say whether ``relative`` is a file of the site's content, and of no folder outside it."""
    return any(is_own_file(root / folder, posixpath.join("..", relative)) for folder in ("slogans", "docs"))


def is_own_file(folder: Path, relative: str) -> bool:
    """Say whether ``relative`` is a file below ``folder``, also where links on the way there are followed."""
    try:
        file = (folder / relative).resolve()
        return file.is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, ValueError):  # too long for a name, or with a letter that no name has
        return False


NEVER_PUBLISHED = (".md", ".yml")


def check_file(root: Path, broken: Collection[str], at: tuple[str, tuple[int, int]], field: str, file: str) -> Iterator[Problem]:
    """Report a ``field`` (photo, attachment) naming a file that is not there or is none of the content folder of the document.

    One that is among ``broken`` has a message of its own.
    """
    folder, _, within = posixpath.dirname(at[0]).partition("/")
    place = posixpath.normpath(posixpath.join(folder, within, file))
    if leaves(within, file):
        yield make_problem(*at, "path-outside", field={"attachment": "attachments"}.get(field, field), value=file)
    elif place not in broken and (not is_own_file(root / folder, f"../{place}") or place.lower().endswith(NEVER_PUBLISHED)):
        yield make_problem(*at, f"{field}-missing", file=file)


def find_links(body: str) -> Iterator[tuple[int, int, bool, str]]:
    """Yield each link and image of a Markdown body: line from 0, column from 1, whether an image, and the target."""
    fence = ""
    for number, line in enumerate(body.split("\n")):
        match = FENCE.match(line)
        if match and (not fence or match.group(1).startswith(fence)):
            fence = "" if fence else match.group(1)
        elif not fence:
            plain = CODE.sub(lambda code: " " * len(code.group(0)), line)
            for link in TARGET.finditer(plain):
                start = _find_opening(plain, link.start())
                if start is not None:
                    yield number, link.start(1) + 1, plain[:start].endswith("!"), link.group(1)


def _find_opening(line: str, end: int) -> int | None:
    """Return the index of the bracket that the one at ``end`` closes."""
    depth = 0
    for index in range(end, -1, -1):
        if line[index] in "[]" and not line[:index].endswith("\\"):
            depth += 1 if line[index] == "]" else -1
            if depth == 0:
                return index
    return None


def check_links(settings: Settings, documents: Collection[str], path: str, body: str, body_line: int) -> Iterator[Problem]:
    """Report the links of the file at ``path`` that lead to none of ``documents``, and images that are not there."""
    folder = posixpath.dirname(make_id(path))
    for line, column, is_image, target in find_links(body):
        position = (body_line + line, column)
        try:
            parts = urllib.parse.urlsplit(target)
        except ValueError:  # an address that is none, such as http://[
            yield make_problem(path, position, "link-missing", target=target)
            continue
        written = urllib.parse.unquote(parts.path)
        if written and not parts.scheme and not parts.netloc and leaves(folder, written):
            yield make_problem(path, position, "path-outside", field="link", value=target)
            continue
        if parts.scheme or parts.netloc or not parts.path:
            continue
        place = posixpath.normpath(posixpath.join(folder, written))
        if place.endswith(".md"):
            identity = place.removesuffix(".md")
            original, _, language = identity.rpartition(".")
            if language in settings.languages and original in documents:
                link = target.replace(f".{language}.md", ".md")
                yield make_problem(path, position, "link-translation", target=target, link=link)
            elif identity not in documents and identity not in MADE:
                yield make_problem(path, position, "link-missing", target=target)
        elif not any(is_inside(settings.root, f"{prefix}{place}") for prefix in ("docs/", "")):
            yield make_problem(path, position, "image-missing" if is_image else "link-missing", target=target)
