"""What a radio script must say: when it is read, by which voices, and how long its slot is; what is read stands in its body."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from broadside.kinds.material import Article
from broadside.kinds.values import Text

Slot = Literal["shift-change", "lunch", "entrance"]
"""When a works radio or a loudspeaker at the gate is heard; the names are in texts/*/site/script.yml."""


class Script(Article):
    """Words to be read aloud, for the works radio or the loudspeaker at the gate.

    ``voices`` are those who read it, posts and not persons; without any, whoever is on duty. ``seconds`` is as long as there is.
    """

    translated: ClassVar[tuple[str, ...]] = ("title", "summary", "voices")

    when: tuple[Slot, ...] = Field(min_length=1)
    voices: Annotated[tuple[Text, ...], Field(max_length=2)] = ()
    seconds: Annotated[int, Field(ge=10, le=3600)] | None = None
