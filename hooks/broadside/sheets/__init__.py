"""Catalog -> the sheets to print: words x language x carrier x design x unit; pure values, no I/O."""

from broadside.sheets.planning import HOUSE_PALETTE, list_carriers, make_url, name_design, plan_sheets, write_days
from broadside.sheets.values import Sheet

__all__ = ["HOUSE_PALETTE", "Sheet", "list_carriers", "make_url", "name_design", "plan_sheets", "write_days"]
