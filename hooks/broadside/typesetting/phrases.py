"""Japanese or Thai text -> where its phrases or words end, as BudouX finds them.

Its Chinese models were tried on these slogans and left out: they part 個會 from 應急. Chinese breaks at clauses.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable

import budoux

from broadside.typesetting.scripts import is_han

LOADERS: dict[str, Callable[[], budoux.Parser]] = {
    "Jpan": budoux.load_default_japanese_parser,
    "Thai": budoux.load_default_thai_parser,
}


@functools.cache
def _load(script: str) -> budoux.Parser:
    return LOADERS[script]()


def find_phrases(text: str, script: str) -> frozenset[int]:
    """Return the index after each phrase of ``text`` but the last; nothing for another script.

    Two Chinese characters of a Japanese text are never parted: BudouX would cut 安全第一 before 一.
    """
    if script not in LOADERS or not text:
        return frozenset()
    ends = itertools.accumulate(map(len, _load(script).parse(text)[:-1]))
    return frozenset(end for end in ends if not (is_han(text[end - 1]) and is_han(text[end])))
