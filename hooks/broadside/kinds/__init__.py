"""What each kind of document must say: pydantic models, the one source of the rules, the JSON Schema and the form editor."""

from __future__ import annotations

from broadside.kinds.activities import Activity, AgendaRow, Session, Sort
from broadside.kinds.articles import Closure, Film, Knowledge, Lesson, Notice
from broadside.kinds.boards import Blackboard, Board, Column
from broadside.kinds.campaigns import Campaign, KeyDay, Palette, Pledge, Task
from broadside.kinds.checklists import CheckGroup, CheckItem, Checklist
from broadside.kinds.drills import Call, Criterion, Drill, Emergency, Finding, Role, Step
from broadside.kinds.faqs import Faq
from broadside.kinds.material import Article, Audience, Document, Material, Page, Season
from broadside.kinds.quizzes import Answer, Question, QuestionPicture, Quiz
from broadside.kinds.reports import COMPUTED, FIGURES, Entered, Report
from broadside.kinds.responsibilities import Named, Post, Responsibility
from broadside.kinds.scripts import Script
from broadside.kinds.slogans import Photo, Sign, Slogan
from broadside.kinds.works import Consent, Work

__all__ = [
    "COMPUTED",
    "FIGURES",
    "FOLDERS",
    "KINDS",
    "MAKES",
    "Activity",
    "AgendaRow",
    "Answer",
    "Article",
    "Audience",
    "Blackboard",
    "Board",
    "Call",
    "Campaign",
    "CheckGroup",
    "CheckItem",
    "Checklist",
    "Closure",
    "Column",
    "Consent",
    "Criterion",
    "Document",
    "Drill",
    "Emergency",
    "Entered",
    "Faq",
    "Film",
    "Finding",
    "KeyDay",
    "Knowledge",
    "Lesson",
    "Material",
    "Named",
    "Notice",
    "Page",
    "Palette",
    "Photo",
    "Pledge",
    "Post",
    "Question",
    "QuestionPicture",
    "Quiz",
    "Report",
    "Responsibility",
    "Role",
    "Script",
    "Season",
    "Session",
    "Sign",
    "Slogan",
    "Sort",
    "Step",
    "Task",
    "Work",
    "name_kind",
]

KINDS: dict[str, type[Document]] = {
    "slogan": Slogan,
    "notice": Notice,
    "knowledge": Knowledge,
    "lesson": Lesson,
    "campaign": Campaign,
    "activity": Activity,
    "drill": Drill,
    "responsibility": Responsibility,
    "checklist": Checklist,
    "blackboard": Blackboard,
    "quiz": Quiz,
    "script": Script,
    "report": Report,
    "faq": Faq,
    "work": Work,
    "page": Page,
}
"""Each kind of document by its name, in the order the site lists them."""
MAKES = tuple(kind for kind in KINDS if kind != "page")
"""The kinds that a command makes; any other page is Markdown and nothing more."""

FOLDERS = {
    "slogans/": "slogan",
    "docs/notices/": "notice",
    "docs/knowledge/": "knowledge",
    "docs/lessons/": "lesson",
    "docs/campaigns/": "campaign",
    "docs/activities/": "activity",
    "docs/drills/": "drill",
    "docs/responsibilities/": "responsibility",
    "docs/checklists/": "checklist",
    "docs/blackboards/": "blackboard",
    "docs/quizzes/": "quiz",
    "docs/scripts/": "script",
    "docs/reports/": "report",
    "docs/faq/": "faq",
    "docs/works/": "work",
    "docs/": "page",
}
"""Which kind lives in which folder; the first match counts."""


def name_kind(path: str) -> str:
    """Return the kind of the document at ``path``, relative to the site's folder."""
    return next(kind for folder, kind in FOLDERS.items() if path.startswith(folder))
