"""A drill in one language -> its papers: emergency cards of three sizes, signs for the assembly point, a sheet for the observer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Drill, Emergency
from broadside.papers.describing import A3_LYING_MM, A4_LYING_MM, A4_MM, A6_MM, date_paper, describe_document, make_paper, write_day
from broadside.press.papers import Paper
from broadside.texts import read_texts

CARDS_MM = {"pocket": A4_MM, "a6": A6_MM, "a4": A4_MM}
"""The emergency card's papers: four folded cards of ID-1 (ISO/IEC 7810) on one A4, A6 and A4 (ISO 216)."""
SIGNS_MM = {"a4": A4_LYING_MM, "a3": A3_LYING_MM}
"""ISO 216, lying: the sign, its arrow and the point's name side by side."""
EVALUATION = "drill-evaluation"
FINDING_ROWS = 3
"""Our choice: more than three faults of one drill are seldom mended by their day."""


def list_cards(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the emergency card in its three sizes, from the same words."""
    described = _describe(catalog, entry, language)
    texts = read_texts(language)["press"]["drill"]["card"]
    emergency = cast("Emergency", entry.say("emergency", language))
    labels = {key: texts[key] for key in ("emergency", "call", "assembly", "plan", "fold")}
    state = texts["state"].format(day=write_day(date_paper(catalog, entry), language))
    data = {
        **described,
        "labels": {**described["labels"], **labels, "state": state},
        "first": emergency.first,
        "call": [{"post": call.post, "number": call.number or ""} for call in emergency.call],
        "assembly": emergency.assembly or "",
    }
    for form, size_mm in CARDS_MM.items():
        name = f"emergency-card-{form}"
        yield make_paper(catalog, entry, language, name, data, size_mm)


def list_signs(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the signs that a drill asks for, A4 and A3, a page a direction."""
    directions = cast("Drill", entry.fields).signs
    if not directions:
        return
    texts = read_texts(language)
    described = _describe(catalog, entry, language)
    names = texts["site"]["drill"]["directions"]
    data = {
        **described,
        "labels": {**described["labels"], "word": texts["press"]["drill"]["sign"]["word"]},
        "point": cast("Emergency", entry.say("emergency", language)).assembly,
        "directions": [{"name": each, "alt": names[each]} for each in dict.fromkeys(directions)],
    }
    for form, size_mm in SIGNS_MM.items():
        yield make_paper(catalog, entry, language, f"assembly-sign-{form}", {**data, "form": form}, size_mm)


def make_evaluation(catalog: Catalog, entry: Entry, language: str) -> Paper:
    """Return the sheet on which an observer writes what happened when, and what was as expected."""
    described = _describe(catalog, entry, language)
    texts = read_texts(language)["press"]["drill"]["sheet"]
    data = {
        **described,
        "labels": {**described["labels"], **texts},
        "scenario": entry.say("scenario", language),
        "timeline": [each.model_dump() for each in entry.say("timeline", language)],
        "criteria": [each.model_dump() for each in entry.say("criteria", language)],
        "finding_rows": FINDING_ROWS,
    }
    return make_paper(catalog, entry, language, EVALUATION, data)


def _describe(catalog: Catalog, entry: Entry, language: str) -> dict[str, Any]:
    return describe_document(catalog, entry, language, date_paper(catalog, entry))
