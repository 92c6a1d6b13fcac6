"""Tests of the room ``boards``, each part on its own."""
