"""A quiz -> what is wrong with its questions: answers that are missing, alike or in no order, and translations that differ."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence

from broadside.catalog.values import Entry
from broadside.frontmatter import Parsed
from broadside.kinds import Question, Quiz
from broadside.problems import Problem, make_problem

ANSWERS_LEAST = 3
"""Our choice: of two answers a guess is right every other time; such a question is a statement, true or false."""
ANSWERS_MOST = 8
"""Our choice: A to H; more cannot be kept in mind while one reads them."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
"""What the intake takes as a photograph and both the page and the press can show."""

Spot = tuple[str, tuple[int, int]]
Report = Callable[[Spot, str, str, Collection[str], str], Iterator[Problem]]
"""Reports a value that is not in a list: where, by which rule, the value, the list, the field."""
CheckFile = Callable[[Spot, str, str], Iterator[Problem]]
"""Reports a file that is not there: where, the field, the file."""


def squeeze(words: str) -> str:
    """Return ``words`` as a hasty reader takes them: without case, width (Unicode NFKC), blanks, and the marks at both ends.

    Marks inside stay, and signs of figures at the ends: 1.50 is not 150, and 5 is not 5 %.
    """
    folded = unicodedata.normalize("NFKC", words).casefold()
    letters = [letter for letter in folded if unicodedata.category(letter)[0] not in "ZC"]
    while letters and _is_mark(letters[-1]):
        letters.pop()
    while letters and _is_mark(letters[0]):
        letters.pop(0)
    return "".join(letters) or words


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "P" and letter not in "-%\u2030"


def check_quiz(
    entry: Entry, unknown: Report, articles: Collection[str], pictures: Collection[str], file: CheckFile
) -> Iterator[Problem]:
    """Check the questions of a quiz and of its translations; other documents have none."""
    quiz = entry.fields
    if not isinstance(quiz, Quiz):
        return
    yield from _check_questions(entry.path, entry.parsed, quiz.questions)
    for number, question in enumerate(quiz.questions):
        at = (entry.path, entry.parsed.find(("questions", number, "see")))
        yield from unknown(at, "article-unknown", question.see, articles, f"questions {number + 1} see")
        if question.picture and question.picture.draw:
            at = (entry.path, entry.parsed.find(("questions", number, "picture", "draw")))
            yield from unknown(at, "picture-unknown", question.picture.draw, pictures, f"questions {number + 1} picture draw")
        if question.picture and question.picture.photograph:
            at = (entry.path, entry.parsed.find(("questions", number, "picture", "photograph")))
            yield from file(at, "picture", question.picture.photograph)
    for translation in entry.translations.values():
        questions = translation.fields.get("questions")
        if questions is not None:
            yield from _check_questions(translation.path, translation.parsed, questions)
            yield from _compare(translation.path, translation.parsed, quiz.questions, questions, posixpath.basename(entry.path))


def _check_questions(path: str, parsed: Parsed, questions: Sequence[Question]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for number, question in enumerate(questions):
        name, place = f"questions {number + 1}", ("questions", number)
        first = seen.setdefault(squeeze(question.ask) + repr(question.picture), number)
        if first != number:
            yield make_problem(
                path, parsed.find((*place, "ask")), "quiz-alike", field=name, value=question.ask, other=questions[first].ask
            )
        yield from _check_fit(path, parsed, number, question)
        yield from _check_picture(path, parsed, number, question)
        if question.kind == "true-false":
            if question.verdict is None:
                yield make_problem(path, parsed.find(place), "quiz-no-verdict", field=name)
            continue
        where = parsed.keys.get((*place, "answers"), parsed.find(place))
        if not ANSWERS_LEAST <= len(question.answers) <= ANSWERS_MOST:
            facts = {"count": len(question.answers), "least": ANSWERS_LEAST, "most": ANSWERS_MOST}
            yield make_problem(path, where, "quiz-answers-count", field=name, **facts)
        yield from _check_alike(path, parsed, number, question)
        if question.kind == "ordering":
            yield from _check_order(path, parsed, number, question)
        else:
            yield from _check_right(path, parsed, number, question)


def _check_fit(path: str, parsed: Parsed, number: int, question: Question) -> Iterator[Problem]:
    """Report what belongs to another kind of question."""
    place, is_ordering, is_statement = ("questions", number), question.kind == "ordering", question.kind == "true-false"
    extra: list[tuple[tuple[str | int, ...], str]] = []
    if question.verdict is not None and not is_statement:
        extra.append(((*place, "verdict"), "verdict"))
    if question.answers and is_statement:
        extra.append(((*place, "answers"), "answers"))
    for index, answer in enumerate(() if is_statement else question.answers):
        if answer.right and is_ordering:
            extra.append(((*place, "answers", index, "right"), "right"))
        if answer.place is not None and not is_ordering:
            extra.append(((*place, "answers", index, "place"), "place"))
    for where, name in extra:
        at = parsed.keys.get(where, parsed.find(where))
        yield make_problem(path, at, "quiz-misfit", field=f"questions {number + 1}", value=name, kind=question.kind)


def _check_picture(path: str, parsed: Parsed, number: int, question: Question) -> Iterator[Problem]:
    """Report a picture that is neither drawn nor a photograph, or both."""
    picture = question.picture
    if picture is None:
        return
    if (picture.draw is None) == (picture.photograph is None) or (
        picture.photograph and not picture.photograph.lower().endswith(PICTURES)
    ):
        at = parsed.keys.get(("questions", number, "picture"), parsed.find(("questions", number)))
        yield make_problem(path, at, "quiz-picture", field=f"questions {number + 1}", legal=PICTURES)


def _check_alike(path: str, parsed: Parsed, number: int, question: Question) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for index, answer in enumerate(question.answers):
        squeezed = squeeze(answer.text)
        other = seen.get(squeezed)
        seen.setdefault(squeezed, answer.text)
        if other is not None:
            at = parsed.find(("questions", number, "answers", index, "text"))
            yield make_problem(path, at, "quiz-alike", field=f"questions {number + 1}", value=answer.text, other=other)


def _check_right(path: str, parsed: Parsed, number: int, question: Question) -> Iterator[Problem]:
    right = [index for index, answer in enumerate(question.answers) if answer.right]
    place, name = ("questions", number), f"questions {number + 1}"
    where = parsed.keys.get((*place, "answers"), parsed.find(place))
    if question.answers and not right:
        yield make_problem(path, where, "quiz-no-right", field=name)
    elif question.kind == "single" and len(right) > 1:
        at = parsed.keys.get((*place, "answers", right[1], "right"), where)
        yield make_problem(path, at, "quiz-two-right", field=name, count=len(right))
    elif question.kind == "multiple" and len(right) == 1:
        yield make_problem(path, where, "quiz-one-right", field=name)


def _check_order(path: str, parsed: Parsed, number: int, question: Question) -> Iterator[Problem]:
    places = [answer.place for answer in question.answers]
    wanted = list(range(1, len(places) + 1))
    if sorted(place or 0 for place in places) == wanted:
        return
    wrong = next(index for index, place in enumerate(places) if place is None or place > len(places) or place in places[:index])
    where = ("questions", number, "answers", wrong)
    at = parsed.find((*where, "place")) if places[wrong] is not None else parsed.find(where)
    lacking = [place for place in wanted if place not in places]
    twice = sorted({place for place in places if place is not None and places.count(place) > 1})
    facts = {"lacking": ", ".join(map(str, lacking)), "twice": ", ".join(map(str, twice)) or "-", "count": len(places)}
    yield make_problem(path, at, "quiz-order", field=f"questions {number + 1}", **facts)


def _compare(path: str, parsed: Parsed, ours: Sequence[Question], theirs: Sequence[Question], original: str) -> Iterator[Problem]:
    """Report where a translation asks something else, or takes other answers for right."""
    if len(ours) != len(theirs):
        at = parsed.keys.get(("questions",), (1, 1))
        yield make_problem(path, at, "quiz-translation-count", count=len(theirs), other=len(ours), original=original)
        return
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        place, name = ("questions", number), f"questions {number + 1}"
        shapes = [(each.kind, len(each.answers), each.see, _name_picture(each)) for each in (our, their)]
        keys = [[(answer.right, answer.place) for answer in each.answers] for each in (our, their)]
        if shapes[0] != shapes[1]:
            what = next(
                what for what, one, other in zip(("kind", "answers", "see", "picture"), *shapes, strict=True) if one != other
            )
            at = parsed.keys.get((*place, what), parsed.find(place))
            yield make_problem(path, at, "quiz-translation-other", field=f"{name} {what}", original=original)
        elif our.verdict != their.verdict:
            yield make_problem(path, parsed.find((*place, "verdict")), "quiz-translation-right", field=name, original=original)
        elif keys[0] != keys[1]:
            index = next(index for index, (one, other) in enumerate(zip(*keys, strict=True)) if one != other)
            at = parsed.find((*place, "answers", index))
            yield make_problem(path, at, "quiz-translation-right", field=f"{name} answers {index + 1}", original=original)


def _name_picture(question: Question) -> tuple[str | None, str | None]:
    return (question.picture.draw, question.picture.photograph) if question.picture else (None, None)
