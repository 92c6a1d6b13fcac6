"""Sheets -> files in the store: prints what is not there yet, on every processor.

Nothing is imported here: the check reads photographs, and must not wait for the engine and the inks.
"""
