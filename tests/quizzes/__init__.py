"""Tests of the room ``quizzes``, each part on its own."""
