"""Broadside: Markdown campaign material -> a searchable site and print-ready sheets. It knows no site generator."""
