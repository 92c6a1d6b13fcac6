"""Sheets -> files in the store: prints what is not there yet, on every processor."""

from broadside.press.contrast import Faint
from broadside.press.outputs import ENDINGS, measure_picture
from broadside.press.papers import Paper
from broadside.press.photos import UnreadablePhotoError, open_photo
from broadside.press.running import Press, Printed, Progress

__all__ = ["ENDINGS", "Faint", "Paper", "Press", "Printed", "Progress", "UnreadablePhotoError", "measure_picture", "open_photo"]
