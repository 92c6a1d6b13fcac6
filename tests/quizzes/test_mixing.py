"""The orders of a quiz: the same questions and answers everywhere, mixed otherwise on each paper, the same at every build."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.kinds import Question, Quiz
from broadside.quizzes.mixing import Asked, mix_page, mix_papers, name_right


def make_quiz(*counts: int) -> Quiz:
    """Return a quiz of orderings and single choices with so many answers each; none stands for a statement."""
    questions: list[dict[str, object]] = []
    for number, count in enumerate(counts):
        common: dict[str, object] = {"ask": f"Question {number}?", "why": "Because.", "see": "knowledge/a"}
        places = [{"text": str(place), "place": place + 1} for place in range(count)]
        answers = [{"text": str(place), "right": place == 0} for place in range(count)]
        if not count:
            questions.append({**common, "kind": "true-false", "verdict": "wrong"})
        else:
            kind = "ordering" if number % 2 else "single"
            questions.append({**common, "kind": kind, "answers": places if number % 2 else answers})
    return Quiz.model_validate({"title": "Quiz", "topics": ["ppe"], "questions": questions})


quizzes = st.lists(st.sampled_from([0, 3, 4, 5, 8]), min_size=2, max_size=12).map(lambda counts: make_quiz(*counts))


@given(st.text(max_size=20), quizzes)
def test_every_order_has_every_question_and_answer_once(identity: str, quiz: Quiz) -> None:
    for asked in (mix_page(identity, quiz), *mix_papers(identity, quiz).values()):
        assert sorted(each.index for each in asked) == list(range(len(quiz.questions)))
        for each in asked:
            assert sorted(each.answers) == list(range(len(quiz.questions[each.index].answers)))


@given(st.text(max_size=20), quizzes)
def test_neighbours_have_other_orders(identity: str, quiz: Quiz) -> None:
    first, second = mix_papers(identity, quiz).values()
    assert [each.index for each in first] != [each.index for each in second]
    orders = {each.index: each.answers for each in second}
    assert all(each.answers != orders[each.index] for each in first if each.answers)


@given(st.text(max_size=20), quizzes)
def test_no_ordering_stands_in_its_right_order(identity: str, quiz: Quiz) -> None:
    for asked in (mix_page(identity, quiz), *mix_papers(identity, quiz).values()):
        for each in asked:
            question = quiz.questions[each.index]
            if question.kind == "ordering":
                assert [question.answers[number].place for number in each.answers] != list(range(1, len(question.answers) + 1))


def test_the_page_keeps_the_order_of_its_questions() -> None:
    assert [each.index for each in mix_page("quizzes/a", make_quiz(3, 4, 0, 5))] == [0, 1, 2, 3]


def test_an_order_is_the_same_at_every_build() -> None:
    """Papers that hang or lie in a drawer must fit a key that is printed next year: this order may never change."""
    assert tuple(mix_papers("quizzes/ladders", make_quiz(3, 4, 0)).values()) == PRINTED


PRINTED = ((Asked(1, (2, 3, 0, 1)), Asked(0, (1, 2, 0)), Asked(2, ())), (Asked(2, ()), Asked(0, (2, 0, 1)), Asked(1, (0, 2, 1, 3))))


@pytest.mark.parametrize(
    ("kind", "answers", "order", "letters"),
    [
        ("single", [{"text": "a", "right": True}, {"text": "b"}, {"text": "c"}], (2, 0, 1), "B"),
        ("multiple", [{"text": "a", "right": True}, {"text": "b"}, {"text": "c", "right": True}], (2, 1, 0), "AC"),
        ("ordering", [{"text": "a", "place": 2}, {"text": "b", "place": 3}, {"text": "c", "place": 1}], (0, 1, 2), "CAB"),
        ("ordering", [{"text": "a", "place": 1}, {"text": "b", "place": 2}, {"text": "c", "place": 3}], (1, 2, 0), "CAB"),
    ],
)
def test_the_letters_of_what_is_right(kind: str, answers: list[dict[str, object]], order: tuple[int, ...], letters: str) -> None:
    question = Question.model_validate({"ask": "?", "kind": kind, "answers": answers, "why": "Because.", "see": "knowledge/a"})
    assert name_right(question, order) == letters
