"""Chinese or Japanese words -> columns of characters, from right to left."""

from __future__ import annotations

from collections.abc import Sequence

from broadside.fonts import Face, Shaped, shape
from broadside.typesetting.scripts import LETTER_HEIGHT_EM, is_han, is_kana
from broadside.typesetting.values import Box, Fit, NotVertical, SetLine, SetWords, Tongue, TooLong

CHARACTER_PITCH_EM = 1.12
COLUMN_PITCH_EM = 1.3
"""Our choices, in em: characters of a column stand closer than columns, or the eye reads across."""
APART_PITCH_EM = 1.9
APART_GAP_EM = 1.5
"""Our choices, in em: how far a couplet of few characters opens down its scroll, and the least room between its two halves."""
SQUARE_TOP_EM, SQUARE_BOTTOM_EM = 0.88, -0.12
"""The square of a Chinese character about its baseline: the ideographic em box of the Noto and Source Han fonts."""
LEFT_OUT = frozenset("，。；、：,.;:")
TURNED = dict(zip("（）「」『』《》〈〉【】〔〕［］｛｝…—：；", "︵︶﹁﹂﹃﹄︽︾︿﹀︻︼︹︺﹇﹈︷︸︙︱︓︔", strict=True))
"""Marks with a form of their own in columns (Unicode: CJK Compatibility Forms, Vertical Forms)."""
MOVED = frozenset("，。、．ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
"""What stands low in its square in a line, and at the top right in a column (JIS X 4051)."""
UPRIGHT = frozenset("！？・々〆")
CENTRED = frozenset("！？")
LYING = frozenset("ー～")


def _stand(character: str, faces: Sequence[Face]) -> str:
    """Return the character to draw for ``character`` in a column; raises :class:`NotVertical`."""
    turned = TURNED.get(character, character)
    is_known = is_han(turned) or is_kana(turned) or turned in MOVED | UPRIGHT or turned != character
    if not is_known or turned in LYING or not any(face.has(turned) for face in faces):
        raise NotVertical(character)
    return turned


def _shift(character: str, shaped: Shaped) -> tuple[float, float]:
    """Return how far ``character`` moves in its square, right and up, in em: as far from the top right as it was from the foot.

    What asks or exclaims stands in the middle.
    """
    if character not in MOVED:
        return (0.5 - (shaped.left_em + shaped.right_em) / 2 if character in CENTRED else 0.0), 0.0
    return 1 - shaped.right_em - shaped.left_em, SQUARE_TOP_EM + SQUARE_BOTTOM_EM - shaped.bottom_em - shaped.top_em


def set_columns(lines: Sequence[str], faces: Sequence[Face], tongue: Tongue, box: Box, fit: Fit) -> SetWords:
    """Stand each of ``lines`` as a column in ``box``, as large as they go, the first at the right.

    Where ``fit`` says apart, the first half of them stands at the box's right side and the others at its left.
    A mark that ends a clause is left out at a column's end, as couplets are written; a space is an empty place. Raises
    :class:`NotVertical` for a character that does not stand in a column, :class:`TooLong` for columns too small to read.
    """
    columns = [line.rstrip("".join(LEFT_OUT)) for line in lines]
    drawn = [[letter if letter == " " else _stand(letter, faces) for letter in column] for column in columns]
    longest = max(map(len, drawn), default=0)
    if not longest:
        raise ValueError("no words to set")
    gap_em = APART_GAP_EM if fit.apart else 0.0
    tall_em, wide_em = 1 + (longest - 1) * CHARACTER_PITCH_EM, 1 + (len(drawn) - 1) * COLUMN_PITCH_EM + gap_em
    size = min(box.height_mm / tall_em, box.width_mm / wide_em, fit.size_max_mm)
    letter = size * LETTER_HEIGHT_EM[tongue.script]
    if letter < fit.letter_min_mm:
        raise TooLong(reached_mm=letter, needed_mm=fit.letter_min_mm)
    pitch_em = CHARACTER_PITCH_EM
    if fit.apart and longest > 1:
        pitch_em = min(max((box.height_mm / size - 1) / (longest - 1), CHARACTER_PITCH_EM), APART_PITCH_EM)
        tall_em = 1 + (longest - 1) * pitch_em
    spare = box.width_mm - wide_em * size
    right = box.x_mm + box.width_mm - (spare / 2 if fit.align == "centre" and not fit.apart else 0.0)
    to_left = spare + gap_em * size if fit.apart else 0.0
    first = box.y_mm + fit.share(box.height_mm - tall_em * size) + SQUARE_TOP_EM * size
    placed = []
    for number, column in enumerate(drawn):
        left = right - size * (1 + number * COLUMN_PITCH_EM) - (to_left if 2 * number >= len(drawn) else 0.0)
        for row, character in enumerate(column):
            if character != " ":
                shaped = shape(character, faces, language=tongue.tag, direction="ltr", script=tongue.script)
                across, up = _shift(character, shaped)
                x = left + size * across
                baseline = first + size * (row * pitch_em - up)
                placed.append(SetLine(character, x, baseline, shaped.advance_em * size))
    return SetWords(size, tuple(placed), letter)
