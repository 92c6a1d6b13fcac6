"""An editor's Markdown -> what of it may reach a reader, and what in it may not."""

from broadside.sanitising.bodies import check_body, render
from broadside.sanitising.cleaning import clean_html, clean_words, find_removed
from broadside.sanitising.limits import TooDeepError, TooSlowError, limit_seconds
from broadside.sanitising.lists import is_free_id, is_known_host

__all__ = [
    "TooDeepError",
    "TooSlowError",
    "check_body",
    "clean_html",
    "clean_words",
    "find_removed",
    "is_free_id",
    "is_known_host",
    "limit_seconds",
    "render",
]
