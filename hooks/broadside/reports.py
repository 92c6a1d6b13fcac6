"""Mistakes and warnings -> what another program reads: Code Quality of GitLab, and SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from broadside.problems import Problem
from broadside.rules import Rule, address_rule, read_rule
from broadside.texts import LANGUAGES, read_rules

PASSING = frozenset({"legal", "nearest", "line", "counts", "needed", "reached"})
"""Facts that change when other lines or files do: a fingerprint that held them would make a known mistake a new one."""
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def print_fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield a fingerprint of each mistake: the same while its file, rule and value are, wherever its line moves; none twice."""
    seen: dict[str, int] = {}
    for problem in problems:
        facts = [fact for fact in problem.facts if fact[0] not in PASSING]
        same = json.dumps([problem.path, problem.rule, facts], ensure_ascii=True)
        seen[same] = seen.get(same, 0) + 1
        yield hashlib.sha256(f"{same}{seen[same]}".encode()).hexdigest()[:40]


def format_gitlab(problems: Sequence[Problem], language: str = LANGUAGES[0], _base: str = "") -> str:
    """Write the mistakes as a Code Quality report of GitLab, which shows them beside the lines of a merge request."""
    report = [
        {
            "description": f"{problem.what(language)} {problem.mend(language)}",
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": "minor" if problem.is_warning else "major",
            "location": {"path": problem.path, "lines": {"begin": problem.line}},
        }
        for problem, fingerprint in zip(problems, print_fingerprints(problems), strict=True)
    ]
    return json.dumps(report, ensure_ascii=False, indent=1)


def format_sarif(problems: Sequence[Problem], language: str = LANGUAGES[0], base: str = "") -> str:
    """Write the mistakes as SARIF 2.1.0; ``base`` is the address of the site's pages in ``language``: each rule has one there."""
    named = sorted({problem.rule for problem in problems})
    run = {
        "tool": {
            "driver": {
                "name": "Broadside",
                "rules": [_describe(read_rule(rule, language), language, base) for rule in named],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",  # our columns count characters, not units of UTF-16
        "results": [
            _report(problem, fingerprint, language, named.index(problem.rule))
            for problem, fingerprint in zip(problems, print_fingerprints(problems), strict=True)
        ],
    }
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _describe(rule: Rule, language: str, base: str) -> Mapping[str, Any]:
    """Return a rule as a reportingDescriptor."""
    texts = read_rules(language)
    examples = [
        f"{texts[head]}: {sample.text}"
        for head, samples in (("wrong_head", rule.wrong), ("right_head", rule.right))
        for sample in samples
    ]
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.says},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n\n".join([rule.mend, *examples])},
        "defaultConfiguration": {"level": "warning" if rule.is_warning else "error"},
        **({"helpUri": f"{base}{address_rule(rule.name)}/"} if base else {}),
    }


def _report(problem: Problem, fingerprint: str, language: str, index: int) -> Mapping[str, Any]:
    """Return a mistake as a result; a path becomes a relative reference (RFC 3986, section 4.2)."""
    place = {
        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": "warning" if problem.is_warning else "error",
        "message": {"text": f"{problem.what(language)} {problem.mend(language)}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"broadside/v1": fingerprint},
    }
