"""Each kind of document: what it must say, and in what form."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from broadside.kinds import FOLDERS, KINDS, Activity, Campaign, Closure, Notice, Page, Slogan, name_kind

CLOSURE = {"causes": "Found.", "accountability": "Dealt with.", "measures": "In place.", "education": "Given."}
LEAST: dict[str, dict[str, Any]] = {
    "slogan": {"text": "Look first"},
    "notice": {"title": "Drill", "date": "2027-06-16", "unit": "group"},
    "knowledge": {"title": "Helmets", "kind": "skill", "topics": ["ppe"]},
    "lesson": {
        "title": "A fall",
        "date": "2026-03-04",
        "severity": "injury",
        "basis": "illustrative",
        "topics": ["height"],
        "closure": CLOSURE,
    },
    "campaign": {"title": "Month", "theme": "Look first", "starts": "2027-06-01", "ends": "2027-06-30"},
    "activity": {
        "title": "Talk",
        "sort": "lecture",
        "announced": "2027-05-20",
        "starts": "2027-06-16 09:00",
        "place": "Canteen",
        "lead": "Safety Department",
    },
    "blackboard": {
        "title": "June",
        "date": "2027-06-01",
        "masthead": {"en": "Safety"},
        "board": {"width_mm": 3600, "height_mm": 1200},
        "columns": [{"article": "knowledge/a"}],
    },
    "quiz": {
        "title": "Head first",
        "topics": ["ppe"],
        "questions": [{"ask": "Hat on?", "kind": "true-false", "verdict": "right", "why": "Yes.", "see": "knowledge/a"}],
    },
    "work": {
        "title": "Lamps",
        "medium": "poem",
        "named": "anonymous",
        "consent": {"given": "2027-05-06", "scope": ["site"]},
        "licence": "For us.",
    },
    "faq": {"title": "Why?", "topics": ["ppe"], "answered_by": "Keeper", "asked": "2027-06-16", "see": ["knowledge/a"]},
    "script": {"title": "At the gate", "when": ["entrance"]},
    "drill": {
        "title": "Fire",
        "topics": ["fire"],
        "scenario": "A bin burns.",
        "roles": [{"post": "Gate", "does": "Opens"}],
        "timeline": [{"minute": 0, "what": "Alarm", "who": "Gate"}],
        "criteria": [{"look": "Alarm", "expected": "Heard"}],
        "emergency": {"first": ["Go."], "call": [{"post": "Gate"}]},
    },
    "report": {"title": "How June went", "campaign": "month", "date": "2027-07-16"},
    "responsibility": {"title": "Posts", "posts": [{"post": "Head", "duty": "Leads"}]},
    "checklist": {
        "title": "Ladders",
        "topics": ["height"],
        "who": "Team leader",
        "often": "Daily",
        "groups": [{"heading": "Rungs", "items": [{"look": "Feet", "right": "Whole"}]}],
    },
    "page": {},
}
"""The least that each kind must say."""


def errors_of(kind: str, values: dict[str, Any]) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].model_validate(values)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_is_enough(kind: str) -> None:
    assert KINDS[kind].model_validate(LEAST[kind])


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, values in LEAST.items() for field in values])
def test_every_part_of_the_least_is_needed(kind: str, field: str) -> None:
    less = {key: value for key, value in LEAST[kind].items() if key != field}
    assert errors_of(kind, less) == [((field,), "missing")]


@pytest.mark.parametrize("part", CLOSURE)
def test_a_case_is_not_closed_until_all_four_hold(part: str) -> None:
    closure = {key: value for key, value in CLOSURE.items() if key != part}
    assert errors_of("lesson", LEAST["lesson"] | {"closure": closure}) == [(("closure", part), "missing")]
    assert errors_of("lesson", LEAST["lesson"] | {"closure": closure | {part: " "}}) == [(("closure", part), "string_too_short")]


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_field_is_a_mistake(kind: str) -> None:
    assert errors_of(kind, LEAST[kind] | {"colour": "red"}) == [(("colour",), "extra_forbidden")]


@given(st.dates())
def test_dates_are_iso_8601(date: datetime.date) -> None:
    notice = Notice.model_validate(LEAST["notice"] | {"date": date.isoformat()})
    assert notice.date == date


@pytest.mark.parametrize(
    "date", ["2027-6-16", "16.06.2027", "2027-02-30", "20270616", "2027-W24-3", "２０２７-０６-１６", 20270616, None, ""]
)
def test_other_dates_are_not(date: object) -> None:
    assert errors_of("notice", LEAST["notice"] | {"date": date}) == [(("date",), "date-format")]


@given(st.datetimes())
def test_a_moment_is_a_day_or_a_day_and_its_hour(moment: datetime.datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    for written in (f"{moment:%Y-%m-%d}".zfill(10), f"{moment.date()} {moment:%H:%M}", f"{moment.date()}T{moment:%H:%M}"):
        activity = Activity.model_validate(LEAST["activity"] | {"starts": written})
        assert str(activity.starts) == written.replace("T", " ")
        assert activity.starts.at.date() == moment.date()
        assert activity.starts.time in {None, moment.time()}


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("2027-06-16 9:00", "moment-format"),
        ("2027-06-16 24:00", "moment-format"),
        ("2027-06-16 09:00:00", "moment-format"),
        ("2027-06-16T09:00Z", "moment-format"),
        ("09:00", "moment-format"),
        (20270616, "moment-format"),
        ("2027-06-31 09:00", "date-impossible"),
    ],
)
def test_other_moments_are_not(value: object, error: str) -> None:
    assert errors_of("activity", LEAST["activity"] | {"starts": value}) == [(("starts",), error)]


@pytest.mark.parametrize("clock", ["9:00", "24:00", "09:60", "9 am", "０９:００", 900, None])
def test_an_hour_has_two_digits_and_a_clock_24_hours(clock: object) -> None:
    agenda = [{"at": clock, "what": "Talk"}]
    assert errors_of("activity", LEAST["activity"] | {"agenda": agenda}) == [(("agenda", 0, "at"), "clock-format")]


def test_an_activity_is_held_in_sessions_and_ends_with_the_last() -> None:
    repeats = [{"starts": "2027-06-18 22:00", "ends": "2027-06-19 01:00"}, {"starts": "2027-06-17"}]
    activity = Activity.model_validate(LEAST["activity"] | {"repeats": repeats})
    assert [str(session.starts) for session in activity.sessions] == ["2027-06-16 09:00", "2027-06-18 22:00", "2027-06-17"]
    assert activity.last == datetime.date(2027, 6, 19)
    assert errors_of("activity", LEAST["activity"] | {"head_count": -1}) == [(("head_count",), "greater_than_equal")]
    assert errors_of("activity", LEAST["activity"] | {"sort": "party"}) == [(("sort",), "literal_error")]


@pytest.mark.parametrize("colour", ["red", "#C8102", "#C8102E0", "C8102E", "#C8102G"])
def test_a_colour_is_six_digits(colour: str) -> None:
    palette = {"primary": colour, "accent": "#FFC72C"}
    assert errors_of("campaign", LEAST["campaign"] | {"palette": palette}) == [(("palette", "primary"), "colour-format")]


def test_colours_are_kept_in_lower_case() -> None:
    palette = {"primary": "#C8102E", "accent": "#FFC72C"}
    campaign = Campaign.model_validate(LEAST["campaign"] | {"palette": palette})
    assert campaign.palette is not None
    assert campaign.palette.primary == "#c8102e"


def test_words_are_a_text_or_a_map_by_language() -> None:
    assert Slogan.model_validate({"text": " Look first "}).text == {"": "Look first"}
    assert Slogan.model_validate({"text": {"zh": "先看后干"}}).text == {"zh": "先看后干"}
    assert errors_of("slogan", {"text": {}}) == [(("text",), "too_short")]


def test_a_design_is_one_or_one_by_language() -> None:
    assert Slogan.model_validate({"text": "A", "design": "signal"}).design == {"": "signal"}
    assert Slogan.model_validate({"text": "A", "design": {"zh": "couplet"}}).design == {"zh": "couplet"}
    assert errors_of("slogan", {"text": "A", "design": {}}) == [(("design",), "too_short")]


@pytest.mark.parametrize(("seconds", "is_legal"), [(2, False), (3, True), (120, True), (121, False), ("two", False)])
def test_a_screen_shows_a_slogan_for_seconds_not_hours(seconds: object, *, is_legal: bool) -> None:
    if is_legal:
        assert Slogan.model_validate({"text": "A", "seconds": seconds}).seconds == seconds
    else:
        assert [place for place, _ in errors_of("slogan", {"text": "A", "seconds": seconds})] == [("seconds",)]


def test_a_figure_has_six_characters_at_most_and_a_sheet_two_or_three_languages() -> None:
    assert Slogan.model_validate({"text": "A", "figure": "1 000+"}).figure == "1 000+"
    assert errors_of("slogan", {"text": "A", "figure": "1 000 +"}) == [(("figure",), "string_too_long")]
    for together in (["en", "zh", "th", "hi"], ["en"], ["en", "en"]):
        assert errors_of("slogan", {"text": "A", "together": together}) == [(("together",), "together-count")]
    assert Slogan.model_validate({"text": "A", "together": ["en", "zh", "th"]}).together == ("en", "zh", "th")


def test_what_is_written_cannot_change_later() -> None:
    page = Page(title="A")
    with pytest.raises(ValidationError):
        page.title = "B"  # type: ignore[misc]


@pytest.mark.parametrize("value", ["yes", "true", 1])
def test_pinned_is_true_or_false_and_nothing_like_it(value: object) -> None:
    assert errors_of("notice", LEAST["notice"] | {"pinned": value}) == [(("pinned",), "bool_type")]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("slogans/a.md", "slogan"),
        ("docs/notices/2026/a.md", "notice"),
        ("docs/knowledge/a.md", "knowledge"),
        ("docs/lessons/a.md", "lesson"),
        ("docs/campaigns/a.md", "campaign"),
        ("docs/activities/a.md", "activity"),
        ("docs/blackboards/a.md", "blackboard"),
        ("docs/index.md", "page"),
        ("docs/noticeboard/a.md", "page"),
    ],
)
def test_the_folder_tells_the_kind(path: str, kind: str) -> None:
    assert name_kind(path) == kind


def test_every_kind_has_a_folder_and_every_field_a_schema() -> None:
    assert set(FOLDERS.values()) == set(KINDS)
    for kind in KINDS.values():
        assert set(kind.model_json_schema()["properties"]) == set(kind.model_fields)
    assert list(Closure.model_fields) == ["causes", "accountability", "measures", "education"]


@pytest.mark.parametrize("kind", KINDS.values())
def test_translated_fields_are_fields(kind: Any) -> None:
    assert set(kind.translated) <= set(kind.model_fields)
