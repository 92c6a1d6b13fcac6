"""A campaign -> what the site holds of it, counted by unit and by week, beside what a report entered and the year before."""

from broadside.tallies.counting import (
    DATED,
    TALLIED,
    Comparison,
    Period,
    Tally,
    compare_years,
    find_campaign_before,
    find_report,
    list_periods,
    sum_entered,
    tally_campaign,
)
from broadside.tallies.wording import Figures, Years, word_report

__all__ = [
    "DATED",
    "TALLIED",
    "Comparison",
    "Figures",
    "Period",
    "Tally",
    "Years",
    "compare_years",
    "find_campaign_before",
    "find_report",
    "list_periods",
    "sum_entered",
    "tally_campaign",
    "word_report",
]
