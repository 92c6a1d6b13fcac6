"""One page of every type, at its address in the first language; other languages have the same under their code."""

from __future__ import annotations

TYPES = {
    "home": "",
    "wall": "slogans/",
    "slogan": "slogans/life-first/",
    "slogan-many-languages": "slogans/safety-first/",
    "notices": "notices/",
    "notice": "notices/2026/launch-safe-production-month-2027/",
    "notice-expired": "notices/2026/series-promotion-plan-2026/",
    "knowledge": "knowledge/",
    "article": "knowledge/confined-space/",
    "signs": "knowledge/safety-signs/",
    "lessons": "lessons/",
    "lesson": "lessons/piper-alpha-permit/",
    "campaigns": "campaigns/",
    "campaign": "campaigns/safe-production-month-2027/",
    "activities": "activities/",
    "activity": "activities/consultation-day-2027/",
    "activity-over": "activities/water-emergency-drill-2026/",
    "calendar": "campaigns/safe-production-month-2027/calendar/",
    "kit": "campaigns/safe-production-month-2027/kit/",
    "drill": "drills/water-inrush/",
    "responsibility": "responsibilities/safe-production-month-2027/",
    "checklist": "checklists/electrical/",
    "designs": "designs/",
    "design": "designs/sunrise/",
    "basket": "basket/",
    "signage": "signage/",
    "blackboards": "blackboards/",
    "blackboard": "blackboards/safe-production-month-2027-no-1/",
    "works": "works/",
    "work": "works/paper-cut-hard-hat/",
    "quizzes": "quizzes/",
    "quiz": "quizzes/hazard-spotting-and-signs/",
    "coverage": "coverage/",
    "faq": "faq/",
    "glossary": "glossary/",
    "script": "scripts/opening-of-the-month-2027/",
    "report": "reports/safe-production-month-2026/",
    "contributing": "contributing/",
    "guide": "contributing/slogans/",
    "decision": "contributing/decisions/0003-dependencies/",
    "rules": "contributing/rules/",
    "rule": "contributing/rules/carrier-unknown/",
    "units": "units/",
    "unit": "units/no1/",
    "unit-kit": "units/harbour/",
    "unseen": "unseen/",
}

LANGUAGES = ("", "zh/")

ADDRESSES = {f"{name}-{language[:2] or 'en'}": f"{language}{address}" for name, address in TYPES.items() for language in LANGUAGES}
ADDRESSES["not-found"] = "404.html"
"""Every type in every language; the page for what is not there speaks all languages at once."""

IN_CHINESE = {"home-zh", "wall-zh", "notice-zh", "article-zh", "campaign-zh", "designs-zh"}
"""Our choice: the types whose pictures and words stand closest."""
LAID_OUT = [name for name in ADDRESSES if not name.endswith("-zh") or name in IN_CHINESE]
"""For tests of where things stand: every type once, and those again in Chinese; the others are laid out alike in both languages."""
