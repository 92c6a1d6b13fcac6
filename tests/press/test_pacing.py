"""Progress from counts and times: the rate, the time left, and words that nobody stumbles over."""

from __future__ import annotations

import pytest

from broadside.press.pacing import Meter, Progress, say_time


def test_the_time_left_goes_by_what_the_rest_costs() -> None:
    half_of_them = Progress(60, 110, 50, elapsed_s=10, share=0.8, is_landmark=False)
    assert half_of_them.rate == 5
    assert half_of_them.left_s == pytest.approx(2.5)


@pytest.mark.parametrize("step", [Progress(10, 60, 0, share=0, elapsed_s=9), Progress(11, 60, 1, share=0.1, elapsed_s=1.9)])
def test_nobody_can_tell_at_the_beginning(step: Progress) -> None:
    assert (step.rate, step.left_s) == (None, None)
    assert step.say("en") == f"Sheets: {step.done} of 60"


def test_it_is_said_in_both_languages() -> None:
    step = Progress(60, 110, 50, elapsed_s=100, share=0.5)
    assert step.say("en") == "Sheets: 60 of 110, 30 a minute, 2 min left"
    assert step.say("zh") == "印张：110 张中已有 60 张，每分钟 30 张，还需 2 分钟"
    fast = Progress(60, 110, 50, "papers", elapsed_s=4, share=0.5)
    assert fast.say("en") == "Papers: 60 of 110, 12 a second, 4 s left"


def test_the_end_says_what_was_made_and_what_is_kept() -> None:
    assert Progress(8, 8, 0).say("en") == "Sheets: 8 of 8, none had to be printed."
    assert Progress(8, 8, 3, elapsed_s=61).say("en") == "Sheets: 8 of 8, 3 of them printed now, in 1 min."
    stopped = Progress(5, 8, 3, elapsed_s=9, is_stopped=True)
    assert stopped.say("en") == "Stopped. Sheets: 5 of 8; the 3 printed now are kept, and the next run goes on with the rest."
    assert [each.is_end for each in (stopped, Progress(8, 8, 3), Progress(7, 8, 3))] == [True, True, False]


@pytest.mark.parametrize(
    ("time_s", "said"), [(0, "1 s"), (59.4, "59 s"), (59.9, "1 min"), (89, "1 min"), (3599, "1 h 0 min"), (5400, "1 h 30 min")]
)
def test_times_are_said_as_people_plan(time_s: float, said: str) -> None:
    assert say_time(time_s, "en") == said


def test_a_meter_weighs_what_is_done_and_marks_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 10.0, 31.0, 40.0])
    monkeypatch.setattr("time.monotonic", lambda: next(times))
    steps: list[Progress] = []
    meter = Meter("sheets", 2, [6.0, 3.0, 1.0], steps.append)
    meter.begin()
    for number in (0, 1, 2):
        meter.count(number)
    meter.stop()
    assert [(step.done, step.printed, step.elapsed_s, round(step.share, 2)) for step in steps[:3]] == [
        (3, 1, 10, 0.6),
        (4, 2, 31, 0.9),
        (5, 3, 40, 1.0),
    ]
    assert [step.is_landmark for step in steps] == [False, True, True, True]
    assert [step.is_stopped for step in steps] == [False, False, False, True]
