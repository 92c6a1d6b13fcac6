"""What each kind of document must say: pydantic models, the one source of the rules, the JSON Schema and the form editor."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from broadside.kinds.values import (
    ArticleId,
    ByLanguage,
    CampaignId,
    CarrierId,
    Colour,
    Date,
    DesignByLanguage,
    DesignId,
    DocumentId,
    NoticeId,
    PictureId,
    Share,
    Text,
    Together,
    TopicId,
    UnitId,
)

Sign = Literal["prohibition", "warning", "mandatory", "fire", "safe"]
Season = Literal["spring", "summer", "autumn", "winter", "flood"]
Audience = Literal["everyone", "frontline", "team-leaders", "managers", "contractors", "newcomers", "drivers", "families"]


class Model(BaseModel):
    """Plain values in, frozen values out; a key that no field names is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Document(Model):
    """What every kind has: ``sections`` are the headings its body must have, ``translated`` what a translation may say anew.

    ``revised`` is the day its words last changed their meaning. A translation has its own: where that is older than the
    original's, or is not there, the translation is behind.
    """

    sections: ClassVar[dict[str, tuple[str, ...]]] = {}
    translated: ClassVar[tuple[str, ...]] = ("title", "summary")

    revised: Date | None = None


class Material(Document):
    """The fields of every kind of campaign material."""

    campaign: CampaignId | None = None
    topics: tuple[TopicId, ...] = ()
    season: Season | None = None
    unit: UnitId | None = None
    audience: tuple[Audience, ...] = ()


class Article(Material):
    """Material with a title: every kind but the slogan, which has its words."""

    title: Text
    summary: Text | None = None


class Photo(Model):
    """A photograph for the designs that have a place for one; ``focus`` is the point to keep, as shares from left and top.

    ``credit`` names the photographer and the licence, where it asks for that.
    """

    file: Text
    alt: ByLanguage
    credit: Text | None = None
    focus: tuple[Share, Share] = (0.5, 0.5)


class Slogan(Material):
    """A line for the wall: its words by language, how it looks (one design, or one by language) and what it is put on.

    ``together`` names two or three languages that also stand on one sheet, the first one largest. ``figure`` is the number that
    a design with a place for one shows, ``seconds`` how long a screen shows it.
    """

    translated: ClassVar[tuple[str, ...]] = ()

    text: ByLanguage
    design: DesignByLanguage | None = None
    carriers: tuple[CarrierId, ...] = Field(default=("poster", "screen"), min_length=1)
    picture: PictureId | None = None
    sign: Sign | None = None
    photo: Photo | None = None
    together: Together = ()
    figure: Annotated[Text, StringConstraints(max_length=6)] | None = None
    seconds: Annotated[int, Field(ge=3, le=120)] | None = None
    see: tuple[DocumentId, ...] = ()


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
    """An article that a worker can use."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "source")

    kind: Literal["policy", "law", "rule", "skill", "lecture", "family"]
    topics: tuple[TopicId, ...] = Field(min_length=1)
    source: Text | None = None
    reviewed: Date | None = None
    review_by: Date | None = None


class Closure(Model):
    """The principle 四不放过: a case is not closed until these four hold."""

    causes: Text
    accountability: Text
    measures: Text
    education: Text


class Lesson(Article):
    """What happened once, why, and what follows from it."""

    sections: ClassVar[dict[str, tuple[str, ...]]] = {
        "en": ("What happened", "Why it happened", "What we learned", "What to do"),
        "zh": ("事情经过", "原因", "教训", "怎么做"),
    }
    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "source", "closure", "discussion")

    date: Date
    severity: Literal["near-miss", "injury", "fatality", "loss"]
    basis: Literal["public-report", "anonymised", "illustrative"]
    topics: tuple[TopicId, ...] = Field(min_length=1)
    source: Text | None = None
    closure: Closure
    discussion: tuple[Text, ...] = ()


class Palette(Model):
    """A campaign's two colours; the designs and the site's theme take theirs from them."""

    primary: Colour
    accent: Colour


class KeyDay(Model):
    """A day of the campaign that everybody should know."""

    date: Date
    title: Text
    what: Text | None = None


class Task(Model):
    """A row of the campaign's plan; ``done`` is the day on which its result was there."""

    task: Text
    owner: Text
    due: Date
    deliverable: Text | None = None
    done: Date | None = None


class Campaign(Article):
    """A month, its theme, its days and its plan."""

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "key_days", "plan")

    theme: ByLanguage
    starts: Date
    ends: Date
    palette: Palette | None = None
    design: DesignId | None = None
    key_days: tuple[KeyDay, ...] = ()
    plan: tuple[Task, ...] = ()


class Board(Model):
    """A blackboard as it hangs: its writing surface. The limits are our choice: what workshops and corridors have room for."""

    width_mm: Annotated[float, Field(ge=1000, le=12000)]
    height_mm: Annotated[float, Field(ge=600, le=3000)]


class Column(Model):
    """A column of a blackboard newspaper: an article or a lesson, or words of its own by language that lead to it."""

    article: ArticleId
    text: ByLanguage | None = None


class Blackboard(Article):
    """An issue of a blackboard newspaper (黑板报): what a hand chalks on a board of a stated size.

    ``letter_mm`` is the side of a Chinese character's square. Our choice: 60; at 5 m a character needs 5 m / 150 = 33 mm, and the
    width of the chalk asks for more. Under 35 it cannot be read from there.
    """

    date: Date
    masthead: ByLanguage
    board: Board
    columns: tuple[Column, ...] = Field(min_length=1)
    letter_mm: Annotated[float, Field(ge=35, le=120)] = 60


class Page(Document):
    """Any other page of the site: nothing is required of it. ``hide`` is the theme's own field."""

    title: Text | None = None
    summary: Text | None = None
    hide: tuple[Literal["navigation", "toc", "footer"], ...] = ()


KINDS: dict[str, type[Document]] = {
    "slogan": Slogan,
    "notice": Notice,
    "knowledge": Knowledge,
    "lesson": Lesson,
    "campaign": Campaign,
    "blackboard": Blackboard,
    "page": Page,
}
"""Each kind of document by its name, in the order the site lists them."""

FOLDERS = {
    "slogans/": "slogan",
    "docs/notices/": "notice",
    "docs/knowledge/": "knowledge",
    "docs/lessons/": "lesson",
    "docs/campaigns/": "campaign",
    "docs/blackboards/": "blackboard",
    "docs/": "page",
}
"""Which kind lives in which folder; the first match counts."""


def name_kind(path: str) -> str:
    """Return the kind of the document at ``path``, relative to the site's folder."""
    return next(kind for folder, kind in FOLDERS.items() if path.startswith(folder))
