"""Pages as rendered -> the files of the search index."""

from broadside.search.extracting import extract_page
from broadside.search.index import make_index
from broadside.search.values import Extract, Facts, Names, SearchPage

__all__ = ["Extract", "Facts", "Names", "SearchPage", "extract_page", "make_index"]
