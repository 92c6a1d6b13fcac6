"""A catalog and the guides as they are -> every file that is made from the kinds and committed, by its path."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from broadside.catalog import Catalog
from broadside.forms.choices import keep_steady, list_choices
from broadside.forms.schema import make_schema
from broadside.forms.tables import GUIDES, make_table, set_table
from broadside.forms.vscode import FOLDER, make_extensions, make_settings, make_snippets, make_tasks, name_schema
from broadside.kinds import KINDS
from broadside.texts import LANGUAGES, read_texts


def read_guides(root: Path) -> dict[str, str]:
    """Return the guides of the kinds that are there, by their path from ``root``."""
    paths = [f"docs/contributing/{name}{_ending(language)}" for name in GUIDES.values() for language in LANGUAGES]
    return {path: (root / path).read_text("utf-8") for path in paths if (root / path).is_file()}


def make_files(catalog: Catalog, guides: Mapping[str, str]) -> dict[str, str]:
    """Return the text of each made file by its path: schemas, the files of VS Code, the guides with their tables anew."""
    choices = keep_steady(list_choices(catalog, LANGUAGES[0]))
    made: dict[str, Any] = {
        f"{FOLDER}/settings.json": make_settings(),
        f"{FOLDER}/tasks.json": make_tasks(),
        f"{FOLDER}/extensions.json": make_extensions(),
        f"{FOLDER}/broadside.code-snippets": make_snippets(),
    }
    for kind in KINDS:
        made[name_schema(kind)] = make_schema(kind, choices)
        made[name_schema(kind, translation=True)] = make_schema(kind, choices, translation=True)
    files = {path: json.dumps(value, ensure_ascii=False, indent=1) + "\n" for path, value in made.items()}
    for kind, name in GUIDES.items():
        for language in LANGUAGES:
            path = f"docs/contributing/{name}{_ending(language)}"
            if path in guides:
                heading = read_texts(language)["fields"]["table"]["heading"]
                files[path] = set_table(_drop_comment(guides[path], language), make_table(kind, language), heading)
    return files


def _ending(language: str) -> str:
    return ".md" if language == LANGUAGES[0] else f".{language}.md"


def _drop_comment(guide: str, language: str) -> str:
    """Leave out the comment above the table; the table brings its own."""
    return guide.replace(f"<!-- {read_texts(language)['fields']['made']} -->\n\n", "")
