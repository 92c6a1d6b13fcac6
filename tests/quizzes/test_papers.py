"""Papers A and B and their key, read from the PDFs with poppler and qpdf: the same questions, other orders, a key that fits."""

from __future__ import annotations

import dataclasses
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest
from PIL import Image

from broadside.catalog import Catalog, read_catalog, read_settings
from broadside.kinds import Question, QuestionPicture
from broadside.press.papers import PrintedPaper
from broadside.press.running import Press
from broadside.quizzes.papers import list_papers, list_quiz_papers
from broadside.store import Store
from broadside.texts import read_texts
from sites import REPOSITORY

Papers = Mapping[tuple[str, str, str], PrintedPaper]
QUIZZES = ("quizzes/hazard-spotting-and-signs", "quizzes/fire-and-evacuation", "quizzes/confined-space")
ALL = pytest.mark.parametrize(("quiz", "language"), [(quiz, language) for quiz in QUIZZES for language in ("en", "zh")])


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))


@pytest.fixture(scope="module")
def papers(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The papers of the repository's quizzes by quiz, name and language."""
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path_factory.mktemp("store")), workers=1) as press:
        printed = press.print_papers(tuple(list_quiz_papers(catalog)))
    kept = (each for each in printed if isinstance(each, PrintedPaper))
    return {(each.paper.document, each.paper.name, each.paper.language): each for each in kept}


def read_words(papers: Papers, quiz: str, name: str, language: str) -> str:
    """Return the words of a PDF without any space, as its order of reading has them, without the feet of its pages."""
    file = papers[quiz, name, language].files[".pdf"]
    text = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    return "".join("".join(page.split("\n")[: -2 if page.endswith("\n") else None]) for page in pages).replace(" ", "")


def squeeze(words: str) -> str:
    return "".join(words.split())


def list_questions(catalog: Catalog, quiz: str, language: str) -> Sequence[Question]:
    return cast("Sequence[Question]", catalog.entries[quiz].say("questions", language))


def read_paper(words: str, questions: Sequence[Question]) -> dict[str, tuple[int, dict[str, str]]]:
    """Return what a paper asks: by question its number on the paper, and its answers by their letters, all as it is printed."""
    starts = sorted((words.index(squeeze(question.ask)), question.ask) for question in questions)
    ends = [start for start, _ in starts[1:]] + [len(words)]
    found = {}
    for (start, ask), end in zip(starts, ends, strict=True):
        number = int(re.search(r"(\d+)\.$", words[:start]).group(1))  # type: ignore[union-attr]
        part = words[start + len(squeeze(ask)) : end]
        texts = [answer.text for question in questions if question.ask == ask for answer in question.answers]
        letters = {}
        for text in texts:
            places = [place for letter in "ABCDEFGH" for place in [part.find(letter + squeeze(text))] if place >= 0]
            assert len(places) == 1, (ask, text, part)
            letters[part[places[0]]] = text
        found[ask] = (number, letters)
    return found


def read_key(words: str, questions: Sequence[Question]) -> dict[str, tuple[int, str, int, str]]:
    """Return the rows of the key: by question its number and what is right on A, the same on B."""
    right = "|".join(["[A-H]+", *map(re.escape, ("Right", "Wrong", "正确", "错误"))])
    rows = {}
    for question in questions:
        match = re.search(rf"(\d+)({right})(\d+)({right}){re.escape(squeeze(question.ask))}", words)
        assert match, question.ask
        rows[question.ask] = (int(match[1]), match[2], int(match[3]), match[4])
    return rows


def test_each_quiz_has_two_papers_and_a_key_in_each_language(papers: Papers) -> None:
    names = ("quiz-a", "quiz-b", "quiz-key")
    assert set(papers) == {(quiz, name, language) for quiz in QUIZZES for name in names for language in ("en", "zh")}


@ALL
def test_a_and_b_ask_the_same_in_other_orders(catalog: Catalog, papers: Papers, quiz: str, language: str) -> None:
    questions = list_questions(catalog, quiz, language)
    first, second = (read_paper(read_words(papers, quiz, name, language), questions) for name in ("quiz-a", "quiz-b"))
    assert len(first) == len(questions) >= 10
    for paper in (first, second):
        assert sorted(number for number, _ in paper.values()) == list(range(1, len(questions) + 1))
    assert [number for number, _ in first.values()] != [second[ask][0] for ask in first]
    for ask, (_, letters) in first.items():
        assert sorted(letters) == sorted(second[ask][1]) == list("ABCDEFGH"[: len(letters)])
        assert sorted(letters.values()) == sorted(second[ask][1].values())
        assert letters != second[ask][1] or not letters


@ALL
def test_the_key_fits_both_papers(catalog: Catalog, papers: Papers, quiz: str, language: str) -> None:
    questions = list_questions(catalog, quiz, language)
    rows = read_key(read_words(papers, quiz, "quiz-key", language), questions)
    verdicts = read_texts(language)["press"]["quiz"]["verdicts"]
    for name, side in (("quiz-a", 0), ("quiz-b", 2)):
        paper = read_paper(read_words(papers, quiz, name, language), questions)
        for question in questions:
            number, letters = paper[question.ask]
            told, right = rows[question.ask][side : side + 2]
            assert told == number
            if question.kind == "true-false":
                assert right == verdicts[question.verdict]
            elif question.kind == "ordering":
                steps = sorted(question.answers, key=lambda answer: answer.place or 0)
                assert [letters[letter] for letter in str(right)] == [step.text for step in steps]
            else:
                chosen = {letters[letter] for letter in str(right)}
                assert chosen == {answer.text for answer in question.answers if answer.right}


@ALL
@pytest.mark.parametrize("name", ["quiz-a", "quiz-b"])
def test_no_answer_is_in_a_paper(catalog: Catalog, papers: Papers, quiz: str, language: str, name: str, tmp_path: Path) -> None:
    """Neither in its words nor in metadata and tags: all objects are looked through, opened by qpdf."""
    printed = papers[quiz, name, language]
    opened = tmp_path / "opened.pdf"
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", printed.files[".pdf"], opened], check=True)
    data, words = opened.read_bytes(), read_words(papers, quiz, name, language)
    for question in list_questions(catalog, quiz, language):
        assert squeeze(question.why) not in words
        for form in (question.why.encode(), question.why.encode("utf-16-be"), question.why.encode("utf-16-be").hex().encode()):
            assert form not in data
            assert form.upper() not in data
        assert question.why not in printed.paper.data
        assert question.see not in printed.paper.data
    facts = subprocess.run(["pdfinfo", printed.files[".pdf"]], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Tagged:\s+yes", facts)
    assert re.search(r"Title:\s+" + re.escape(str(catalog.entries[quiz].say("title", language))), facts)


def test_a_paper_is_the_same_whatever_is_right(catalog: Catalog) -> None:
    """It is told nothing from which that could be known."""
    entry = catalog.entries[QUIZZES[0]]
    turned = [_turn(question) for question in list_questions(catalog, entry.id, "en")]
    other = dataclasses.replace(entry, fields=entry.fields.model_copy(update={"questions": tuple(turned)}), translations={})
    for ours, theirs in zip(list_papers(catalog, entry), list_papers(catalog, other), strict=False):
        assert (ours.data == theirs.data) == (ours.name != "quiz-key")


def _turn(question: Question) -> Question:
    """Return the question with everything else right: an ordering stays, for its papers never show the right order."""
    if question.kind == "true-false":
        return question.model_copy(update={"verdict": "right" if question.verdict == "wrong" else "wrong"})
    answers = tuple(answer.model_copy(update={"right": not answer.right}) for answer in question.answers)
    return question if question.kind == "ordering" else question.model_copy(update={"answers": answers})


def test_a_photograph_stands_beside_its_question_without_the_camera_s_data(
    catalog: Catalog, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Our camera"
    Image.new("RGB", (1600, 900), "#a81616").save(tmp_path / "gate.jpg", exif=exif)
    entry = catalog.entries[QUIZZES[0]]
    picture = QuestionPicture(alt="A red gate", photograph="gate.jpg", credit="Works, CC0")
    questions = [each.model_copy(update={"picture": picture}) for each in list_questions(catalog, entry.id, "en")[:2]]
    fields = entry.fields.model_copy(update={"questions": tuple(questions)})
    other = dataclasses.replace(entry, path=str(tmp_path / "gate.md"), fields=fields, translations={})
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path_factory.mktemp("store")), workers=1) as press:
        file = press.print_paper(next(list_papers(catalog, other)))[".pdf"]
    listed = subprocess.run(["pdfimages", "-list", file], check=True, capture_output=True, text=True).stdout
    width, height = next(line.split()[3:5] for line in listed.split("\n") if " jpeg " in line)
    assert int(width) / int(height) == pytest.approx(16 / 9, rel=0.01)
    assert b"Our camera" not in file.read_bytes()


def test_what_would_give_an_answer_away_would_be_found(catalog: Catalog, papers: Papers) -> None:
    """The key has what the papers must not have: the test above can fail."""
    words = read_words(papers, QUIZZES[0], "quiz-key", "en")
    assert all(squeeze(question.why) in words for question in list_questions(catalog, QUIZZES[0], "en"))
