"""What a report that closes a campaign must say: the figures that somebody counted, and its sections, one of them of problems."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field, StrictBool
from pydantic_core import PydanticCustomError

from broadside.kinds.material import Article, Model
from broadside.kinds.values import ByLanguage, CampaignId, Date, UnitId

Figure = Literal[
    "banners",
    "panels",
    "showings",
    "leaflets",
    "signatures",
    "people",
    "questions",
    "hazards-found",
    "hazards-closed",
    "suggestions",
]
"""What enterprises report of a Safe Production Month. Their words and units are in texts/*/site/report.yml."""
Computed = Literal["notices", "articles", "lessons", "slogans", "sheets", "activities", "quizzes", "blackboards", "attendances"]
"""What is counted in the site's files: nobody enters it."""
FIGURES: tuple[str, ...] = get_args(Figure)
COMPUTED: tuple[str, ...] = get_args(Computed)


def _refuse_computed(value: Any) -> Any:
    """Refuse a figure that the software counts: two numbers for one thing, and nobody knows which holds."""
    if value in COMPUTED:
        rule = "figure-computed"
        raise PydanticCustomError(rule, "a figure that is counted")
    return value


class Entered(Model):
    """A figure that people counted: what, how many, who counted (a post) and until which day; ``unit`` where it is one unit's."""

    what: Annotated[Figure, BeforeValidator(_refuse_computed)]
    count: Annotated[int, Field(ge=0)]
    by: ByLanguage
    until: Date
    unit: UnitId | None = None


class Report(Article):
    """The report of a campaign. ``example`` says that its entered figures are made up, to show how a report looks."""

    sections: ClassVar[dict[str, tuple[str, ...]]] = {
        "en": ("What was done", "Problems", "What follows"),
        "zh": ("做了什么", "存在的问题", "下一步"),
    }

    campaign: CampaignId
    date: Date
    entered: tuple[Entered, ...] = ()
    example: StrictBool = False
