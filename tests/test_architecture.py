"""The rooms of the house: who may import whom, how large a room may be, and that none keeps a state.

The checks take a mapping of file names to texts, so that each is shown a house that breaks its rule.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

import pytest

from sites import REPOSITORY

ROOMS = (
    "texts",
    "problems",
    "rules",
    "reports",
    "units",
    "marks",
    "watching",
    "clock",
    "recalling",
    "frontmatter",
    "intake",
    "kinds",
    "fonts",
    "typesetting",
    "search",
    "lint",
    "sanitising",
    "catalog",
    "forms",
    "revisions",
    "fetching",
    "sheets",
    "tallies",
    "store",
    "press",
    "boards",
    "papers",
    "quizzes",
    "printing",
    "editions",
    "remembering",
    "checking",
    "drafts",
    "tables",
    "pages",
    "keeping",
    "building",
    "upkeep",
    "placing",
    "previewing",
    "comparing",
    "copies",
    "desk",
    "cli",
)
"""Lowest floor first; a room may import only itself and rooms before it. The gate stands above all."""
GATE = {"mkdocs_theme", "mkdocs_words", "mkdocs_pages", "mkdocs_serving", "mkdocs_events"}
"""The files that know the generator: its configuration, its loop over pages, its preview, its events."""
ONLY = {
    "typst": {"press"},
    "PIL": {"press"},
    "segno": {"press"},
    "dask": {"press"},
    "distributed": {"press"},
    "pikepdf": {"press", "intake"},
    "pypdfium2": {"press"},
    "budoux": {"typesetting"},
    "uharfbuzz": {"fonts"},
    "markdown": {"sanitising", "mkdocs_pages"},
    "nh3": {"sanitising"},
    "fsspec": {"store"},
    "watchdog": {"watching"},
    "mkdocs": GATE,
    "properdocs": GATE,
}
"""Libraries that only some rooms may import."""
LINES_MAX = 300

Files = Mapping[str, str]


def read_house() -> dict[str, str]:
    """Return the text of every Python file under hooks/, by its path from there."""
    hooks = REPOSITORY / "hooks"
    paths = [*hooks.glob("*.py"), *(hooks / "broadside").rglob("*.py")]
    return {path.relative_to(hooks).as_posix(): path.read_text("utf-8") for path in sorted(paths)}


def name_room(path: str) -> str:
    """Return the room of a file: ``broadside/press/boxes.py`` is in ``press``."""
    parts = path.removesuffix(".py").split("/")
    return parts[1] if len(parts) > 1 else parts[0]


def list_imports(path: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield line and full name of all that a file imports, at its top or inside a function; relative names are made full."""
    package = path.removesuffix(".py").removesuffix("/__init__").split("/")
    if not path.endswith("__init__.py"):
        package = package[:-1]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def find_arrows_back(files: Files) -> list[str]:
    """Return each import that runs from a room to one above it, or to a library that the room may not know."""
    wrong = []
    for path, text in files.items():
        room = name_room(path)
        floor = len(ROOMS) if room in GATE else ROOMS.index(room) if room in ROOMS else 0
        if path != "broadside/__init__.py" and room not in {*ROOMS, *GATE}:
            wrong.append(f"{path}:1: the room {room} is not in the list")
        for line, name in list_imports(path, text):
            top, _, rest = name.partition(".")
            other = rest.split(".")[0]
            is_above = top == "broadside" and other in ROOMS and ROOMS.index(other) > floor
            is_foreign = (
                room not in ONLY.get(top, {room}) or top in {"tests", "sites", "conftest"} or (top in GATE and room not in GATE)
            )
            if is_above or is_foreign:
                wrong.append(f"{path}:{line}: {room} imports {name}")
    return wrong


def find_state(files: Files) -> list[str]:
    """Return each sign of state in a module: ``global``, or a list, dict or set under a name that is no constant."""
    wrong = []
    literals = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    for path, text in files.items():
        tree = ast.parse(text)
        wrong += [f"{path}:{node.lineno}: global" for node in ast.walk(tree) if isinstance(node, ast.Global)]
        for node in tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
            value = getattr(node, "value", None)
            is_maker = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in {"list", "dict", "set"}
            if isinstance(value, literals) or is_maker:
                names = [target.id for target in targets if isinstance(target, ast.Name)]
                wrong += [f"{path}:{node.lineno}: {name}" for name in names if name != name.upper() and name != "__all__"]
    return wrong


def find_large(files: Files) -> list[str]:
    """Return the files of more lines than a reader keeps in mind."""
    return [f"{path}: {len(text.splitlines())} lines" for path, text in files.items() if len(text.splitlines()) > LINES_MAX]


def test_no_arrow_runs_back() -> None:
    assert find_arrows_back(read_house()) == []


def test_no_module_keeps_a_state() -> None:
    assert find_state(read_house()) == []


def test_no_file_is_too_large() -> None:
    assert find_large(read_house()) == []


def test_every_room_is_there() -> None:
    rooms = {name_room(path) for path in read_house()}
    assert rooms - {"__init__", *GATE} <= set(ROOMS)
    assert {"texts", "problems", "frontmatter", "catalog", "sheets", "press"} <= rooms


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("broadside/problems.py", "from broadside.kinds import Slogan"),
        ("broadside/problems.py", "from broadside import kinds"),
        ("broadside/problems.py", "import broadside.kinds"),
        ("broadside/problems.py", "def find():\n    import broadside.cli"),
        ("broadside/catalog/reading.py", "from broadside.sheets import Sheet"),
        ("broadside/catalog/reading.py", "from ..sheets import Sheet"),
        ("broadside/catalog/__init__.py", "from ..sheets import Sheet"),
        ("broadside/press/engine.py", "from broadside.cli import main"),
        ("broadside/press/engine.py", "from mkdocs_events import on_files"),
        ("broadside/sheets.py", "import typst"),
        ("broadside/sheets.py", "from PIL import Image"),
        ("broadside/pages/cards.py", "import segno.helpers"),
        ("broadside/typesetting.py", "import uharfbuzz as hb"),
        ("broadside/cli/running.py", "from mkdocs.commands import build"),
        ("broadside/cli/running.py", "import tests.sites"),
        ("broadside/attic.py", ""),
        ("other.py", ""),
    ],
)
def test_an_arrow_that_runs_back_is_seen(path: str, text: str) -> None:
    assert len(find_arrows_back({path: text})) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "broadside/press/engine.py",
            "import typst\nfrom broadside.press.boxes import state_bleed_box\nfrom broadside.units import to_mm",
        ),
        ("broadside/fonts.py", "import uharfbuzz"),
        ("broadside/catalog/reading.py", "from . import values\nfrom ..kinds import KINDS"),
        ("mkdocs_events.py", "import mkdocs.plugins\nfrom broadside.cli import main"),
        ("broadside/__init__.py", ""),
    ],
)
def test_an_arrow_that_runs_down_is_not(path: str, text: str) -> None:
    assert find_arrows_back({path: text}) == []


@pytest.mark.parametrize(
    "text",
    ["seen = []", "cache: dict[str, int] = {}", "names = {1}", "a = b = [x for x in y]", "seen = dict()", "def f():\n    global X"],
)
def test_a_state_is_seen(text: str) -> None:
    assert find_state({"broadside/units.py": text})


@pytest.mark.parametrize("text", ["SEEN = []", "__all__ = []", "_LEGAL = {}", "pair = (1, 2)", "def f():\n    seen = []"])
def test_a_constant_is_no_state(text: str) -> None:
    assert find_state({"broadside/units.py": text}) == []


def test_a_large_file_is_seen() -> None:
    assert find_large({"a.py": "\n" * 300, "b.py": "\n" * 301}) == ["b.py: 301 lines"]
