"""The data file of synonyms -> groups of words that mean the same, or its mistakes."""

from __future__ import annotations

from pathlib import Path

from broadside.frontmatter import decode, parse_yaml
from broadside.intake import check_letters, is_refused
from broadside.problems import Problem, make_problem
from broadside.search.synonyms import name_parts
from broadside.search.words import normalise

SYNONYMS_FILE = "docs/synonyms.yml"
WORDS_LEAST = 2

Groups = tuple[tuple[str, ...], ...]


def read_synonyms(root: Path) -> tuple[Groups, tuple[Problem, ...]]:
    """Read ``docs/synonyms.yml``; a site may do without."""
    file = root / SYNONYMS_FILE
    if not file.is_file() or is_refused(root, SYNONYMS_FILE):
        return (), ()
    text, problems = decode(SYNONYMS_FILE, file.read_bytes())
    return parse_synonyms(SYNONYMS_FILE, text) if not problems else ((), problems)


def parse_synonyms(path: str, text: str) -> tuple[Groups, tuple[Problem, ...]]:
    """Parse a list of lists of words; words that search cannot tell apart may stand in one list only, and there as other forms."""
    # The parser of fields wants a map: the list becomes the value of one, a line above.
    parsed, found = parse_yaml(path, f"groups:\n{text}", -1)
    problems = [*found, *check_letters(path, text, parsed)]
    lists = parsed.values.get("groups") or []
    if not isinstance(lists, list) or set(parsed.values) - {"groups"}:
        return (), (*problems, make_problem(path, (1, 1), "field-list", field="synonyms", value=str(lists)))
    lines: dict[tuple[str, ...], int] = {}
    seen: set[tuple[int, str]] = set()
    groups: list[tuple[str, ...]] = []
    for number, group in enumerate(lists):
        position = parsed.find(("groups", number))
        if not isinstance(group, list):
            problems.append(make_problem(path, position, "field-list", field="synonyms", value=str(group)))
            continue
        if len(group) < WORDS_LEAST:
            problems.append(make_problem(path, position, "synonym-alone", value=" ".join(map(str, group))))
        for place, words in enumerate(group):
            where = parsed.find(("groups", number, place))
            parts = name_parts(words) if isinstance(words, str) else ()
            if not isinstance(words, str):
                problems.append(make_problem(path, where, "field-text", field="synonyms", value=str(words)))
            elif not parts:
                problems.append(make_problem(path, where, "field-empty", field="synonyms"))
            elif lines.setdefault(parts, position[0]) != position[0] or (number, normalise(words)) in seen:
                problems.append(make_problem(path, where, "synonym-twice", value=words, line=lines[parts]))
            else:
                seen.add((number, normalise(words)))
        groups.append(tuple(map(str, group)))
    return tuple(groups), tuple(problems)
