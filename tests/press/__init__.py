"""Tests of the room ``press``, each part on its own."""
