"""Kinds and schemas -> the files of ``.vscode/``: settings, extensions, the check as a task, a snippet a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from broadside.forms.fields import Field, make_fields
from broadside.kinds import FOLDERS, KINDS
from broadside.texts import LANGUAGES, read_texts

FOLDER = ".vscode"
OTHERS = {language: f".{language}.md" for language in LANGUAGES[1:]}


def name_schema(kind: str, *, translation: bool = False) -> str:
    """Return the path of a schema in the site's folder."""
    return f"{FOLDER}/schemas/{kind}{'.translation' if translation else ''}.json"


def make_settings() -> dict[str, Any]:
    """Return the workspace's settings: which schema is for which files, and what keeps front matter as the check wants it."""
    globs: dict[str, list[str]] = {}
    for folder, kind in FOLDERS.items():
        depth = "*" if kind in {"slogan", "page"} else "**/*"
        globs[f"./{name_schema(kind)}"] = [f"{folder}{depth}.md", *(f"!{folder}{depth}{ending}" for ending in OTHERS.values())]
        globs[f"./{name_schema(kind, translation=True)}"] = [f"{folder}{depth}{ending}" for ending in OTHERS.values()]
    return {
        "yaml.schemas": globs,
        "yaml.schemaStore.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "editor.insertSpaces": True,
        "[markdown]": {"editor.quickSuggestions": {"other": True, "comments": False, "strings": True}, "editor.wordWrap": "on"},
    }


def make_tasks() -> dict[str, Any]:
    """Return the tasks: the check, its messages at their lines, and the site with live preview."""
    warns = "|".join(re.escape(read_texts(language)["problems"]["warning"].strip()) for language in LANGUAGES)
    matchers = [_make_matcher("error", f"(?!{warns})"), _make_matcher("warning", f"(?:{warns}) ?")]
    check = {"label": "check", "type": "shell", "command": "make check", "group": {"kind": "test", "isDefault": True}}
    serve = {"label": "serve", "type": "shell", "command": "make serve", "isBackground": True, "problemMatcher": []}
    return {"version": "2.0.0", "tasks": [check | {"problemMatcher": matchers, "presentation": {"reveal": "silent"}}, serve]}


def _make_matcher(severity: str, lead: str) -> dict[str, Any]:
    """Return how VS Code reads a message of the check that begins with ``lead`` behind its place."""
    pattern = {"regexp": rf"^(\S[^:]*):(\d+):(\d+): {lead}(.*)$", "file": 1, "line": 2, "column": 3, "message": 4}
    place = {"owner": f"broadside-{severity}", "source": "broadside", "fileLocation": ["relative", "${workspaceFolder}"]}
    return place | {"severity": severity, "pattern": pattern}


def make_extensions() -> dict[str, Any]:
    """Return the extensions to offer: one that reads the schemas."""
    return {"recommendations": ["redhat.vscode-yaml"]}


def make_snippets() -> dict[str, Any]:
    """Return a snippet a kind and language: its name, typed in an empty Markdown file, becomes its front matter."""
    return dict(_make_snippet(kind, language) for kind in KINDS if kind != "page" for language in LANGUAGES)


def _make_snippet(kind: str, language: str) -> tuple[str, dict[str, Any]]:
    words = read_texts(language)["fields"]["kinds"][kind]
    fields = [field for field in make_fields(kind, language) if field.is_required or field.name in {"topics", "summary"}]
    stops = iter(range(1, 99))
    body = ["---", *(line for field in fields for line in _write_field(field, stops)), "---", ""]
    for section in KINDS[kind].sections.get(language, ()):
        body += [f"## {section}", "", f"${{{next(stops)}}}", ""]
    prefix = [kind, words["one"]] if language != LANGUAGES[0] else [kind]
    return f"{kind} {language}", {"scope": "markdown", "prefix": prefix, "description": words["about"], "body": [*body, "$0"]}


def _write_field(field: Field, stops: Iterator[int], indent: str = "") -> Iterator[str]:
    """Yield the lines of a field: a stop to type at, a choice where there are few, an object's fields each on its line."""
    if field.inside:
        yield f"{indent}{field.name}:"
        for inner in field.inside:
            if inner.is_required:
                yield from _write_field(inner, stops, f"{indent}  ")
    elif field.item is not None and field.item.inside:
        yield f"{indent}{field.name}:"
        inner_lines = [
            line for each in field.item.inside if each.is_required for line in _write_field(each, stops, f"{indent}    ")
        ]
        yield f"{indent}  - {inner_lines[0].strip()}"
        yield from inner_lines[1:]
    elif field.item is not None and not field.example:
        yield f"{indent}{field.name}:"
        yield f"{indent}  - ${{{next(stops)}}}"
    elif field.shape == "words":
        yield f"{indent}{field.name}:"
        yield from (f"{indent}  {language}: ${{{next(stops)}}}" for language in LANGUAGES)
    elif field.shape == "date":
        yield f"{indent}{field.name}: ${{{next(stops)}:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}}"
    elif field.choices and field.item is None:
        yield f"{indent}{field.name}: ${{{next(stops)}|{','.join(field.choices)}|}}"
    else:
        example = field.example.replace("$", r"\$").replace("}", r"\}")
        yield f"{indent}{field.name}: ${{{next(stops)}:{example}}}" if example else f"{indent}{field.name}: ${{{next(stops)}}}"
