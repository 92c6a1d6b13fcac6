"""Why a file is not to be published, from where it is found out to where it is reported."""

from __future__ import annotations


class UnfitFileError(Exception):
    """A file is not to be published: the rule it breaks and what its message says."""

    def __init__(self, rule: str, **facts: object) -> None:
        super().__init__(rule)
        self.rule, self.facts = rule, facts
