"""A quiz's id and a seed -> the order of its questions and their answers: the same in every language and build."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from broadside.kinds import Question, Quiz

PAGE = "page"
"""The seed of the page: it keeps the order of questions and mixes the answers, for the right one is often written first."""
LETTERS = "ABCDEFGH"
"""What answers are called; as many as the check takes."""
Order = tuple[int, ...]


@dataclass(frozen=True)
class Asked:
    """A question where it stands: its number in the file, from 0, and its answers by their numbers there."""

    index: int
    answers: Order


def mix_page(identity: str, quiz: Quiz) -> tuple[Asked, ...]:
    """Return the questions as the page asks them."""
    return tuple(
        Asked(index, _mix(f"{identity}/{PAGE}/{index}", len(question.answers), {sort_steps(question)}))
        for index, question in enumerate(quiz.questions)
    )


def mix_papers(identity: str, quiz: Quiz) -> dict[str, tuple[Asked, ...]]:
    """Return the questions as papers A and B ask them: the same ones, in other orders, with their answers in other orders."""
    papers: dict[str, tuple[Asked, ...]] = {}
    taken: list[dict[int, Order]] = []
    orders: set[Order] = set()
    for letter in "AB":
        order = _mix(f"{identity}/{letter}", len(quiz.questions), orders)
        orders.add(order)
        mixed = {
            index: _mix(
                f"{identity}/{letter}/{index}", len(question.answers), {sort_steps(question), *(each[index] for each in taken)}
            )
            for index, question in enumerate(quiz.questions)
        }
        taken.append(mixed)
        papers[letter] = tuple(Asked(index, mixed[index]) for index in order)
    return papers


def sort_steps(question: Question) -> Order:
    """Return the steps of an ordering in their right order, as numbers of the file; of another question, its answers as written."""
    numbers = range(len(question.answers))
    return tuple(sorted(numbers, key=lambda number: question.answers[number].place or 0))


def name_right(question: Question, answers: Order) -> str:
    """Return the letters of what is right where ``answers`` stand in this order: of an ordering all, in the right order."""
    if question.kind == "ordering":
        return "".join(LETTERS[answers.index(number)] for number in sort_steps(question))
    return "".join(LETTERS[place] for place, number in enumerate(answers) if question.answers[number].right)


def _mix(seed: str, count: int, taken: Collection[Order]) -> Order:
    """Return the numbers up to ``count`` in an order of the seed (by SHA-256), turned on until it is none of ``taken``."""
    order: Sequence[int] = sorted(range(count), key=lambda number: hashlib.sha256(f"{seed}/{number}".encode()).digest())
    turns = ((*order[turn:], *order[:turn]) for turn in range(max(count, 1)))
    return next((turn for turn in turns if turn not in taken), tuple(order))
