"""An author's line -> the places where it may break, and what each break costs.

Breaks follow phrases: Chinese breaks after a clause before anywhere else, Japanese and Thai where a phrase or word ends, Korean
and the scripts with word spaces at these; no line ends with a word that leans on the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from broadside.fonts import is_joined
from broadside.typesetting.phrases import find_phrases
from broadside.typesetting.scripts import GLUE, PHRASE_SPACED, is_han, is_kana
from broadside.typesetting.values import Tongue

# UAX 14 classes CL, EX and IS as they occur in copy: a line may end with them and never begins with one.
CLAUSE_ENDS = frozenset("，。；、！？：）」』》…,.;:!?،؛؟।॥།༎။၊។៕")
CLOSERS = frozenset("）」』》")
# JIS X 4051 and UAX 14 class NS: small kana, marks that repeat or lengthen; and the closing marks of other languages.
SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
NEVER_FIRST = CLAUSE_ENDS | SMALL_KANA | frozenset("ー々〻ゝゞヽヾ・〉】〕〗］｝”’)]}%％‰°℃ๆฯໆຯ་")
SQUARE_OPENERS = frozenset("（「『《〈【〔〖［｛")
OPENERS = SQUARE_OPENERS | frozenset("“‘([{¿¡")
LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
HYPHENS = frozenset("-\u2010\u05be")
TIBETAN_TSHEG = "\u0f0b"
# Words that lean on the next one; a line that ends with one reads as broken off. Our choice, from setting these posters.
# fmt: off
LEANING_WORDS = {
    "en": frozenset({
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "if", "is", "are", "be",
        "your", "our", "my", "no", "not", "every", "before", "after", "as",
    }),
    "de": frozenset({
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "in", "im", "an", "am",
        "auf", "zu", "zum", "zur", "von", "vom", "mit", "bei", "für", "vor", "nach", "ohne", "kein", "keine", "nicht",
    }),
    "fr": frozenset({
        "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "et", "ou", "à", "en", "par", "pour", "sur", "sans", "ne",
        "votre", "notre", "vos", "nos",
    }),
    "es": frozenset({
        "el", "la", "los", "las", "un", "una", "de", "del", "al", "a", "y", "o", "en", "con", "por", "para", "sin", "no", "su",
    }),
    "ru": frozenset({"в", "во", "на", "с", "со", "к", "и", "а", "о", "об", "у", "не", "по", "за", "из", "от", "до", "без", "для"}),
}
# fmt: on
# Our choices, found by eye on the sample slogans: how much type size a better break is worth.
LEANING_COST = 0.12
INSIDE_CLAUSE_COST = 0.03
THAI_WORD_COST = 0.06
HYPHEN_COST = 0.12
SOFT_HYPHEN_COST = 0.2
SHORT_CLAUSE_COST = {2: 0.25, 3: 0.18}
SHORTEST_SPLIT_CLAUSE = 7
SHORTEST_PIECE = 3


@dataclass(frozen=True)
class Break:
    """A place where a line may end: the index after it, the index where the next line begins, and its price.

    ``splits_clause``: between two Chinese characters of one clause; ``ends_clause``: where the sense pauses. ``prints`` is what
    a line that ends here has added: a hyphen, or nothing.
    """

    end: int
    start: int
    cost: float = 0.0
    splits_clause: bool = False
    ends_clause: bool = False
    prints: str = ""


def _clause_length(text: str, index: int) -> tuple[int, int]:
    """Return how many letters the clause around ``index`` has before it and after it."""
    before = after = 0
    while before < index and text[index - 1 - before] not in CLAUSE_ENDS and not text[index - 1 - before].isspace():
        before += 1
    while index + after < len(text) and text[index + after] not in CLAUSE_ENDS and not text[index + after].isspace():
        after += 1
    return before, after


CLAUSE_GAP = re.compile(r"(?<=[,.;:!?，。；：！？،؛؟।॥།။၊។]) ")


def _find_space(text: str, index: int, tongue: Tongue) -> Break | None:
    """Return the break at the space at ``index``: free after a clause, dearest where it breaks a clause of two words."""
    last, following = text[index - 1], text[index + 1]
    # French sets its quotation marks and tall marks off with a space, which is no break even where it is an ordinary one.
    if following in NEVER_FIRST or last in OPENERS or last in GLUE or following in GLUE:
        return None
    if (last == "«" and not text[index - 2 : index - 1].isalpha()) or (
        following == "»" and not text[index + 2 : index + 3].isalpha()
    ):
        return None
    is_pause = tongue.script in PHRASE_SPACED or (tongue.script != "Kore" and (_is_spaceless(last) or _is_spaceless(following)))
    if last in CLAUSE_ENDS or is_pause:
        return Break(index, index + 1, ends_clause=True)  # in copy without spaces a space is itself the end of a clause
    before = CLAUSE_GAP.split(text[:index])[-1].split()
    after = CLAUSE_GAP.split(text[index + 1 :])[0].split()
    # Among words of another script, English is what a sign quotes.
    leaning = LEANING_WORDS.get(tongue.tag if tongue.script in {"Latn", "Cyrl", "Grek"} else "en", frozenset())
    plain = LEANING_COST if before[-1].casefold() in leaning else INSIDE_CLAUSE_COST
    return Break(index, index + 1, SHORT_CLAUSE_COST.get(len(before) + len(after), plain))


def _is_spaceless(character: str) -> bool:
    return is_han(character) or is_kana(character)


def find_breaks(text: str, tongue: Tongue, marks: Mapping[int, str] | None = None) -> Iterator[Break]:
    """Yield the places where ``text``, one author's line, may break, in order.

    ``marks`` are the places that the author marked, with what a break there prints. Where there are any in a text without
    spaces between words, they are its only ones but the spaces.
    """
    marks = marks or {}
    phrases = frozenset[int]() if marks else find_phrases(text, tongue.script)
    for index in range(1, len(text)):
        last, following = text[index - 1], text[index]
        found: Break | None = None
        if index in marks:
            found = Break(index, index, SOFT_HYPHEN_COST if marks[index] else INSIDE_CLAUSE_COST, prints=marks[index])
        elif following == " ":
            found = _find_space(text, index, tongue)
        elif not (
            last == " " or last in OPENERS or following in NEVER_FIRST or is_joined(following) or {last, following} & {*GLUE}
        ):
            found = _find_inside(text, index, tongue, phrases)
        if found is not None:
            yield found


def _find_inside(text: str, index: int, tongue: Tongue, phrases: frozenset[int]) -> Break | None:
    """Return the break between two letters, if there is one."""
    last, following = text[index - 1], text[index]
    if last == TIBETAN_TSHEG:
        return Break(index, index)
    if last in HYPHENS and text[index - 2 : index - 1].isalpha() and following.isalpha():
        return Break(index, index, HYPHEN_COST)
    if tongue.script == "Thai":
        return Break(index, index, THAI_WORD_COST) if index in phrases and last not in LEADING_VOWELS else None
    return None if tongue.script == "Kore" else _find_between_squares(text, index, tongue, phrases)


def _find_between_squares(text: str, index: int, tongue: Tongue, phrases: frozenset[int]) -> Break | None:
    """Return the break before a Chinese character, a kana or, after a clause, an opening bracket, if there is one."""
    last, following = text[index - 1], text[index]
    ends_clause = last in CLAUSE_ENDS and not (tongue.script == "Jpan" and last in CLOSERS)
    if ends_clause and (_is_spaceless(following) or following in SQUARE_OPENERS):
        return Break(index, index, ends_clause=True)
    if index in phrases:
        return Break(index, index, INSIDE_CLAUSE_COST)
    before, after = _clause_length(text, index)
    is_inside = _is_spaceless(last) and _is_spaceless(following)
    if is_inside and before + after >= SHORTEST_SPLIT_CLAUSE and min(before, after) >= SHORTEST_PIECE:
        return Break(index, index, splits_clause=True)
    return None
