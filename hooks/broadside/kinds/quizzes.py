"""What a quiz must say: its questions, their answers, and where the reason for each is to be read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool

from broadside.kinds.material import Article, Model
from broadside.kinds.values import ArticleId, PictureId, Text, TopicId

QuestionKind = Literal["single", "multiple", "true-false", "ordering"]


class Answer(Model):
    """An answer to choose, marked where it is right, or a step of an ordering with its place.

    The mark stands beside the words: answers can be moved, added and taken out without a key that then counts wrongly.
    """

    text: Text
    right: StrictBool = False
    place: Annotated[int, Field(ge=1)] | None = None


class QuestionPicture(Model):
    """What is seen beside a question: ``draw``, one of the press's pictures, or ``photograph``, a file beside the quiz.

    ``alt`` says what is to be seen and not what it means: it must not give the answer away.
    """

    alt: Text
    draw: PictureId | None = None
    photograph: Text | None = None
    credit: Text | None = None


class Question(Model):
    """A question with its answers; a true-or-false one is a statement with its ``verdict`` and has none.

    ``see`` is the article or the lesson in which the answer stands, ``why`` says it in a sentence or two.
    """

    ask: Text
    kind: QuestionKind
    answers: tuple[Answer, ...] = ()
    verdict: Literal["right", "wrong"] | None = None
    why: Text
    see: ArticleId
    picture: QuestionPicture | None = None


class Quiz(Article):
    """Questions on what the articles say: for a page, two papers and their key, and a round on the big screen."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "questions")

    topics: tuple[TopicId, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=1)
