"""Sheets -> files in the store: prints what is not there yet, on every processor."""

from broadside.press.outputs import OFFICE, PREVIEW, PRINT_SHOP, SCREEN, THUMBNAIL, Form, Output, list_outputs, measure_picture
from broadside.press.photos import UnreadablePhotoError, open_photo
from broadside.press.running import Press, Printed, Progress

__all__ = [
    "OFFICE",
    "PREVIEW",
    "PRINT_SHOP",
    "SCREEN",
    "THUMBNAIL",
    "Form",
    "Output",
    "Press",
    "Printed",
    "Progress",
    "UnreadablePhotoError",
    "list_outputs",
    "measure_picture",
    "open_photo",
]
