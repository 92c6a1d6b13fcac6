"""Pages as rendered -> the files of the search index."""

from broadside.search.index import make_index
from broadside.search.values import Facts, Names, SearchPage

__all__ = ["Facts", "Names", "SearchPage", "make_index"]
