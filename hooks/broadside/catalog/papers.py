"""A sheet's finished size -> how it stands on the paper of an office printer: several to cut apart, or one to fold."""

from __future__ import annotations

from dataclasses import dataclass

PAPERS_MM = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
"""ISO 216."""
MARGIN_MM = 5.0
"""What office printers cannot reach: our choice, 4 to 5 mm on common ones."""
PANELS = 3
"""A sign that stands on a desk is a paper folded in three: front, back and what it stands on."""


@dataclass(frozen=True)
class Cards:
    """Copies of a sheet side by side on ``paper_mm`` (width, height), in the middle of it."""

    paper_mm: tuple[float, float]
    columns: int
    rows: int
    left_mm: float
    top_mm: float

    @property
    def count(self) -> int:
        """The number of copies on a page."""
        return self.columns * self.rows


def plan_cards(width_mm: float, height_mm: float, paper_mm: tuple[float, float]) -> Cards | None:
    """Lay as many copies as there is room for on a paper, upright or lying; None where there is not even room for two."""

    def lay(paper: tuple[float, float]) -> Cards:
        columns, rows = int((paper[0] - 2 * MARGIN_MM) // width_mm), int((paper[1] - 2 * MARGIN_MM) // height_mm)
        return Cards(paper, columns, rows, (paper[0] - columns * width_mm) / 2, (paper[1] - rows * height_mm) / 2)

    most = max((lay(paper_mm), lay((paper_mm[1], paper_mm[0]))), key=lambda cards: cards.count)
    return most if most.count > 1 else None


def can_fold(width_mm: float, height_mm: float, paper_mm: tuple[float, float]) -> bool:
    """Say whether a sheet is a panel of a paper folded in three: as high as one, and no wider."""
    return width_mm <= paper_mm[0] and abs(PANELS * height_mm - paper_mm[1]) < 1
