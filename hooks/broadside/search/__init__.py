"""Pages as rendered -> the files of the search index."""

from broadside.search.extracting import extract_page
from broadside.search.index import Index, KeptIndex, make_index
from broadside.search.values import Extract, Facts, Names, SearchPage

__all__ = ["Extract", "Facts", "Index", "KeptIndex", "Names", "SearchPage", "extract_page", "make_index"]
