"""Two colours -> how far apart they are: for who reads words on them, and for who sees red and green alike."""

from __future__ import annotations

from typing import Literal

Vision = Literal["usual", "deutan", "protan"]
Linear = tuple[float, float, float]

DEFICIENCY: dict[Vision, tuple[Linear, Linear, Linear]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}
"""What linear sRGB becomes for eyes without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1.0)."""
WHITE_XYZ = (0.95047, 1.0, 1.08883)
"""D65 (IEC 61966-2-1)."""
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (#rrggbb), 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of an sRGB colour (WCAG 2.2)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Linear:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return straighten(red), straighten(green), straighten(blue)


def straighten(share: float) -> float:
    """Return how much light an sRGB value gives, 0 to 1 both (IEC 61966-2-1)."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def see(colour: str, vision: Vision) -> str:
    """Return a colour as eyes of one kind of ``vision`` see it."""
    seen = _turn(DEFICIENCY[vision], _linear(colour))
    bent = (min(1.0, max(0.0, each)) for each in seen)
    shares = (12.92 * each if each <= 0.0031308 else 1.055 * each ** (1 / 2.4) - 0.055 for each in bent)
    return "#" + "".join(f"{round(255 * share):02x}" for share in shares)


def _turn(matrix: tuple[Linear, Linear, Linear], values: Linear) -> Linear:
    first, second, third = (sum(part * value for part, value in zip(row, values, strict=True)) for row in matrix)
    return first, second, third


def difference(one: str, other: str) -> float:
    """Return how different two colours look: their distance in CIELAB (CIE 1976); about 2 is the least that is noticed."""
    return float(sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5)


def _lab(colour: str) -> Linear:
    shares = (part / white for part, white in zip(_turn(TO_XYZ, _linear(colour)), WHITE_XYZ, strict=True))
    x, y, z = (each ** (1 / 3) if each > (6 / 29) ** 3 else each / (3 * (6 / 29) ** 2) + 4 / 29 for each in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
