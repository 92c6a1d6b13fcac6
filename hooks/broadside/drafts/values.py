"""Plain values -> the YAML that reads back as them, and as an editor would write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from broadside.frontmatter import parse_yaml

ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "\x7f\x85\u2028\u2029\ufeff"}
"""What JSON leaves as it is, and YAML takes for the end of a line or refuses (YAML 1.2.2, 5.1 and 5.4)."""


def write_value(value: Any) -> str:
    """Write a value on one line: words bare where that reads back as the same, else in quotes; lists and maps in brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{write_value(key)}: {write_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False).translate(ESCAPED)
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(write_value, value)) + "]"
    return json.dumps(value)


def write_block(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield fields as lines: lists of maps and maps of texts each on lines of their own, everything else on one line."""
    for name, value in fields.items():
        if isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            yield f"{name}:"
            for each in value:
                first, *rest = (f"{key}: {write_value(inner)}" for key, inner in each.items())
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        elif isinstance(value, Mapping):
            yield f"{name}:"
            yield from (f"  {key}: {write_value(inner)}" for key, inner in value.items())
        else:
            yield f"{name}: {write_value(value)}"


def _is_plain(text: str) -> bool:
    """Say whether a text reads back as itself without quotes, alone and between brackets."""
    if not text.isprintable() or " #" in text or ": " in text or "\\" in text:
        return False
    parsed, problems = parse_yaml("", f"a: {text}\nb: [{text}]\n")
    return not problems and dict(parsed.values) == {"a": text, "b": [text]}
