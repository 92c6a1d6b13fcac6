"""An office file of a small sheet -> a page of an office printer with several to cut apart, or with one to fold."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pikepdf

from broadside.catalog import Form
from broadside.catalog.papers import MARGIN_MM, PANELS, PAPERS_MM, Cards, plan_cards
from broadside.press.describing import Order
from broadside.units import to_points

MARK_MM = 5.0
GAP_MM = 1.0
"""Our choices: marks long enough for a ruler, and far enough from the print to be cut away with the rest."""
Line = tuple[float, float, float, float]
"""A mark from one point to another, in mm from the page's left top corner."""
Place = tuple[float, float, bool]
"""Where a copy's left top corner stands, in mm from the page's, and whether it stands on its head."""


def lay_cards(office: bytes, order: Order, form: Form) -> bytes:
    """Return a page of copies with marks to cut along, by the name of ``form``: ``cards-a4``, ``folded-a4``.

    Of a folded sheet the back stands on its head above the front; what it stands on stays white.
    """
    paper = PAPERS_MM[form.rpartition("-")[2]]
    width, height = order.width_mm, order.height_mm
    if form.startswith("folded"):
        panel, left = paper[1] / PANELS, (paper[0] - width) / 2
        ticks = [(x, panel * number, x + MARK_MM, panel * number) for number in (1, 2) for x in (0.0, paper[0] - MARK_MM)]
        return _draw(office, order, paper, [(left, 0.0, True), (left, panel, False)], ticks)
    cards = plan_cards(width, height, paper)
    if cards is None:
        message = f"{order.title} has no room twice on {paper[0]:g} x {paper[1]:g} mm"
        raise ValueError(message)
    places = [
        (cards.left_mm + column * width, cards.top_mm + row * height, False)
        for row in range(cards.rows)
        for column in range(cards.columns)
    ]
    return _draw(office, order, cards.paper_mm, places, _mark_cuts(cards, width, height))


def _mark_cuts(cards: Cards, width: float, height: float) -> Iterator[Line]:
    """Yield a mark at both ends of every cut, outside the copies and inside what a printer reaches."""
    right, foot = cards.paper_mm[0] - cards.left_mm, cards.paper_mm[1] - cards.top_mm
    for column in range(cards.columns + 1):
        x = cards.left_mm + column * width
        yield x, max(MARGIN_MM, cards.top_mm - GAP_MM - MARK_MM), x, cards.top_mm - GAP_MM
        yield x, foot + GAP_MM, x, min(cards.paper_mm[1] - MARGIN_MM, foot + GAP_MM + MARK_MM)
    for row in range(cards.rows + 1):
        y = cards.top_mm + row * height
        yield max(MARGIN_MM, cards.left_mm - GAP_MM - MARK_MM), y, cards.left_mm - GAP_MM, y
        yield right + GAP_MM, y, min(cards.paper_mm[0] - MARGIN_MM, right + GAP_MM + MARK_MM), y


def _draw(office: bytes, order: Order, paper: tuple[float, float], places: Iterable[Place], lines: Iterable[Line]) -> bytes:
    """Put the sheet, stored once, at its places on one page, and the marks; both come as read: top down, in mm."""
    document, source = pikepdf.new(), pikepdf.open(io.BytesIO(office))
    page = document.add_blank_page(page_size=(to_points(paper[0]), to_points(paper[1])))
    sheet = document.copy_foreign(source.pages[0].as_form_xobject())
    page.add_resource(sheet, pikepdf.Name.XObject, pikepdf.Name.Sheet)
    commands = []
    for x, y, is_turned in places:
        left, foot = to_points(x), to_points(paper[1] - y - order.height_mm)
        turn = (1, left, foot) if not is_turned else (-1, left + to_points(order.width_mm), foot + to_points(order.height_mm))
        commands.append(b"q %d 0 0 %d %.4f %.4f cm /Sheet Do Q" % (turn[0], *turn))
    commands.append(b"q 0.25 w 0 G")
    for line in lines:
        points = (to_points(value if index % 2 == 0 else paper[1] - value) for index, value in enumerate(line))
        commands.append(b"%.4f %.4f m %.4f %.4f l S" % tuple(points))
    page.Contents = document.make_stream(b"\n".join([*commands, b"Q"]))
    document.docinfo["/Title"] = order.title
    document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True, PrintScaling=pikepdf.Name("/None"))
    buffer = io.BytesIO()
    document.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()
