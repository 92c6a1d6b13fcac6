"""Numbers of persons: found as people write them, not taken for others, and never quoted whole."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.lint import check_numbers, write_plain
from broadside.lint.numbers import is_identity, print_check_digit

STANDARD = ("11010519491231002X", "440524188001010014")
"""The examples of GB 11643-1999, annex A."""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""What the standard's table 1 multiplies each digit by: another way to the same check digit."""


def find(text: str, *known: str) -> list[tuple[str, int]]:
    return [(problem.rule, problem.column) for problem in check_numbers(write_plain("a.md", text), known)]


@pytest.mark.parametrize("number", STANDARD)
def test_the_standard_s_own_cards(number: str) -> None:
    assert is_identity(number)
    assert is_identity(number.lower())


@given(st.text("0123456789", min_size=17, max_size=17))
def test_the_check_digit_is_that_of_the_standard_s_table(digits: str) -> None:
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    assert print_check_digit(digits) == "10X98765432"[total % 11]


@given(
    st.integers(100000, 999999), st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 999), st.data()
)
def test_a_card_is_found_and_one_with_a_digit_changed_is_none(
    area: int, day: datetime.date, order: int, data: st.DataObject
) -> None:
    digits = f"{area}{day:%Y%m%d}{order:03}"
    card = digits + print_check_digit(digits)
    for written in (card, card.lower(), f"{card[:6]} {card[6:14]} {card[14:]}", f"{card[:6]}-{card[6:14]}-{card[14:]}"):
        assert find(f"证号：{written}。") == [("number-identity", 4)]
    place = data.draw(st.integers(0, 16))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != card[place]]))
    assert not is_identity(card[:place] + other + card[place + 1 :])


@pytest.mark.parametrize(
    "text",
    ["110105194902310024", "11010519491231002X7", "A11010519491231002X", "x=0x11010519491231002X", "911010519491231002X"],
)
def test_what_is_no_card(text: str) -> None:
    assert [rule for rule, _ in find(text) if rule == "number-identity"] == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("13800138000", 1),
        ("Ring 138 0013 8000 now", 6),
        ("138-0013-8000", 1),
        ("138.0013.8000", 1),
        ("1380-013-8000", 1),
        ("+86 13800138000", 5),
        ("0086-13800138000", 6),
        ("8613800138000", 3),
        ("电话13800138000，", 3),
        ("１３８００１３８０００", 1),
        ("[call](tel:13800138000)", 12),
        ("Mobile: 07700 900123", 9),
        ("cell phone: +1 (202) 555-0143", 13),
        ("手机号：+44 7700 900123", 5),
    ],
)
def test_mobile_numbers(text: str, column: int) -> None:
    assert find(text) == [("number-mobile", column)]


@pytest.mark.parametrize(
    "text",
    [
        "119, 120, 12350",
        "010-12345678",
        "021 6412 3456",
        "2026-12-05 13:00",
        "GB/T 13861-2022",
        "1380013800",
        "138001380001",
        "15 20 25 30 35 5",
        "13.2.3.1.5.6.7.8.9",
        "0.13800138000",
        "v13800138000",
        "https://safety.example/news/13800138000.html",
        "mobile: yes, 12345678",
        "138****8000",
        "6.13-1380-0138",
    ],
)
def test_numbers_of_no_person(text: str) -> None:
    assert find(text) == []


def test_an_office_s_mobile_may_be_published() -> None:
    assert find("On duty: 138 0013 8000", "13800138000") == []
    assert find("On duty: +86 138-0013-8000", "13800138000") == []


def test_a_card_is_not_a_telephone_too() -> None:
    assert find("440524 18800101 0014 138 0013 8000") == [("number-identity", 1), ("number-mobile", 22)]


@pytest.mark.parametrize(
    ("text", "found"), [("li@qq.com.", 1), ("to li.wei+a@163.com", 1), ("fire@works.example", 0), ("@163.com", 0)]
)
def test_mailboxes(text: str, found: int) -> None:
    assert [rule for rule, _ in find(text)] == ["mailbox-private"] * found


@given(st.text("0123456789Xx+- .@qm\n手机:电", max_size=60))
def test_nothing_is_quoted_whole(text: str) -> None:
    for problem in check_numbers(write_plain("a.md", text)):
        assert "***" in dict(problem.facts)["value"]
        assert dict(problem.facts)["value"] not in text


def test_numbers_beside_one_another() -> None:
    assert find("13800138000, 13900139000") == [("number-mobile", 1), ("number-mobile", 14)]
    assert find("mobile: 138 0013 8000/Mobile: 139 0013 9000") == [("number-mobile", 9), ("number-mobile", 31)]


def test_a_list_of_thousands_is_told_in_part() -> None:
    assert len(find("13800138000\n" * 5_000)) == 20
