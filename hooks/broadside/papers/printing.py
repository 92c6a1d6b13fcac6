"""Catalog -> the papers of all its documents, printed, and the mistakes found while printing: what does not fit its paper."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from broadside.catalog import Catalog, Entry
from broadside.papers.caseboards import make_case_board
from broadside.papers.charts import make_chart
from broadside.papers.checklists import make_checklist
from broadside.papers.describing import list_languages, read_body
from broadside.papers.desks import list_desk_papers
from broadside.papers.drills import list_cards, list_signs, make_evaluation
from broadside.papers.families import list_family_papers
from broadside.papers.invitations import list_activity_papers
from broadside.papers.leaflets import list_leaflets
from broadside.papers.letters import make_letter
from broadside.papers.plans import list_schedules
from broadside.papers.recalling import Hashing, narrow
from broadside.papers.reports import make_report_paper
from broadside.papers.screenings import make_screening_sheet
from broadside.papers.scripts import make_script
from broadside.papers.signing import list_sign_sheets
from broadside.papers.signs import list_sign_charts
from broadside.papers.talks import make_talk_card
from broadside.papers.works import list_ballots, list_certificates
from broadside.press.papers import Paper, PaperTooLongError, PrintedPaper
from broadside.press.running import Press, Progress, hear_nothing
from broadside.press.sharding import WHOLE, Shard
from broadside.problems import Problem, make_problem

Make = Callable[[Catalog, Entry, str], Iterator[Paper]]


def _make_one(make: Callable[[Catalog, Entry, str], Paper]) -> Make:
    return lambda catalog, entry, language: iter((make(catalog, entry, language),))


MAKERS: Mapping[str, tuple[Make, ...]] = {
    "notice": (_make_one(make_letter),),
    "campaign": (list_sign_sheets, list_ballots),
    "knowledge": (_make_one(make_talk_card), list_leaflets, list_family_papers, list_sign_charts),
    "lesson": (_make_one(make_talk_card), _make_one(make_screening_sheet), _make_one(make_case_board)),
    "activity": (list_activity_papers, list_desk_papers),
    "script": (_make_one(make_script),),
    "responsibility": (_make_one(make_chart),),
    "checklist": (_make_one(make_checklist),),
    "drill": (list_cards, list_signs, _make_one(make_evaluation)),
    "report": (_make_one(make_report_paper),),
    "work": (list_certificates,),
}
"""What is printed of each kind of document."""
DATED: Mapping[str, tuple[Callable[[Catalog, Entry, str, datetime.date | None], Iterator[Paper]], ...]] = {
    "campaign": (list_schedules,),
}
"""What is printed as of a day: none, where nobody said which."""
KINDS_PRINTED = frozenset({*MAKERS, *DATED})


def print_documents(
    catalog: Catalog,
    press: Press,
    documents: Collection[str] = (),
    today: datetime.date | None = None,
    others: Iterable[Paper] = (),
    report: Callable[[Progress], None] = hear_nothing,
    shard: Shard = WHOLE,
) -> tuple[dict[str, tuple[PrintedPaper, ...]], tuple[Problem, ...]]:
    """Print the papers of every document in each of its languages, and ``others``: those of one share that the store lacks.

    ``documents`` are the ids of those that are wanted, all where none is named; a plan's schedule says how it stands ``today``.
    Returns the papers by the document's id, and a mistake for each that does not fit.
    """
    entries = [each for each in catalog.entries.values() if not documents or each.id in documents]
    parts = {entry.id: part for entry in entries if (part := narrow(catalog, entry))}
    records = _name_records(catalog, press, parts) if shard == WHOLE else {}
    recalled = press.recall_papers(records.values())
    known = {identity: recalled[key] for identity, key in records.items() if key in recalled}
    lacking = [(parts.get(entry.id, catalog), entry) for entry in entries if entry.id not in known]
    wanted = [*(paper for part, entry in lacking for paper in list_papers(part, entry, today)), *others]
    printed: dict[str, tuple[PrintedPaper, ...]] = {entry.id: known.get(entry.id, ()) for entry in entries}
    problems: list[Problem] = []
    for answer in press.print_papers(wanted, report, shard, there=sum(map(len, known.values()))):
        if isinstance(answer, PaperTooLongError):
            problems.append(say_too_long(catalog.entries[answer.paper.document], answer))
        else:
            document = answer.paper.document
            printed[document] = (*printed.get(document, ()), answer)
    if not problems:
        for identity in records.keys() - known.keys():
            press.record_papers(records[identity], printed[identity])
    return {document: its for document, its in printed.items() if its}, tuple(problems)


def _name_records(catalog: Catalog, press: Press, parts: Mapping[str, Catalog]) -> dict[str, str]:
    """Return the key of the record of each document's papers, by its id."""
    hashing = Hashing(catalog)
    logos = {unit: f"{unit}/{brand.logo}" for unit, brand in catalog.brands.items()}
    return {
        identity: press.find_record_key(hashing.hash(part), [logos[unit] for unit in part.brands])
        for identity, part in parts.items()
    }


def say_too_long(entry: Entry, error: PaperTooLongError) -> Problem:
    """Word the mistake of a paper that its words do not fit: where those words begin, how much is too long.

    A part that is named as a field of the document is that field.
    """
    path, _, line = read_body(entry, error.paper.language)
    translation = entry.translations.get(error.paper.language)
    parsed = translation.parsed if translation is not None else entry.parsed
    place = parsed.find((error.part,)) if error.part in parsed.values else (line, 1)
    over = error.needed_mm - error.room_mm
    return make_problem(
        path,
        place,
        "paper-too-long",
        paper=error.paper.name,
        part=error.part,
        over=math.ceil(over),
        share=math.ceil(100 * over / error.needed_mm),
    )


def list_papers(catalog: Catalog, entry: Entry, today: datetime.date | None = None) -> Iterator[Paper]:
    """Yield the papers of a document in each language that it is written in."""
    for language in list_languages(catalog, entry):
        for make in MAKERS.get(entry.kind, ()):
            yield from make(catalog, entry, language)
        for make_dated in DATED.get(entry.kind, ()):
            yield from make_dated(catalog, entry, language, today)
