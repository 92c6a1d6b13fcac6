"""Lengths and their exact conversions: mm inside, points and pixels only at the engine's edge."""

from __future__ import annotations

MM_PER_INCH = 25.4
"""Exact: the international yard and pound agreement of 1959."""

POINTS_PER_INCH = 72.0
"""The PDF unit: ISO 32000-1:2008, 8.3.2.3."""

PDF_SIDE_MAX_MM = 14_400 / POINTS_PER_INCH * MM_PER_INCH
"""The longest side of a PDF page, 5 080 mm: ISO 32000-1:2008, annex C.2."""


def to_mm(points: float) -> float:
    """Convert PDF points to mm."""
    return points / POINTS_PER_INCH * MM_PER_INCH


def to_points(mm: float) -> float:
    """Convert mm to PDF points."""
    return mm / MM_PER_INCH * POINTS_PER_INCH


def resolution_ppi(pixels: int, mm: float) -> float:
    """Return the pixels per inch at which a side of ``mm`` becomes ``pixels`` wide."""
    return pixels / (mm / MM_PER_INCH)
