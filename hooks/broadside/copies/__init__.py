"""A built site -> a copy that opens by a double click: from a stick, from a shared folder, without a server."""

from broadside.copies.writing import CopyReport, NotACopyError, NotBuiltError, copy_site

__all__ = ["CopyReport", "NotACopyError", "NotBuiltError", "copy_site"]
