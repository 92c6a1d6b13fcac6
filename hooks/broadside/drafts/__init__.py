"""What an editor says of a new document -> its files, written and laid where none is yet."""

from broadside.drafts.laying import FileIsThereError, lay_files
from broadside.drafts.making import NoNameError, Wanted, make_drafts, make_outline
from broadside.drafts.naming import make_name
from broadside.drafts.repeating import NoCampaignError, Repeated, find_source, find_start, repeat_campaign
from broadside.drafts.values import write_value

__all__ = [
    "FileIsThereError",
    "NoCampaignError",
    "NoNameError",
    "Repeated",
    "Wanted",
    "find_source",
    "find_start",
    "lay_files",
    "make_drafts",
    "make_name",
    "make_outline",
    "repeat_campaign",
    "write_value",
]
