"""The papers of an activity: when, where and for whom it is, on four signs and on one page of an invitation."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.kinds import Session
from broadside.papers.invitations import write_session
from broadside.papers.printing import list_papers, say_too_long
from broadside.press.papers import PaperTooLongError
from broadside.press.running import Press
from sites import make_site

from .conftest import Print, read_info, read_words, run

MEETING = "activities/mobilisation-meeting-2027"


@pytest.mark.parametrize(
    ("starts", "ends", "english", "chinese"),
    [
        ("2027-06-01", None, "1 June 2027", "2027年6月1日"),
        ("2027-06-01", "2027-06-05", "1–5 June 2027", "2027年6月1日至5日"),
        ("2027-06-01 08:30", None, "1 June 2027, from 08:30", "2027年6月1日 08:30 起"),
        ("2027-06-01 08:30", "2027-06-01 09:40", "1 June 2027, 08:30–09:40", "2027年6月1日 08:30–09:40"),
        (
            "2027-06-01 23:00",
            "2027-06-02 01:00",
            "1 June 2027 23:00 – 2 June 2027 01:00",
            "2027年6月1日 23:00 – 2027年6月2日 01:00",
        ),
    ],
)
def test_when(starts: str, ends: str | None, english: str, chinese: str) -> None:
    session = Session.model_validate({"starts": starts, "ends": ends})
    assert (write_session(session, "en"), write_session(session, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["Mobilisation meeting 2027", "1 June 2027, 08:30–09:40", "Main conference hall", "managers, team leaders"]),
        ("zh", ["2027年安全生产月动员会", "2027年6月1日 08:30–09:40", "总部大会议室", "管理人员、班组长"]),
    ],
)
def test_signs_for_the_door_and_the_way(print_paper: Print, language: str, parts: list[str]) -> None:
    pdf = print_paper(MEETING, "door-sign", language)
    info = read_info(pdf)
    assert (info["Pages"], info["Page size"]) == ("4", "841.89 x 595.276 pts (A4)")
    words = read_words(pdf)
    assert [words.count("".join(part.split())) for part in parts] == [4] * len(parts)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_invitation_is_one_page_with_its_agenda(catalog: Catalog, print_paper: Print, language: str) -> None:
    asked = [entry for entry in catalog.of_kind("activity") if "invitation" in getattr(entry.fields, "print", ())]
    assert len(asked) > 3
    for entry in asked:
        pdf = print_paper(entry.id, "invitation", language)
        info, words = read_info(pdf), read_words(pdf)
        assert (info["Pages"], info["Page size"], info["Tagged"]) == ("1", "419.528 x 595.276 pts", "yes")
        for row in entry.say("agenda", language):
            assert "".join(row.what.split()) in words
        for thing in entry.say("bring", language):
            assert "".join(thing.split()) in words
    fonts = [line.split() for line in run("pdffonts", print_paper(MEETING, "invitation", language)).splitlines()[2:]]
    assert all(line[-5] == "yes" for line in fonts), fonts


def test_an_agenda_longer_than_the_page_is_refused_at_its_line(tmp_path: Path, press: Press) -> None:
    rows = "".join(
        f'  - {{at: "{8 + n // 6:02}:{n % 6}0", what: Unit {n} says what it checks first and who sees to it}}\n' for n in range(40)
    )
    text = (
        "---\ntitle: Long day\nsort: review\nannounced: 2027-05-01\nstarts: 2027-06-01 08:00\nends: 2027-06-01 18:00\n"
        f"place: Hall\nlead: Office\nprint: [invitation]\nagenda:\n{rows}---\n"
    )
    catalog = read_catalog(read_settings(make_site(tmp_path, {"docs/activities/day.md": text})))
    entry = catalog.entries["activities/day"]
    (paper,) = list_papers(catalog, entry)
    with pytest.raises(PaperTooLongError) as refused:
        press.print_paper(paper)
    problem = say_too_long(entry, refused.value)
    assert (problem.rule, problem.line, problem.path) == ("paper-too-long", 11, "docs/activities/day.md")
