"""Words, a design and a carrier -> the words as they are set there, or the problem that says why they cannot be."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence

from broadside.catalog import Carrier, Catalog, Design, Entry, Language, Slot
from broadside.fonts import Face, choose_weights, find_missing, is_joined
from broadside.problems import Problem, make_problem
from broadside.sheets.values import Voice, drawn_scale
from broadside.typesetting import BREAK_MARKS, MOST_LINES, Box, Fit, NotVertical, SetWords, TooLong, Words, is_han

LETTER_PER_DISTANCE = 1 / 150
"""Height of a letter to the distance it is read from: the design's rule for slogans and Chinese (section 5)."""

SECOND_PER_DISTANCE = 1 / 300
"""The same for the second and third language on a sheet: the design's rule for all other words."""

SECOND_PER_FIRST = 0.62
"""The most that type of the second language may be of the first's: our choice, so that one of them speaks first."""

GAP_BETWEEN_VOICES = 0.055
"""Room between two languages, as a share of the slot's height: our choice."""

LETTERS_MAX = 120
"""Our choice: a slogan of more characters is an article, and no wall is large enough for it."""

COLUMN_ENDS = re.compile(r"[\s，。；！？、,.;!?]+")
"""Where words set upright begin a new column: couplets are written without marks."""

Settings = dict[tuple[object, ...], SetWords | TooLong]
"""What was set for sheets of the same proportions, in shares of the live area's width."""


def list_faces(catalog: Catalog, design: Design, language: Language) -> tuple[Face, ...]:
    """Return the faces of a design's words in a language: its first, those of the language, then its others."""
    first, *others = design.words.faces
    names = dict.fromkeys([first, *language.faces.get(design.words.manner, ()), *others])
    here = [catalog.faces[name] for name in names if catalog.faces[name].is_here]
    return choose_weights(here, design.words.weight)


def check_text(catalog: Catalog, entry: Entry, design_id: str, code: str, text: str) -> Iterator[Problem]:
    """Report words that no sheet can carry: too many of them, a script or letters that the design does not have."""
    design, language = catalog.designs[design_id], catalog.languages[code]
    position = entry.parsed.find(("text", code))
    if len(text) > LETTERS_MAX or len(text.splitlines()) > MOST_LINES:
        facts = {"count": len(text), "most": LETTERS_MAX, "lines": MOST_LINES}
        yield make_problem(entry.path, position, "text-too-long", language=code, **facts)
    if design.scripts and language.script not in design.scripts:
        legal = [name for name, other in catalog.designs.items() if not other.scripts or language.script in other.scripts]
        yield make_problem(entry.path, position, "design-script", language=code, design=design_id, legal=legal)
    missing = find_missing(text, list_faces(catalog, design, language), BREAK_MARKS.get(language.script, ""))
    absent = [name for name in language.faces.get(design.words.manner, ()) if not catalog.faces[name].is_here]
    if all(letter.isspace() or is_joined(letter) or letter in BREAK_MARKS.get(language.script, "") for letter in text):
        yield make_problem(entry.path, position, "field-empty", field=f"text {code}")
    elif missing and absent:
        yield make_problem(entry.path, position, "face-absent", language=code, faces=absent)
    elif missing:
        letters = name_letters(missing)
        yield make_problem(entry.path, position, "glyph-missing", field=f"text {code}", design=design_id, letters=letters)


def name_letters(letters: Sequence[str]) -> str:
    """Write letters so that even one that cannot be seen is named: ``X (U+0058)``."""
    return " ".join(f"{letter} (U+{ord(letter):04X})" if letter.isprintable() else f"U+{ord(letter):04X}" for letter in letters)


def split_columns(text: str) -> list[str]:
    """Return words as the columns in which they stand upright."""
    return [part for part in COLUMN_ENDS.split(text) if part]


def count_letters(text: str) -> int:
    """Return how long words are to a reader in passing: a Chinese character counts two, a space nothing."""
    return sum(2 if is_han(letter) else 1 for letter in text if not letter.isspace())


@dataclasses.dataclass(frozen=True)
class Wording:
    """Words in one language, shaped once for all carriers of a design."""

    language: str
    text: str
    tongue: Language
    faces: tuple[Face, ...]
    shaped: Words
    columns: Words
    settings: Settings = dataclasses.field(default_factory=dict)

    def speak(self, words: SetWords) -> Voice:
        """Return the words as they stand on one sheet."""
        return Voice(self.language, self.text, self.tongue, self.faces, words)


def word(catalog: Catalog, design: Design, code: str, text: str) -> Wording:
    """Shape ``text``, every letter of which the design has."""
    language = catalog.languages[code]
    faces = list_faces(catalog, design, language)
    columns = "\n".join(split_columns(text))
    return Wording(code, text, language, faces, Words(text, faces, language.tongue), Words(columns or text, faces, language.tongue))


def check_carrier(entry: Entry, wording: Wording, design: Design, carrier_id: str, carrier: Carrier) -> Iterator[Problem]:
    """Report words that this carrier or its slot does not take, whatever their size."""
    position = entry.parsed.find(("text", wording.language))
    facts = {"language": wording.language, "carrier": carrier_id}
    count = count_letters(wording.text)
    if carrier.words_max is not None and count > carrier.words_max:
        yield make_problem(entry.path, position, "words-max", count=count, most=carrier.words_max, **facts)
    if design.slots[carrier.shape].set == "upright":
        columns = split_columns(wording.text)
        if len(columns) % 2 or len({len(column) for column in columns}) > 1:
            yield make_problem(entry.path, position, "not-a-couplet", counts=[len(column) for column in columns], **facts)


def set_words(wording: Wording, design: Design, carrier: Carrier) -> SetWords | TooLong:
    """Set words of one language on one carrier; lengths come out as drawn, in mm from the live area's corner."""
    slot = design.slots[carrier.shape]
    return _set(wording, design, slot, carrier, LETTER_PER_DISTANCE)


def set_together(wordings: Sequence[Wording], design: Design, carrier: Carrier) -> tuple[SetWords, ...] | TooLong:
    """Set words of several languages one below the other, the first one largest, as one block in the design's slot."""
    slot = design.slots[carrier.shape]
    gap = GAP_BETWEEN_VOICES * slot.height
    others = len(wordings) - 1
    height = (slot.height * slot.second - gap * others) / others
    first_slot = slot.model_copy(update={"height": slot.height * (1 - slot.second), "anchor": "top"})
    first = _set(wordings[0], design, first_slot, carrier, LETTER_PER_DISTANCE)
    if isinstance(first, TooLong):
        return first
    live_mm = carrier.live.height_mm / drawn_scale(carrier)
    size_max = SECOND_PER_FIRST * first.size_mm / live_mm
    second_slot = slot.model_copy(update={"height": height, "anchor": "top", "size_max": size_max, "set": "lines", "lines": 2})
    seconds = [_set(wording, design, second_slot, carrier, SECOND_PER_DISTANCE) for wording in wordings[1:]]
    too_long = next((each for each in seconds if isinstance(each, TooLong)), None)
    if too_long is not None:
        return too_long
    placed = [first, *(each for each in seconds if isinstance(each, SetWords))]
    slots = [first_slot, *(second_slot for _ in seconds)]
    heights = [
        _ink_height(wording, design, its, carrier, words) for wording, its, words in zip(wordings, slots, placed, strict=True)
    ]
    spare = slot.height * live_mm - sum(heights) - others * gap * live_mm
    top = {"top": 0.0, "centre": spare / 2, "bottom": spare}[slot.anchor]
    moved = []
    for words, tall in zip(placed, heights, strict=True):
        moved.append(_move(words, top))
        top += tall + gap * live_mm
    return tuple(moved)


def _ink_height(wording: Wording, design: Design, slot: Slot, carrier: Carrier, words: SetWords) -> float:
    """Return the height of set words' ink: a block set on the slot's foot stands lower by what the slot has to spare."""
    low = _set(wording, design, slot.model_copy(update={"anchor": "bottom"}), carrier, 0)
    if isinstance(low, TooLong):
        raise TypeError(low)
    height = slot.height * carrier.live.height_mm / drawn_scale(carrier)
    return height - (low.lines[0].baseline_mm - words.lines[0].baseline_mm)


def _move(words: SetWords, down_mm: float) -> SetWords:
    lines = tuple(dataclasses.replace(line, baseline_mm=round(line.baseline_mm + down_mm, 4)) for line in words.lines)
    return dataclasses.replace(words, lines=lines)


def _set(wording: Wording, design: Design, slot: Slot, carrier: Carrier, letter_per_distance: float) -> SetWords | TooLong:
    scale, live = drawn_scale(carrier), carrier.live
    width, height = live.width_mm / scale, live.height_mm / scale
    letter_min = carrier.distance_m * 1000 * letter_per_distance / scale
    # The same words in a box of the same shape are set once and scaled: the A sizes share one setting.
    key = (slot, round(width / height, 3), round(letter_min / height, 3))
    if key not in wording.settings:
        box = Box(slot.x, slot.y * height / width, slot.width, slot.height * height / width)
        pitch = design.words.pitch.get(wording.tongue.script)
        most = slot.size_max * height / width
        fit = Fit(slot.align, slot.anchor, letter_min / width, most, slot.lines, pitch)
        fit = dataclasses.replace(fit, spread=slot.set == "spread", vertical=slot.set == "upright", apart=slot.columns == "apart")
        try:
            wording.settings[key] = (wording.columns if fit.vertical else wording.shaped).set_in(box, fit)
        except TooLong as answer:
            wording.settings[key] = answer
    made = wording.settings[key]
    return TooLong(made.reached_mm * width, made.needed_mm * width) if isinstance(made, TooLong) else made.scaled(width)


def find_not_upright(wording: Wording, design: Design, carriers: Mapping[str, Carrier]) -> str | None:
    """Return the first character that cannot stand in a column, where a slot of ``carriers`` sets its words upright."""
    upright = [carrier for carrier in carriers.values() if design.slots[carrier.shape].set == "upright"]
    try:
        for carrier in upright[:1]:
            set_words(wording, design, carrier)
    except NotVertical as answer:
        return answer.character
    return None
