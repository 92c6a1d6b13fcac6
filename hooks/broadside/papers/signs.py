"""The shapes and colours of safety signs -> drawings to scale, their contrast, how large they must be, and the chart of it all."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from broadside.catalog import Catalog, Entry
from broadside.kinds import Knowledge
from broadside.papers.describing import A3_MM, date_paper, describe_document, make_paper
from broadside.press.papers import Paper
from broadside.sheets.colours import Vision, contrast, difference, see
from broadside.texts import read_texts

RED, YELLOW, BLUE, GREEN, BLACK, WHITE = "#9b2423", "#f9a800", "#005387", "#237f52", "#000000", "#ffffff"
"""ISO 3864-4 as sRGB, the same as in posters/parts/sign.typ."""
COLOURS = {"red": RED, "yellow": YELLOW, "blue": BLUE, "green": GREEN}
SIDE = 1000
"""Units of a drawing: the height of a sign, and the base of a triangle."""
RING, BAR = 0.1, 0.08
"""Prohibition, shares of the diameter d1: the ring's width, for d2 = 0.800 d1, and the bar's, c = 0.080 d1 (GB 2894-2008, 4.1)."""
INNER, CORNER = 0.7, 0.08
"""Warning: the inner triangle's side a2 = 0.700 a1, the corner's radius r = 0.080 a2 (GB 2894-2008, 4.2)."""
ROUND_SHARE, TRIANGLE_SHARE = 0.025, 0.034
"""GB 2894-2008, 4.1 to 4.4: the diameter or side of a disc or a square, and the base of a triangle, as shares of the distance."""
FACTORS = {"outside": 100, "inside": 200}
"""Z in h = l / Z (ISO 3864-1, annex A) for a sign that is lit from outside or from within, as EN 1838:2013, 5.4 sets it."""
DISTANCES_M = (2.5, 5, 10, 15, 20, 25, 30, 40)
"""Our choice: from a switchboard to the length of a hall."""
ALIKE = 25.0
"""Our choice: a distance in CIELAB below which two fields seen one after the other are taken for one colour."""


@dataclass(frozen=True)
class Shape:
    """A category of signs: the ``colour`` that means it, the one its symbol is drawn in, and what that stands on."""

    name: str
    colour: str
    symbol: str
    ground: str


SHAPES = (
    Shape("prohibition", RED, BLACK, WHITE),
    Shape("warning", YELLOW, BLACK, YELLOW),
    Shape("mandatory", BLUE, WHITE, BLUE),
    Shape("safe", GREEN, WHITE, GREEN),
    Shape("fire", RED, WHITE, RED),
)


def draw_sign(name: str, *, grid: bool = True) -> str:
    """Return the SVG of a sign's shape with its general symbol; behind it a ``grid`` of tenths of its height."""
    lines = "".join(
        f'<path d="M{at} 0V{SIDE}M0 {at}H{SIDE}" stroke="#9aa0a8" stroke-width="{3 if at % 500 else 5}" fill="none"/>'
        for at in range(0, SIDE + 1, SIDE // 10)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {SIDE + 8} {SIDE + 8}" aria-hidden="true" focusable="false">'
        f"{lines if grid else ''}{_DRAWINGS[name]()}</svg>"
    )


def _draw_prohibition() -> str:
    ring, bar, inner = RING * SIDE, BAR * SIDE, SIDE * (1 - 2 * RING)
    return (
        f'<circle cx="500" cy="500" r="{(SIDE - ring) / 2}" fill="{WHITE}" stroke="{RED}" stroke-width="{ring}"/>'
        f'<rect x="{500 - inner / 2 - 10}" y="{500 - bar / 2}" width="{inner + 20}" height="{bar}" fill="{RED}"'
        ' transform="rotate(45 500 500)"/>'
    )


def _draw_warning() -> str:
    """Draw two triangles about one centre, which stand on the ground line; the outer one's corners are round."""
    radius = CORNER * INNER * SIDE
    centre = SIDE * math.sqrt(3) / 3 + (SIDE - SIDE * math.sqrt(3) / 2)
    outer = _triangle(SIDE - 2 * math.sqrt(3) * radius, centre)
    return (
        f'<path d="{outer}" fill="{BLACK}" stroke="{BLACK}" stroke-width="{2 * radius:.1f}" stroke-linejoin="round"/>'
        f'<path d="{_triangle(INNER * SIDE, centre)}" fill="{YELLOW}"/>'
        f'<path d="M462 {centre - 215:.0f}h76l-16 200h-44z" fill="{BLACK}"/>'
        f'<circle cx="500" cy="{centre + 60:.0f}" r="40" fill="{BLACK}"/>'
    )


def _triangle(side: float, centre: float) -> str:
    top, foot = centre - side / math.sqrt(3), centre + side / (2 * math.sqrt(3))
    return f"M500 {top:.1f}L{500 + side / 2:.1f} {foot:.1f}H{500 - side / 2:.1f}Z"


def _draw_mandatory() -> str:
    mark = f'<path d="M430 190h140l-30 390h-80z" fill="{WHITE}"/><circle cx="500" cy="735" r="78" fill="{WHITE}"/>'
    return f'<circle cx="500" cy="500" r="500" fill="{BLUE}"/>{mark}'


def _draw_safe() -> str:
    cross = f'<path d="M400 150h200v250h250v200H600v250H400V600H150V400h250z" fill="{WHITE}"/>'
    return f'<rect width="{SIDE}" height="{SIDE}" fill="{GREEN}"/>{cross}'


def _draw_fire() -> str:
    flame = (
        "M510 130C560 300 760 400 740 620C725 790 620 880 500 880C370 880 265 790 262 640C260 520 330 460 360 370C410 420 420 470 "
    )
    flame += "420 520C500 440 540 300 510 130Z"
    return f'<rect width="{SIDE}" height="{SIDE}" fill="{RED}"/><path d="{flame}" fill="{WHITE}"/>'


_DRAWINGS = {
    "prohibition": _draw_prohibition,
    "warning": _draw_warning,
    "mandatory": _draw_mandatory,
    "safe": _draw_safe,
    "fire": _draw_fire,
}


def list_shapes() -> list[dict[str, Any]]:
    """Return each category with its drawing and the contrast of its symbol on its ground."""
    return [
        {
            "name": shape.name,
            "svg": draw_sign(shape.name),
            "colour": shape.colour,
            "on": BLACK if shape.name == "warning" else WHITE,
            "ratio": f"{contrast(shape.symbol, shape.ground):.1f}",
        }
        for shape in SHAPES
    ]


def list_sizes() -> list[list[str]]:
    """Return a row a distance: metres, and in mm the least height of a sign lit from outside and from within, disc, triangle."""
    return [
        [
            f"{distance:g}",
            *(str(math.ceil(distance * 1000 / factor)) for factor in FACTORS.values()),
            *(str(math.ceil(round(distance * 1000 * share, 6))) for share in (ROUND_SHARE, TRIANGLE_SHARE)),
        ]
        for distance in DISTANCES_M
    ]


def list_pairs() -> list[dict[str, Any]]:
    """Return each pair of safety colours: their contrast, and for each kind of vision both as seen and whether they are alike."""
    names = list(COLOURS)
    visions: tuple[Vision, ...] = ("usual", "deutan", "protan")
    return [
        {
            "one": one,
            "other": other,
            "ratio": f"{contrast(COLOURS[one], COLOURS[other]):.2f}",
            "seen": [
                {"one": first, "other": second, "alike": difference(first, second) < ALIKE}
                for vision in visions
                for first, second in [(see(COLOURS[one], vision), see(COLOURS[other], vision))]
            ],
        }
        for index, one in enumerate(names)
        for other in names[index + 1 :]
    ]


def view_signs(texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return all that page and chart show; ``texts`` are the words of texts/*/site/signs.yml."""
    return {"shapes": list_shapes(), "sizes": list_sizes(), "pairs": list_pairs(), "words": texts}


def list_sign_charts(catalog: Catalog, entry: Entry, language: str) -> Iterator[Paper]:
    """Yield the chart of an article that shows the signs."""
    if cast("Knowledge", entry.fields).reference != "signs":
        return
    described = describe_document(catalog, entry, language, date_paper(catalog, entry))
    data = {**described, **view_signs(read_texts(language)["site"]["signs"])}
    yield make_paper(catalog, entry, language, "sign-chart", data, A3_MM)
