"""The record of a term of the glossary: how it is written in each language, what it means, and where that stands."""

from __future__ import annotations

from pydantic import Field

from broadside.catalog.data import Data
from broadside.kinds.values import Text, Words


class Term(Data):
    """A term: ``term``, ``says`` (one sentence) and ``note`` (more) by language, and other ways to write it.

    ``sort`` is what it is ordered by in a language, where the term itself would mislead.
    """

    term: Words
    says: Words
    note: Words = Field(default_factory=dict)
    source: Words = Field(default_factory=dict)
    aliases: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    topics: tuple[Text, ...] = ()
    see: tuple[Text, ...] = ()
    sort: Words = Field(default_factory=dict)

    def list_forms(self, language: str) -> tuple[str, ...]:
        """Return how it is written in ``language``, the term first."""
        return (*([self.term[language]] if language in self.term else []), *self.aliases.get(language, ()))
