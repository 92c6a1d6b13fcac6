"""The word lists of ``words.yml`` and a generator of chance -> sentences that say the same in English and in Chinese."""

from __future__ import annotations

import functools
import itertools
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Pair = tuple[str, str]
"""The same words in English and in Chinese."""
SLOT = re.compile(r"\{(\w+)\}")
BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[aeiouAEIO])")
SENTENCE_START = re.compile(r"(?:^|(?<=[.?!] ))[a-z]")
OTHER_TOPIC_SHARE, ADJECTIVE_SHARE = 0.2, 0.25
"""Our choices: how often a page speaks of another topic's things, and how often a thing is told from its like."""


@dataclass(frozen=True)
class Vocabulary:
    """All words, each list with the most frequent first, and the shares that draw from them by Zipf's law."""

    topics: Mapping[str, Mapping[str, tuple[Pair, ...]]]
    lists: Mapping[str, tuple[Pair, ...]]
    titles: Mapping[str, tuple[Pair, ...]]
    headings: Mapping[str, tuple[Pair, ...]]
    slogans: tuple[tuple[Pair, ...], tuple[Pair, ...]]


def read_vocabulary() -> Vocabulary:
    """Read ``words.yml``, which stands beside this file."""
    values: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text("utf-8"))
    topics = {name: {key: _split(words) for key, words in lists.items()} for name, lists in values.pop("topics").items()}
    titles = {kind: _split(words) for kind, words in values.pop("titles").items()}
    headings = {name: _split(words) for name, words in values.pop("headings").items()}
    slogans = (_split(values.pop("slogan_first")), _split(values.pop("slogan_last")))
    return Vocabulary(topics, {name: _split(words) for name, words in values.items()}, titles, headings, slogans)


def _split(words: Sequence[str]) -> tuple[Pair, ...]:
    pairs = (each.split(" | ") for each in words)
    return tuple((english, chinese) for english, chinese in pairs)


@functools.cache
def _weigh(count: int) -> tuple[float, ...]:
    """Return the sums of the weights 1, 1/2, 1/3 ... of ``count`` words: Zipf's law with the exponent 1."""
    return tuple(itertools.accumulate(1 / rank for rank in range(1, count + 1)))


class Speaker:
    """Draws the words of one document about one topic; the same ``chance`` draws the same words."""

    def __init__(self, vocabulary: Vocabulary, topic: str, chance: random.Random) -> None:
        self.vocabulary, self.topic, self.chance = vocabulary, topic, chance
        self._slots: Mapping[str, Callable[[], Pair]] = {
            "thing": self.draw_thing,
            "thing2": self.draw_thing,
            "job": lambda: self._draw_own("jobs"),
            "hazard": lambda: self._draw_own("hazards"),
            "who": lambda: self.draw("who"),
            "who2": lambda: self.draw("who"),
            "place": lambda: self.draw("places"),
            "place2": lambda: self.draw("places"),
            "when": lambda: self.draw("whens"),
            "name": self._draw_name,
            "n": lambda: self._draw_number(2, 30),
            "m": lambda: self._draw_number(31, 400),
            "code": self._draw_code,
        }

    def draw(self, name: str) -> Pair:
        """Draw one of a list of words."""
        return self.pick(self.vocabulary.lists[name])

    def pick(self, pairs: Sequence[Pair]) -> Pair:
        """Draw one of ``pairs``, the first ones most often."""
        return self.chance.choices(pairs, cum_weights=_weigh(len(pairs)))[0]

    def say(self, name: str) -> Pair:
        """Draw a sentence of a list and fill it."""
        return self.fill(self.chance.choice(self.vocabulary.lists[name]))

    def say_several(self, name: str, count: int) -> list[Pair]:
        """Draw ``count`` sentences of a list that begin differently, and fill them."""
        return [self.fill(each) for each in self.chance.sample(self.vocabulary.lists[name], count)]

    def fill(self, pair: Pair) -> Pair:
        """Put words into the slots of a sentence, the same ones in both languages; no two slots have the same word."""
        words: dict[str, Pair] = {}
        for slot in dict.fromkeys(SLOT.findall(pair[0]) + SLOT.findall(pair[1])):
            if slot in {"act", "acts"}:
                base, chinese = words.get("act_both") or self.draw("acts")
                words["act_both"] = base, chinese
                words["act"], words["acts"] = ((form, chinese) for form in base.split("/"))
            else:
                words[slot] = next(word for word in iter(self._slots[slot], None) if word not in words.values())
        english = BEFORE_VOWEL.sub(r"\1n ", SLOT.sub(lambda found: words[found[1]][0], pair[0]))
        chinese = SLOT.sub(lambda found: words[found[1]][1], pair[1])
        return SENTENCE_START.sub(lambda found: found.group().upper(), english), chinese

    def draw_thing(self) -> Pair:
        """Draw a thing, mostly one of the topic, sometimes told from its like."""
        english, chinese = self._draw_own("things")
        if self.chance.random() < ADJECTIVE_SHARE:
            which = self.draw("adjectives")
            return f"{which[0]} {english}", f"{which[1]}{chinese}"
        return english, chinese

    def _draw_own(self, name: str) -> Pair:
        topics = self.vocabulary.topics
        topic = self.chance.choice(list(topics)) if self.chance.random() < OTHER_TOPIC_SHARE else self.topic
        return self.pick(topics[topic][name])

    def _draw_name(self) -> Pair:
        """Make the name of a place up: with a large site new ones go on coming, as they do in any language."""
        first, last = self.pick(self.vocabulary.lists["first"]), self.pick(self.vocabulary.lists["last"])
        return first[0] + last[0], first[1] + last[1]

    def _draw_number(self, least: int, most: int) -> Pair:
        number = str(self.chance.randint(least, most))
        return number, number

    def _draw_code(self) -> Pair:
        code = f"{self.chance.choice('ABCEFGHKLMPRSTVW')}-{self.chance.randint(100, 4999)}"
        return code, code
