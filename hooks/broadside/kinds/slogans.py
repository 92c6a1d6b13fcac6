"""What a slogan must say."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from broadside.kinds.material import Material, Model
from broadside.kinds.values import ByLanguage, CarrierId, DesignByLanguage, DocumentId, PictureId, Share, Text, Together

Sign = Literal["prohibition", "warning", "mandatory", "fire", "safe"]


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
