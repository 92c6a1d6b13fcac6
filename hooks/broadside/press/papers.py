"""A paper as a pure value: a document laid out as a whole by a template, such as a blackboard newspaper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """What a template under ``posters/papers/`` is told, as JSON, and what tells the paper from the document's others.

    ``document`` is the document's id, ``language`` that of its words, ``template`` the path on the bench
    (``/papers/blackboard.typ``); ``faces`` are the hashes of the font files it may use.
    """

    document: str
    name: str
    language: str
    title: str
    template: str
    data: str
    faces: tuple[str, ...]
    width_mm: float
    height_mm: float
