"""Limits of depth and of time: what is beyond them is stopped, what is not is left alone."""

from __future__ import annotations

import re
import signal
import threading

import pytest

from broadside.sanitising import TooDeepError, TooSlowError, limit_seconds
from broadside.sanitising.limits import check_depth, find_nested


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("> " * 12 + "a", None),
        ("a\n" + "> " * 13 + "a", 1),
        (">" * 13 + "a", 0),
        ("- " * 13 + "a", 0),
        ("    " * 13 + "- a", 0),
        ("\t" * 13 + "a", 0),
        ("1. " * 13 + "a", 0),
        ("٣." * 13 + " a", None),  # a list only with a blank behind each mark
        ("٣. " * 13 + "a", 0),
        ("- " * 40, None),
        ("a - b - c > d " * 9, None),
    ],
)
def test_depth_of_quotes_and_lists(body: str, line: int | None) -> None:
    assert find_nested(body) == line


def test_depth_of_elements() -> None:
    check_depth("<p>a</p>" * 500 + "<br>" * 500 + "<div>" * 100)
    check_depth("</p>" * 500 + "<i>" * 100)
    with pytest.raises(TooDeepError):
        check_depth("<i></b>" * 101)


def test_what_never_ends_is_ended() -> None:
    with pytest.raises(TooSlowError), limit_seconds(0.1):
        re.match(r"(a+)+$", "a" * 60 + "b")


def test_an_error_that_is_swallowed_comes_again() -> None:
    caught = 0
    with limit_seconds(0.05):
        while caught < 2:
            try:
                while True:
                    pass
            except TooSlowError:
                caught += 1
    assert caught == 2


def test_afterwards_all_is_as_before() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with limit_seconds(60):
        assert signal.getsignal(signal.SIGPROF) is not before
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_outside_the_main_thread_there_is_no_clock() -> None:
    done: list[bool] = []

    def work() -> None:
        with limit_seconds(0.01):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done
