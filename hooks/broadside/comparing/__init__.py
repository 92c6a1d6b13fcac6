"""Two states of a site -> what a reviewer needs to see of what changed: a page, and a contact sheet."""

from broadside.comparing.page import write_page
from broadside.comparing.picture import draw_picture
from broadside.comparing.states import Comparison, compare_sites

__all__ = ["Comparison", "compare_sites", "draw_picture", "write_page"]
