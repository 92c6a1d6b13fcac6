"""Catalog -> the sheets to print: words x language x carrier x design x unit; pure values, no I/O."""

from broadside.sheets.choosing import HOUSE_PALETTE, Wish, list_carriers, make_url, name_design, write_days
from broadside.sheets.counting import count_sheets
from broadside.sheets.kits import brand_sheet, list_kit_sheets, plan_kit, plan_kits
from broadside.sheets.own_words import guess_language, make_slogan
from broadside.sheets.planning import check_notes, plan_sheets, plan_slogan
from broadside.sheets.samples import make_sample, plan_samples
from broadside.sheets.stages import find_document, name_stage, plan_stage
from broadside.sheets.values import MARKS_MM, Mark, Sheet, Voice, drawn_scale

__all__ = [
    "HOUSE_PALETTE",
    "MARKS_MM",
    "Mark",
    "Sheet",
    "Voice",
    "Wish",
    "brand_sheet",
    "check_notes",
    "count_sheets",
    "drawn_scale",
    "find_document",
    "guess_language",
    "list_carriers",
    "list_kit_sheets",
    "make_sample",
    "make_slogan",
    "make_url",
    "name_design",
    "name_stage",
    "plan_kit",
    "plan_kits",
    "plan_samples",
    "plan_sheets",
    "plan_slogan",
    "plan_stage",
    "write_days",
]
