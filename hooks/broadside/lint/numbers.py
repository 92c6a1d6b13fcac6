"""A writing -> the numbers in it that belong to a person: mobile telephones, identity cards, mailboxes of one's own."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Collection, Iterator

from broadside.lint.writings import TOLD_MAX, Writing
from broadside.problems import Problem, make_problem

MOBILE = re.compile(
    r"1[3-9][0-9](?:([- .]?)[0-9]{4}\1[0-9]{4}|([- ])[0-9]{3}\2[0-9]{5}|[0-9]([- ])[0-9]{3}\3[0-9]{4})(?![0-9]|[-.][0-9])"
)
"""A mobile number of mainland China: eleven digits from 13 to 19 on, whole or parted as people write them. Fixed lines and short
numbers are an office's, and a notice may need them."""
COUNTRY = r"(?:\+|00|\b)86[- ]?$"
STATED_BY = ("mobile", "Mobile", "MOBILE", "cell", "Cell", "CELL", "手机", "移动电话")
STATED = r"(?i)(?:ular)?(?: ?phone)?(?:号码?)? ?[:：] ?(\+?[0-9(][0-9 ()./-]{5,}[0-9])"
"""A number of any country that is said to be a mobile one, and by which words."""
IDENTITY = re.compile(r"[1-9][0-9]{5}([ -]?)((?:18|19|20)[0-9]{2})(?:0[1-9]|1[0-2])[0-3][0-9]\1[0-9]{3}[0-9Xx](?![0-9A-Za-z])")
"""GB 11643-1999, clause 4: the area, the day of birth, a number within the day, a check digit. The 15 digits of before 1999 have no
check digit, and are taken for other numbers too easily."""
BIRTHS = tuple(re.compile(rf"{century}(?=[0-9]{{6}})") for century in (18, 19, 20))
"""Where a card's number may have its day of birth: expressions that begin with letters are found several times as fast."""
MAILBOX = re.compile(r"@(?:qq|foxmail|163|126|139|189|sina|sohu|gmail|outlook|hotmail|yahoo|icloud)\.com(?![A-Za-z0-9]|\.[A-Za-z])")
"""Our choice: providers where people have mailboxes of their own; what an office has at its own host is not meant."""
LOCAL = r"[A-Za-z0-9._%+-]+$"
WIDE = str.maketrans("０１２３４５６７８９ＸｘＸ＠－．", "0123456789XxX@-.")
MODULUS, RADIX = 11, 2
"""ISO/IEC 7064:2003, MOD 11-2."""


def check_numbers(writing: Writing, known: Collection[str] = ()) -> Iterator[Problem]:
    """Report numbers of persons; ``known`` are mobile numbers, as digits, that are an office's. They are quoted in part only."""
    yield from itertools.islice(_list_numbers(writing, known), TOLD_MAX)


def _list_numbers(writing: Writing, known: Collection[str]) -> Iterator[Problem]:
    text = writing.text
    if any(wide in text for wide in "０１２３４５６７８９＠"):
        text = text.translate(WIDE)
    told: list[range] = []
    for start, card in _list_identities(text):
        told.append(range(start, start + len(card)))
        yield _report(writing, start, "number-identity", card)
    stated = dict(_list_stated(text))
    for start, number in (*stated.items(), *((found.start(), found.group()) for found in MOBILE.finditer(text))):
        digits = re.sub("[^0-9]", "", number)
        is_new = not any(start in span for span in told)
        if is_new and digits[-11:] not in known and (start in stated or _stands_alone(text, start)):
            told.append(range(start, start + len(number)))
            yield _report(writing, start, "number-mobile", number)
    for found in MAILBOX.finditer(text):
        if local := re.search(LOCAL, text[max(0, found.start() - 64) : found.start()]):
            yield make_problem(
                writing.path,
                writing.locate(found.start() - len(local.group())),
                "mailbox-private",
                value=f"{local.group()[0]}***{found.group()}",
            )


def _list_stated(text: str) -> Iterator[tuple[int, str]]:
    """Yield where numbers begin that are said to be mobile ones, and the numbers."""
    for word in (each for each in STATED_BY if each in text):
        for said in re.finditer(word, text):
            before = text[max(0, said.start() - 1) : said.start()]
            if not (word.isascii() and before.isalpha()) and (found := re.compile(STATED).match(text, said.end())):
                yield found.start(1), found.group(1)


def _list_identities(text: str) -> Iterator[tuple[int, str]]:
    """Yield where numbers of identity cards begin, and the numbers as they are written."""
    for birth in BIRTHS:
        for born in birth.finditer(text):
            for start in (born.start() - 6, born.start() - 7):
                found = IDENTITY.match(text, start) if start >= 0 else None
                if found and found.start(2) == born.start() and not text[max(0, start - 1) : start].isalnum():
                    number = found.group()
                    if is_identity(re.sub("[ -]", "", number)):
                        yield start, number


def _report(writing: Writing, index: int, rule: str, number: str) -> Problem:
    """Report a number by its ends: a message is read by many, and kept."""
    kept = {"number-identity": (6, 2), "number-mobile": (3, 2)}[rule]
    shown = f"{number[: kept[0]]}{'*' * 6}{number[-kept[1] :]}"
    return make_problem(writing.path, writing.locate(index), rule, value=shown)


def _stands_alone(text: str, start: int) -> bool:
    """Say whether a number that begins at ``start`` is part of no longer one, of no name and of no web address."""
    before = text[max(0, start - 200) : start]
    if "://" in re.split(r"\s", before)[-1]:
        return False
    if re.search(COUNTRY, before):
        return True
    last = before[-1:]
    return not (last.isdigit() or last == "_" or (last.isascii() and last.isalpha()) or re.search(r"[0-9][-./]$", before))


def is_identity(number: str) -> bool:
    """Say whether 18 characters are a number of an identity card: a day that there was, and the right check digit."""
    try:
        datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return print_check_digit(number[:17]) == number[17].upper()


def print_check_digit(digits: str) -> str:
    """Return the check digit of ``digits`` by ISO/IEC 7064, MOD 11-2, as GB 11643-1999, 4.2 asks for; ten is written X."""
    product = 0
    for digit in digits:
        product = (product + int(digit)) * RADIX % MODULUS
    check = (1 - product) % MODULUS
    return "X" if check == 10 else str(check)
