"""Tests of the room ``sheets``, each part on its own."""
