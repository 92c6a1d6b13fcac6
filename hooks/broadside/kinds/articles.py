"""What a notice, an article of knowledge and a lesson must say."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, StrictBool

from broadside.kinds.material import Article, Model
from broadside.kinds.values import Date, NoticeId, Text, TopicId, UnitId


class Notice(Article):
    """An official notice of a unit, valid for a time."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "number")

    date: Date
    unit: UnitId
    number: Text | None = None
    effective: Date | None = None
    expires: Date | None = None
    pinned: StrictBool = False
    supersedes: NoticeId | None = None
    attachments: tuple[Text, ...] = ()


class Knowledge(Article):
    """An article that a worker can use; one for families may be a letter home, and have what a family promises."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "source", "promise")

    kind: Literal["policy", "law", "rule", "skill", "lecture", "family"]
    topics: tuple[TopicId, ...] = Field(min_length=1)
    source: Text | None = None
    reviewed: Date | None = None
    review_by: Date | None = None
    leaflet: tuple[Literal["a5", "tri-fold"], ...] = ()
    letter_home: StrictBool = False
    promise: tuple[Text, ...] = ()
    reference: Literal["signs"] | None = None


class Closure(Model):
    """The principle 四不放过: a case is not closed until these four hold."""

    causes: Text
    accountability: Text
    measures: Text
    education: Text


class Film(Model):
    """A film of a lesson: a file beside it, or an address on a host that the site knows.

    ``captions`` are what is said and heard, as WebVTT; ``description`` says in words what is to be seen and heard.
    """

    video: Text
    captions: Text | None = None
    description: Text | None = None


class Lesson(Article):
    """What happened once, why, and what follows from it."""

    sections: ClassVar[dict[str, tuple[str, ...]]] = {
        "en": ("What happened", "Why it happened", "What we learned", "What to do"),
        "zh": ("事情经过", "原因", "教训", "怎么做"),
    }
    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "source", "closure", "discussion", "film")

    date: Date
    severity: Literal["near-miss", "injury", "fatality", "loss"]
    basis: Literal["public-report", "anonymised", "illustrative"]
    topics: tuple[TopicId, ...] = Field(min_length=1)
    source: Text | None = None
    closure: Closure
    discussion: tuple[Text, ...] = ()
    film: Film | None = None
