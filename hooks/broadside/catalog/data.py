"""The records of the data files, checked one by one: languages, topics, carriers, designs, brands, faces."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from broadside.catalog.papers import PAPERS_MM, can_fold, plan_cards
from broadside.kinds import Sign
from broadside.kinds.values import ByLanguage, Colour, Share, Text
from broadside.typesetting import Tongue

CARRIERS_FILE = "posters/carriers.yml"
Shape = Literal["tall", "portrait", "landscape", "wide", "strip"]
Group = Literal["poster", "display", "banner", "vehicle", "screen", "sign", "backdrop"]
Form = Literal[
    "print-shop",
    "office",
    "copier",
    "letters-a4",
    "letters-a3",
    "tiles-a4",
    "tiles-a3",
    "cards-a4",
    "cards-a3",
    "folded-a4",
    "screen",
    "preview",
    "thumbnail",
]
SHAPES: tuple[tuple[float, Shape], ...] = ((0.54, "tall"), (1.0, "portrait"), (1.9, "landscape"), (3.2, "wide"))
"""Up to which width to height a sheet has a shape; a longer one is a strip. Our choice: the A sizes and 9:16 are portrait,
16:9 landscape, roll-ups tall, billboards wide."""
Millimetres = Annotated[float, Field(ge=0)]
Length = Annotated[float, Field(gt=0)]


# ISO 15924
# fmt: off
Script = Literal[
    "Latn", "Cyrl", "Grek", "Hans", "Hant", "Jpan", "Kore", "Arab", "Hebr", "Thai", "Laoo", "Khmr", "Mymr", "Deva", "Beng", "Taml",
    "Tibt",
]
# fmt: on
Manner = Literal["sans", "serif"]


class Data(BaseModel):
    """A record of a data file under ``posters/`` or ``docs/topics.yml``."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Language(Data):
    """A language that words may be in; the engine's names for it, its script (ISO 15924) and direction.

    ``faces`` draw its letters in any design: they stand after the design's first face and before its others.
    """

    name: Text
    lang: Text
    region: Text
    script: Script
    direction: Literal["ltr", "rtl"]
    faces: dict[Manner, tuple[Text, ...]] = Field(default_factory=dict)

    @property
    def tongue(self) -> Tongue:
        """The language as the setting sees it."""
        return Tongue(self.lang, self.script, self.direction)


class Topic(Data):
    """One of the controlled list: its name, the illustration that stands for it, the category of its safety sign."""

    name: ByLanguage
    picture: Text
    sign: Sign


class Zone(Data):
    """A part of a carrier that no word, code or logo may enter, in mm from its left top corner.

    ``use`` "clear": ground only (a number plate, a lamp, the foot that people hide); "sign": a white field to write on.
    """

    name: ByLanguage
    use: Literal["clear", "sign"] = "clear"
    x_mm: Millimetres
    y_mm: Millimetres
    width_mm: Length
    height_mm: Length


@dataclass(frozen=True)
class Area:
    """A rectangle of a carrier, in mm from its left top corner."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float

    def meets(self, zone: Zone) -> bool:
        """Say whether the two share more than an edge."""
        return (
            self.x_mm < zone.x_mm + zone.width_mm
            and zone.x_mm < self.x_mm + self.width_mm
            and self.y_mm < zone.y_mm + zone.height_mm
            and zone.y_mm < self.y_mm + self.height_mm
        )


class Carrier(Data):
    """What a sheet is put on. Lengths in mm of the finished thing, distances in m.

    ``usual`` ones are meant where only their group is named. ``files`` are made of each sheet, others when asked for.
    ``words_max`` is the most letters (Chinese characters count two) that can be read from ``distance_m`` in passing.
    """

    group: Group
    name: ByLanguage
    paper: Text
    width_mm: Length
    height_mm: Length
    bleed_mm: Millimetres = 0
    safe_mm: Millimetres
    distance_m: Length
    scan_m: Length
    photo_ppi: Annotated[int, Field(ge=10, le=400)] = 200
    width_px: Annotated[int, Field(gt=0)] | None = None
    height_px: Annotated[int, Field(gt=0)] | None = None
    zones: tuple[Zone, ...] = ()
    words_max: Annotated[int, Field(gt=0)] | None = None
    usual: bool = False
    files: tuple[Form, ...] = ("print-shop", "office")
    looks_like: Text | None = None

    @functools.cached_property
    def live(self) -> Area:
        """The largest rectangle that no zone enters: where a design stands; its ground runs on to the edges."""
        return max(self._list_free(), key=lambda area: area.width_mm * area.height_mm)

    @property
    def has_room(self) -> bool:
        """Say whether the zones leave any of it."""
        return next(self._list_free(), None) is not None

    def _list_free(self) -> Iterator[Area]:
        """Yield the rectangles between the zones' edges that no zone enters."""
        across = (edge for zone in self.zones for edge in (zone.x_mm, zone.x_mm + zone.width_mm))
        down = (edge for zone in self.zones for edge in (zone.y_mm, zone.y_mm + zone.height_mm))
        edges_x = sorted({0.0, self.width_mm, *(min(edge, self.width_mm) for edge in across)})
        edges_y = sorted({0.0, self.height_mm, *(min(edge, self.height_mm) for edge in down)})
        for left, right in itertools.combinations(edges_x, 2):
            for top, bottom in itertools.combinations(edges_y, 2):
                area = Area(left, top, right - left, bottom - top)
                if not any(area.meets(zone) for zone in self.zones):
                    yield area

    def takes(self, form: Form) -> bool:
        """Say whether it is of a size for ``form``: small enough for several on a page, or a panel of a folded paper."""
        how, _, paper = form.rpartition("-")
        size = self.width_mm, self.height_mm
        if how == "cards":
            return plan_cards(*size, PAPERS_MM[paper]) is not None
        return how != "folded" or can_fold(*size, PAPERS_MM[paper])

    @property
    def shape(self) -> Shape:
        """The shape of its live area."""
        proportion = self.live.width_mm / self.live.height_mm
        return next((shape for limit, shape in SHAPES if proportion <= limit), "strip")


class Slot(Data):
    """The box of the words: shares of the live area's width and height; ``lines`` is the most lines it takes.

    ``set`` "spread" sets Chinese on one line at equal pitch across the slot, "upright" in columns from the right;
    ``columns`` "apart" stands the halves of a couplet at the slot's two sides.
    ``second`` is the share of the slot's height that a second and a third language get on sheets in several.
    """

    x: Share
    y: Share
    width: Share
    height: Share
    align: Literal["start", "centre"] = "start"
    anchor: Literal["top", "centre", "bottom"] = "centre"
    lines: Annotated[int, Field(ge=1, le=8)] = 8
    size_max: Share = 1.0
    set: Literal["lines", "spread", "upright"] = "lines"
    columns: Literal["together", "apart"] = "together"
    second: Share = 0.34


class Faces(Data):
    """Which faces set a text, the first that has a letter draws it; ``weight`` and ``stretch`` as the engine counts them.

    ``pitch`` is the distance of baselines in em, by script, where the design wants another than the script's usual one.
    ``manner`` chooses among the faces of a language that brings its own.
    """

    faces: Annotated[tuple[Text, ...], Field(min_length=1)]
    weight: Annotated[int, Field(ge=100, le=900)]
    stretch: Annotated[int, Field(ge=50, le=200)] = 100
    pitch: dict[Text, Length] = Field(default_factory=dict)
    manner: Manner = "sans"


class Spot(Data):
    """An ink that a print shop mixes: its name in the shop's swatch book, and the colour it stands for in the design."""

    name: Text
    colour: Literal["primary", "accent"] | Colour


class Design(Data):
    """How a sheet looks: what it is for, where it fits, its faces and the slot of its words on each shape of sheet.

    ``scripts``, where given, are the only ones it sets. ``spot`` names the ink of its own that the print shop mixes for a colour.
    ``like`` is the design that draws it and whose values it has where it gives none of its own; ``ink`` is the campaign's colour
    of its words, where that drawing leaves the choice.
    """

    like: Text | None = None
    ink: Literal["primary", "accent"] | None = None
    name: ByLanguage
    use: ByLanguage
    carriers: Annotated[tuple[Text, ...], Field(min_length=1)]
    words: Faces
    notes: Faces
    slots: Annotated[dict[Shape, Slot], Field(min_length=1)]
    photo: bool = False
    scripts: tuple[Script, ...] = ()
    spot: Spot | None = None
    topic: Text | None = None
    sample: ByLanguage


class Brand(Data):
    """A unit's name and logo; ``parent`` is the unit whose logo stands before it. ``logo_copier`` is the logo in black alone.

    ``under`` is the unit that it is listed under, where that is not its parent. ``kit`` are carriers, or groups of them: the
    running campaign's sheets on these are printed with the unit's logo by every build; a unit that names none prints on demand.
    """

    name: ByLanguage
    logo: Text
    logo_copier: Text | None = None
    logo_alt: ByLanguage
    parent: Text | None = None
    under: Text | None = None
    kit: tuple[Text, ...] = ()
    clear_space: Annotated[float, Field(ge=0, le=2)] = 0.25

    @property
    def above(self) -> str | None:
        """The unit that it is listed under."""
        return self.under or self.parent

    def takes(self, carrier_id: str, group: str) -> bool:
        """Say whether its kit has a carrier."""
        return carrier_id in self.kit or group in self.kit


class Fetch(Data):
    """Where a face that is not shipped comes from: a package of npm, its version, and the file in it."""

    package: Text
    version: Text
    file: Text


class FaceRecord(Data):
    """One font file's entry in ``posters/fonts/fonts.yml``."""

    file: Text
    family: Text
    weight: int
    covers: Text
    origin: Text
    version: Text
    subset: bool
    fetch: Fetch | None = None
    sha256: Annotated[str, AfterValidator(str.lower)]


class Record(Data):
    """What was published: the site's languages, its default first, and the addresses in the default one, ``/`` the home page."""

    languages: Annotated[tuple[Text, ...], Field(min_length=1)]
    addresses: tuple[Text, ...] = ()
