"""A job -> what it costs beside others, so that the dearest can be begun first and the time left be told."""

from __future__ import annotations

from collections.abc import Mapping

from broadside.catalog import Form
from broadside.press.jobs import Job, PaperJob
from broadside.press.outputs import ENDINGS

FORMS_MS: Mapping[Form, float] = {
    "print-shop": 70,
    "office": 27,
    "copier": 80,
    "letters-a4": 21,
    "letters-a3": 20,
    "tiles-a4": 80,
    "tiles-a3": 80,
    "cards-a4": 28,
    "cards-a3": 16,
    "folded-a4": 14,
    "screen": 140,
}
"""Measured: the mean of 160 of the repository's sheets, on one slow processor. A sheet's size makes no difference: drawings have no
pixels."""
PICTURES_MS = 260
"""The same, of a preview and its thumbnail together, for they are one drawing, made with its words and without."""
PHOTO_MS: Mapping[Form, float] = {"print-shop": 300, "copier": 600, "screen": 1000}
"""The same: what a photograph adds, for it is cropped and scaled for each; an office printer's is that of the print shop."""
PICTURES_PHOTO_MS = 190
PAPER_MS = 150
"""The same, of a paper with its picture."""


def estimate_ms(job: Job) -> float:
    """Return what ``job`` takes on one processor, in milliseconds: an estimate, which nothing but order and forecast hangs on."""
    if isinstance(job, PaperJob):
        return PAPER_MS
    forms = [form for form, _ in job.keys]
    is_pictured = any(ENDINGS[form] == ".webp" for form in forms)
    cost = sum(FORMS_MS.get(form, 0) for form in forms) + PICTURES_MS * is_pictured
    if job.order.photo is not None:
        cost += sum(PHOTO_MS.get(form, 0) for form in forms) + PICTURES_PHOTO_MS * is_pictured
    return cost
