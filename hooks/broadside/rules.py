"""A rule's name -> what the check says of it, why, and a wrong and a right example, as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from broadside.problems import WARNINGS
from broadside.texts import LANGUAGES, read_examples, read_rules, read_texts

FOLDER = "contributing/rules"
"""Where the pages of the rules stand in a site; a rule's address never changes, for it stands in reports that are kept."""
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What an example shows by its code point: tabs, control characters, and what has no shape (Unicode category Cf) in texts."""


@dataclass(frozen=True)
class Sample:
    """What stands in a file; without a path it is told in words, for no text can show it."""

    path: str
    text: str


@dataclass(frozen=True)
class Rule:
    """One rule in one language. ``says`` and ``mend`` are the check's words, with … where it names what it found."""

    name: str
    group: str
    says: str
    mend: str
    why: str
    wrong: tuple[Sample, ...]
    right: tuple[Sample, ...]
    is_warning: bool


class _Gaps(dict[str, str]):
    def __missing__(self, _key: str) -> str:
        return "…"


def list_rules() -> tuple[str, ...]:
    """Return the names of all rules, in the order of the alphabet."""
    return tuple(sorted(read_texts(LANGUAGES[0])["problems"]["rules"]))


def address_rule(name: str) -> str:
    """Return the id of a rule's page, as a document's: its address in every language follows from it."""
    return f"{FOLDER}/{name}"


def find_group(name: str) -> str:
    """Return the group that a rule is listed under: the one with the longest beginning of its name."""
    groups: Mapping[str, list[str]] = read_examples()["groups"]
    fits = [(len(start), group) for group, starts in groups.items() for start in starts if f"{name}-".startswith(f"{start}-")]
    return max(fits)[1] if fits else list(groups)[-1]


def read_rule(name: str, language: str = LANGUAGES[0]) -> Rule:
    """Return the rule ``name`` of :func:`list_rules` in ``language``; another name raises KeyError."""
    wording, texts = read_texts(language)["problems"]["rules"][name], read_rules(language)
    told = texts["told"].get(name)
    example = told or read_examples()["rules"][name]
    place = "" if told else _find_place(example)
    return Rule(
        name=name,
        group=find_group(name),
        says=wording["what"].format_map(_Gaps()),
        mend=wording["mend"].format_map(_Gaps(nearest="")),
        why=texts["why"][name],
        wrong=_list_samples(place, example["wrong"]),
        right=_list_samples(place, example["right"]),
        is_warning=name in WARNINGS,
    )


def explain(name: str, language: str = LANGUAGES[0]) -> str:
    """Write a rule as a person reads it in a terminal; another name than a rule's raises KeyError."""
    rule, texts = read_rule(name, language), read_rules(language)
    head = f"{rule.name}: {rule.says}\n  {read_texts(language)['problems']['mend']}{rule.mend}"
    why = f"{rule.why}\n  {texts['warns']}" if rule.is_warning else rule.why
    blocks = [head, f"{texts['why_head']}\n  {why}"]
    for title, samples in ((texts["wrong_head"], rule.wrong), (texts["right_head"], rule.right)):
        for sample in samples:
            where = f"{title} · {texts['in'].format(path=sample.path)}" if sample.path else title
            lines = (show(sample.text) or texts["nothing"]).splitlines()
            blocks.append("\n".join([where, *(f"  {line}".rstrip() for line in lines)]))
    return "\n\n".join(blocks)


def show(text: str) -> str:
    """Return an example with its characters that nobody can see written as their code points."""
    return UNSEEN.sub(lambda letter: f"<U+{ord(letter.group()):04X}>", text)


def _find_place(example: Mapping[str, Any]) -> str:
    """Return the file that an example stands in: that of its frame, or the file that it is."""
    named = example.get("in", "")
    frame = read_examples()["frames"].get(named)
    return str(frame["path"] if frame else named)


def _list_samples(place: str, written: str | Mapping[str, str]) -> tuple[Sample, ...]:
    files = {place: written} if isinstance(written, str) else written
    return tuple(Sample(path, text) for path, text in files.items())
