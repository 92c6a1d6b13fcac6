"""Blackboard newspapers -> what a hand chalks where: every character counted and in its cell, before anything is drawn."""

from broadside.boards.planning import check_board, list_languages, plan_board
from broadside.boards.values import BoardPlan, ChalkLine, ColumnPlan, Letter, Role

__all__ = ["BoardPlan", "ChalkLine", "ColumnPlan", "Letter", "Role", "check_board", "list_languages", "plan_board"]
