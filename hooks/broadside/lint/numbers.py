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
COUNTRY = re.compile(r"(?:\+|00|\b)86[- ]?$")
STATED = re.compile(
    r"(?:\bmobile(?: phone)?|\bcell(?:ular)?(?: ?phone)?|手机(?:号码?)?|移动电话)[ ]?[:：] ?(\+?[0-9(][0-9 ()./-]{5,}[0-9])",
    re.IGNORECASE,
)
"""A number of any country that is said to be a mobile one."""
IDENTITY = re.compile(
    r"[1-9][0-9]{5}([ -]?)((?:18|19|20)[0-9]{2})(0[1-9]|1[0-2])([0-2][0-9]|3[01])\1[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
"""GB 11643-1999, clause 4: the area, the day of birth, a number within the day, a check digit. The 15 digits of before 1999 have no
check digit, and are taken for other numbers too easily."""
MAILBOX = re.compile(r"@(?:qq|foxmail|163|126|139|189|sina|sohu|gmail|outlook|hotmail|yahoo|icloud)\.com(?![A-Za-z0-9]|\.[A-Za-z])")
"""Our choice: providers where people have mailboxes of their own; what an office has at its own host is not meant."""
LOCAL = re.compile(r"[A-Za-z0-9._%+-]+$")
WIDE = str.maketrans("０１２３４５６７８９ＸｘＸ＠－．", "0123456789XxX@-.")
STATED_BY = ("obile", "cell", "Cell", "CELL", "OBILE", "手机", "移动电话")
"""Part of what each statement has: a text without them is not looked through."""
MODULUS, RADIX = 11, 2
"""ISO/IEC 7064:2003, MOD 11-2."""


def check_numbers(writing: Writing, known: Collection[str] = ()) -> Iterator[Problem]:
    """Report numbers of persons; ``known`` are mobile numbers, as digits, that are an office's. They are quoted in part only."""
    yield from itertools.islice(_list_numbers(writing, known), TOLD_MAX)


def _list_numbers(writing: Writing, known: Collection[str]) -> Iterator[Problem]:
    text = writing.text
    if any(wide in text for wide in "０１２３４５６７８９＠"):
        text = text.translate(WIDE)
    seen: list[int] = []  # never more than are told
    for found in IDENTITY.finditer(text):
        if is_identity(re.sub("[ -]", "", found.group())) and not text[found.start() - 1 : found.start()].isalnum():
            seen.append(found.start())
            yield _report(writing, found.start(), "number-identity", found.group())
    stated = STATED.finditer(text) if any(part in text for part in STATED_BY) else ()
    for found in (*MOBILE.finditer(text), *stated):
        number = found.group(1) if found.re is STATED else found.group()
        start = found.end() - len(number)
        digits = re.sub("[^0-9]", "", number)
        stands_alone = found.re is STATED or _stands_alone(text, start)
        if stands_alone and digits[-11:] not in known and start not in seen and not any(0 <= start - at < 18 for at in seen):
            seen.append(start)
            yield _report(writing, start, "number-mobile", number)
    for found in MAILBOX.finditer(text):
        if local := LOCAL.search(text, max(0, found.start() - 64), found.start()):
            yield make_problem(
                writing.path, writing.locate(local.start()), "mailbox-private", value=f"{local.group()[0]}***{found.group()}"
            )


def _report(writing: Writing, index: int, rule: str, number: str) -> Problem:
    """Report a number by its ends: a message is read by many, and kept."""
    kept = {"number-identity": (6, 2), "number-mobile": (3, 2)}[rule]
    shown = f"{number[: kept[0]]}{'*' * 6}{number[-kept[1] :]}"
    return make_problem(writing.path, writing.locate(index), rule, value=shown)


def _stands_alone(text: str, start: int) -> bool:
    """Say whether a number that begins at ``start`` is part of no longer one, of no name and of no web address."""
    before = text[max(0, start - 200) : start]
    if "://" in before.split()[-1:][0] if before and not before[-1].isspace() else False:
        return False
    if COUNTRY.search(before):
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
