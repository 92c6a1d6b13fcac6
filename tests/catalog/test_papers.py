"""How sheets stand on the paper of an office printer: as many as there is room for, and folded only where it comes out even."""

from __future__ import annotations

import pytest

from broadside.catalog.papers import MARGIN_MM, PAPERS_MM, can_fold, plan_cards


@pytest.mark.parametrize(
    ("size", "paper", "columns", "rows"),
    [((85.6, 53.98), "a4", 2, 5), ((300, 60), "a3", 1, 4), ((90, 54), "a3", 3, 7), ((100, 143), "a4", 2, 2)],
)
def test_as_many_as_there_is_room_for(size: tuple[float, float], paper: str, columns: int, rows: int) -> None:
    cards = plan_cards(*size, PAPERS_MM[paper])
    assert cards is not None
    assert (cards.columns, cards.rows, cards.count) == (columns, rows, columns * rows)
    assert cards.left_mm >= MARGIN_MM
    assert cards.top_mm >= MARGIN_MM
    assert 2 * cards.left_mm + columns * size[0] == pytest.approx(cards.paper_mm[0])
    assert 2 * cards.top_mm + rows * size[1] == pytest.approx(cards.paper_mm[1])


@pytest.mark.parametrize("size", [(210, 297), (200, 144), (287, 101)])
def test_a_sheet_that_fits_once_is_no_card(size: tuple[float, float]) -> None:
    assert plan_cards(*size, PAPERS_MM["a4"]) is None


@pytest.mark.parametrize(("size", "fits"), [((210, 99), True), ((180, 99), True), ((211, 99), False), ((210, 90), False)])
def test_a_paper_is_folded_where_three_panels_are_all_of_it(size: tuple[float, float], *, fits: bool) -> None:
    assert can_fold(*size, PAPERS_MM["a4"]) is fits
