"""What a work of an employee must say: whose it is and how they wish to be named, what they agreed to, and the work itself."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from broadside.kinds.material import Article, Model
from broadside.kinds.values import Date, Text

Medium = Literal[
    "calligraphy", "painting", "photograph", "paper-cut", "poem", "essay", "song", "comic", "video", "handicraft", "other"
]
"""What enterprises collect under the name of safety culture works; the names are in texts/*/site/work.yml."""
Named = Literal["full", "first-name", "team", "anonymous"]
"""How authors wish to be named."""
Age = Literal["adult", "under-18", "under-14"]
"""Our choice of groups: 18 is of age (Civil Code of the PRC, Article 17); below 14 a guardian decides on a child's personal
information (Personal Information Protection Law of the PRC, Article 31)."""


class Consent(Model):
    """What the author agreed to and when; for a child under 14 ``guardian`` is the day on which a guardian did.

    The signed paper is kept by whoever collects the works, and not in the repository.
    """

    given: Date
    scope: tuple[Literal["site", "print", "vote"], ...] = Field(min_length=1)
    guardian: Date | None = None


class Work(Article):
    """Something that an employee, or a child of one, has made on safety.

    ``author`` is a name only where the author wishes to be named by it; ``team`` is a post or a team. A work is an ``image``
    beside the document, described by ``alt``, or the text in its body.
    """

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "team", "licence", "alt", "award")

    medium: Medium
    named: Named
    author: Text | None = None
    team: Text | None = None
    age: Age = "adult"
    consent: Consent
    licence: Text
    image: Text | None = None
    alt: Text | None = None
    award: Text | None = None
    awarded: Date | None = None
