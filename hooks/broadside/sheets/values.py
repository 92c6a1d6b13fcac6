"""A sheet as a pure value: everything that its printing depends on is in it, or named by it."""

from __future__ import annotations

from dataclasses import dataclass

from broadside.catalog import Carrier, Design, Language
from broadside.fonts import Face
from broadside.kinds import Palette
from broadside.typesetting import SetWords
from broadside.units import to_mm

QR_PER_DISTANCE = 1 / 10
"""Width of a QR code to the distance it is scanned from: the rule of thumb of ISO/IEC 18004's makers, Denso Wave."""


@dataclass(frozen=True)
class Sheet:
    """One slogan in one language on one carrier in one design for one unit. Lengths are as drawn, in mm."""

    slogan: str
    language: str
    carrier_id: str
    design_id: str
    unit: str
    text: str
    words: SetWords
    carrier: Carrier
    design: Design
    tongue: Language
    notes_tongue: Language
    word_faces: tuple[Face, ...]
    note_faces: tuple[Face, ...]
    width_mm: float
    height_mm: float
    url: str
    brand_name: str
    brand_logo: str
    logo_alt: str
    campaign_title: str
    campaign_days: str
    palette: Palette
    picture: str
    topic_name: str
    sign: str
    photo_file: str | None
    photo_alt: str
    photo_focus: tuple[float, float]

    @property
    def name(self) -> str:
        """What tells it from the slogan's other sheets: carrier and language."""
        return f"{self.carrier_id}-{self.language}"

    @property
    def bleed_mm(self) -> float:
        """The bleed as drawn."""
        return self.carrier.bleed_mm / self.carrier.scale

    @property
    def qr_mm(self) -> float:
        """The least width of the QR code as drawn, quiet zone included."""
        return self.carrier.scan_m * 1000 * QR_PER_DISTANCE / drawn_scale(self.carrier)


def drawn_scale(carrier: Carrier) -> float:
    """Return how many mm of the finished thing one drawn mm stands for; a screen's pixel is drawn as a point."""
    return carrier.width_mm / to_mm(carrier.width_px) if carrier.width_px else float(carrier.scale)
