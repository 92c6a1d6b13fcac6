"""A sheet as a pure value: everything that its printing depends on is in it, or named by it."""

from __future__ import annotations

import datetime
import functools
from dataclasses import dataclass

from broadside.catalog import Area, Carrier, Design, Form, Language
from broadside.fonts import Face
from broadside.kinds import Palette
from broadside.typesetting import SetWords
from broadside.units import to_mm

QR_PER_DISTANCE = 1 / 10
"""Width of a QR code to the distance it is scanned from: the rule of thumb of ISO/IEC 18004's makers, Denso Wave."""

MARKS_MM = 10.0
"""Room around the bleed for the marks: our choice, 5 mm of mark, its distance from the bleed, and air."""

LONGEST_DRAWN_MM = 2500
"""Our choice, half of what a PDF page may be (5 080 mm): letters of more than half a metre, as a longer sheet has, were left out by
a common viewer."""
SCALE_PAST_LIMIT = 10
"""The print trade's custom: what is longer is drawn at one tenth."""


@dataclass(frozen=True)
class Voice:
    """The words in one language as they stand on a sheet."""

    language: str
    text: str
    tongue: Language
    faces: tuple[Face, ...]
    words: SetWords


@dataclass(frozen=True)
class Mark:
    """A logo: its file under ``posters/brands/``, the one for copiers, and what it shows."""

    logo: str
    logo_copier: str
    alt: str


@dataclass(frozen=True)
class Sheet:
    """One slogan in one language, or in several together, on one carrier in one design for one unit. Lengths as drawn, in mm.

    ``slogan`` is the name of its file; ``voices`` are its words, the largest first; ``marks`` the logos, the parent's first.
    """

    slogan: str
    carrier_id: str
    design_id: str
    unit: str
    voices: tuple[Voice, ...]
    carrier: Carrier
    design: Design
    notes_tongue: Language
    note_faces: tuple[Face, ...]
    url: str
    brand_name: str
    marks: tuple[Mark, ...]
    clear_space: float
    campaign_title: str
    campaign_days: str
    campaign_starts: datetime.date
    palette: Palette
    picture: str
    topic_name: str
    sign: str
    figure: str
    photo_file: str | None
    photo_alt: str
    photo_focus: tuple[float, float]
    forms: tuple[Form, ...]
    is_unit_asked: bool = False

    @functools.cached_property
    def language(self) -> str:
        """The language of its words; of several together the names joined: ``zh-en``."""
        voices = self.voices
        return voices[0].language if len(voices) == 1 else "-".join(voice.language for voice in voices)

    @property
    def text(self) -> str:
        """Its words, in several languages one below the other."""
        return "\n".join(voice.text for voice in self.voices)

    @property
    def words(self) -> SetWords:
        """The words of its first language as they are set."""
        return self.voices[0].words

    @functools.cached_property
    def name(self) -> str:
        """What tells it from the slogan's other sheets: carrier and language, and the unit where somebody asked for one."""
        return f"{self.carrier_id}-{self.language}" + (f"-{self.unit}" if self.is_unit_asked else "")

    @functools.cached_property
    def width_mm(self) -> float:
        """The finished width as drawn."""
        return self.carrier.width_mm / drawn_scale(self.carrier)

    @functools.cached_property
    def height_mm(self) -> float:
        """The finished height as drawn; a screen's in whole pixels, whatever its millimetres round to."""
        pixels = self.carrier.height_px
        return to_mm(pixels) if pixels else self.carrier.height_mm / drawn_scale(self.carrier)

    @property
    def live(self) -> Area:
        """Where the design stands, as drawn, from the finished sheet's left top corner."""
        scale, live = drawn_scale(self.carrier), self.carrier.live
        if not self.carrier.zones:
            return Area(0, 0, self.width_mm, self.height_mm)
        return Area(live.x_mm / scale, live.y_mm / scale, live.width_mm / scale, live.height_mm / scale)

    @property
    def bleed_mm(self) -> float:
        """The bleed as drawn."""
        return self.carrier.bleed_mm / drawn_scale(self.carrier)

    @property
    def qr_mm(self) -> float:
        """The least width of the QR code as drawn, quiet zone included."""
        return self.carrier.scan_m * 1000 * QR_PER_DISTANCE / drawn_scale(self.carrier)


def paper_scale(carrier: Carrier) -> int:
    """Return 1, or 10 for what is too long to be drawn at its size."""
    return SCALE_PAST_LIMIT if max(carrier.width_mm, carrier.height_mm) > LONGEST_DRAWN_MM else 1


def drawn_scale(carrier: Carrier) -> float:
    """Return how many mm of the finished thing one drawn mm stands for; a screen's pixel is drawn as a point."""
    return carrier.width_mm / to_mm(carrier.width_px) if carrier.width_px else float(paper_scale(carrier))
