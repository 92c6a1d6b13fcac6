"""The signage player in a real Chromium, mostly from file:// as on a stick: turns, time, keys, shapes, and days of running."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import mimetypes
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from broadside.pages.signage import parse_ground, reading_seconds

from .building import build, copy_site
from .waiting import wait_until

NOON = "2027-06-12T12:00:30"
"""Day 12 of the running campaign."""
HALL, PILLAR, PHONE = {"width": 1920, "height": 1080}, {"width": 1080, "height": 1920}, {"width": 390, "height": 844}
HTTP = "http://signage.example/"
COUNT_TIMERS = """
  window.timers = new Set();
  const set = window.setTimeout, clear = window.clearTimeout;
  window.setTimeout = (act, ...rest) => {
    const id = set(() => { timers.delete(id); act(); }, ...rest);
    timers.add(id);
    return id;
  };
  window.clearTimeout = id => { timers.delete(id); clear(id); };
  window.setInterval = () => { throw new Error("an interval"); };
"""
Open = Callable[..., Page]


@pytest.fixture
def open_player(chromium: Browser, built_site: Path) -> Iterator[Open]:
    """Return a way to open the player with its time standing still; nothing but files of the site may be asked for."""
    contexts = []
    faults: list[str] = []

    def open_it(
        address: str = "signage/index.html",
        *,
        origin: str = built_site.as_uri() + "/",
        missing: str = "",
        is_hanging: bool = False,
        **settings: Any,
    ) -> Page:
        context = chromium.new_context(**{"viewport": HALL, **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(origin) else faults.append(request.url))
        if origin == HTTP:
            page.route(f"{HTTP}**", lambda route: _serve(route, built_site))
        if missing:
            page.route(missing, lambda route: None if is_hanging else route.abort())
        page.clock.install(time=NOON)
        page.add_init_script(COUNT_TIMERS)
        page.goto(origin + address)
        page.clock.pause_at("2027-06-12T12:01:00")
        press(page, "Home")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert faults == []


def _serve(route: Route, site: Path) -> None:
    file = site / route.request.url.removeprefix(HTTP).split("?")[0]
    route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "application/octet-stream")


def settle(page: Page) -> None:
    """Wait in real time until the pictures asked for have come, or have failed."""
    wait_until(page, "[...document.querySelectorAll('.slide img')].every(image => image.complete)")
    page.wait_for_timeout(150)


def skip(page: Page, seconds: float) -> None:
    """Let the page's time run, first to where it asks for the next picture, so that the picture is there when it is due."""
    first = min(seconds, 1.3)
    page.clock.run_for(round(first * 1000))
    settle(page)
    page.clock.run_for(round((seconds - first) * 1000))
    settle(page)


def read_player(page: Page) -> dict[str, Any]:
    """Return the slides as the page holds them."""
    player: dict[str, Any] = json.loads(page.locator("#slides").text_content() or "")
    return player


def name_slide(page: Page) -> str:
    """Return the name of the slogan that is shown."""
    return page.locator("#player").get_attribute("data-slide") or ""


def name_picture(page: Page) -> str:
    """Return the file of the picture that is shown."""
    source = page.locator(".slide--on img").get_attribute("src") or ""
    return source.rsplit("/", 1)[-1]


MOVING = {"ArrowRight", "ArrowDown", "PageDown", "MediaTrackNext", "ChannelUp", "ArrowLeft", "ArrowUp", "PageUp", "ChannelDown"}


def press(page: Page, key: str) -> None:
    """Press a key as a remote control does, also one that no keyboard has."""
    script = "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))"
    before = name_slide(page)
    page.evaluate(script, key)
    settle(page)
    if key in MOVING:  # on a busy machine a picture takes its time to be decoded
        with contextlib.suppress(PlaywrightTimeout):
            wait_until(page, "before => document.getElementById('player').dataset.slide !== before", arg=before, seconds=4)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("生命至上\n安全发展", 9.6),
        ("Life first,\nsafe development", 8.0),
        ("会用灭火器 PASS", 8.5),
        ("ปลอดภัยไว้", 6.0),
        ("No – entry!", 6.0),
        ("", 4.0),
    ],
)
def test_a_slide_stays_as_long_as_its_words_take_twice(text: str, seconds: float) -> None:
    assert reading_seconds(text) == seconds


def _draw(mode: str, colour: object, form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (30, 20), colour).save(buffer, form)  # type: ignore[arg-type]  # a colour of any mode
    return buffer.getvalue()


@pytest.mark.parametrize(("mode", "colour"), [("RGB", (200, 16, 46)), ("RGBA", (200, 16, 46, 255))])
def test_the_ground_of_a_picture_is_its_first_pixel(mode: str, colour: object) -> None:
    assert parse_ground(_draw(mode, colour)) == "#c8102e"


@pytest.mark.parametrize("picture", [_draw("L", 3), _draw("RGB", 3, "WEBP"), b""])
def test_a_picture_that_the_press_does_not_make_is_a_fault(picture: bytes) -> None:
    with pytest.raises(ValueError, match="not a PNG of the press"):
        parse_ground(picture)


def test_slides_turn_in_order_each_for_its_own_time(open_player: Open) -> None:
    page = open_player()
    slogans = read_player(page)["slogans"]
    assert len(slogans) >= 30
    for slogan, following in itertools.pairwise(slogans[:4]):
        assert name_slide(page) == slogan["name"]
        skip(page, slogan["faces"][0]["seconds"] - 0.2)
        assert name_slide(page) == slogan["name"]
        page.clock.run_for(400)
        assert name_slide(page) == following["name"]
        # The 0.2 s that the next slide has already stood are taken off by going to it anew.
        press(page, "ArrowLeft")
        press(page, "ArrowRight")


def test_the_last_slide_is_followed_by_the_first(open_player: Open) -> None:
    page = open_player("signage/index.html?seconds=12")
    slogans = read_player(page)["slogans"]
    press(page, "ArrowLeft")
    assert name_slide(page) == slogans[-1]["name"]
    skip(page, 11.8)
    assert name_slide(page) == slogans[-1]["name"]
    page.clock.run_for(400)
    assert name_slide(page) == slogans[0]["name"]


def test_pause_holds_the_slide_and_tells_readers_aloud(open_player: Open) -> None:
    page = open_player()
    first = name_slide(page)
    said = page.locator("#said")
    expect(said).to_have_attribute("aria-live", "off")
    press(page, "MediaPlayPause")
    expect(page.locator("#paused")).to_be_visible()
    skip(page, 600)
    assert name_slide(page) == first
    expect(said).to_have_attribute("aria-live", "polite")
    press(page, "PageDown")
    assert name_slide(page) != first
    expect(said).to_have_text(read_player(page)["slogans"][1]["faces"][0]["words"])
    press(page, " ")
    expect(page.locator("#paused")).to_be_hidden()
    skip(page, 121)
    assert name_slide(page) != read_player(page)["slogans"][1]["name"]


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowDown", "PageDown", "MediaTrackNext", "ChannelUp"])
def test_keys_go_on_and_back(open_player: Open, key: str) -> None:
    page = open_player()
    names = [slogan["name"] for slogan in read_player(page)["slogans"]]
    press(page, key)
    press(page, key)
    assert name_slide(page) == names[2]
    press(page, "ArrowLeft")
    assert name_slide(page) == names[1]
    press(page, "Home")
    assert name_slide(page) == names[0]


@pytest.mark.parametrize("key", ["ArrowUp", "PageUp", "MediaTrackPrevious", "ChannelDown"])
def test_keys_go_back(open_player: Open, key: str) -> None:
    page = open_player()
    press(page, key)
    assert name_slide(page) == read_player(page)["slogans"][-1]["name"]


def test_keys_for_the_clock_the_language_and_the_help(open_player: Open) -> None:
    page = open_player()
    expect(page.locator("#strip")).to_be_visible()
    press(page, "c")
    expect(page.locator("#strip")).to_be_hidden()
    press(page, "C")
    expect(page.locator("#strip")).to_be_visible()
    press(page, "l")
    assert "-zh-" in name_picture(page)
    press(page, "l")
    press(page, "l")
    assert "-en-" in name_picture(page)
    for key in ("?", "h"):
        press(page, key)
        expect(page.get_by_role("dialog")).to_contain_text("pause or go on")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_key_that_presses_a_button_does_nothing_else(open_player: Open) -> None:
    page = open_player()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Previous")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Play")).to_be_focused()
    expect(page.locator("#paused")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("#paused")).to_be_hidden()


def test_controls_come_with_the_pointer_and_go_after_three_seconds(open_player: Open) -> None:
    page = open_player()
    controls = page.locator(".controls")
    page.mouse.move(300, 300)
    expect(controls).to_have_css("opacity", "1")
    for button in controls.get_by_role("button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
    page.clock.run_for(3100)
    expect(page.locator("#player")).to_have_class("player player--idle")
    assert page.evaluate("getComputedStyle(document.getElementById('player')).cursor") == "none"


@pytest.mark.parametrize(("size", "shape"), [(HALL, "landscape"), (PILLAR, "portrait"), (PHONE, "portrait")])
def test_the_window_s_shape_chooses_the_picture_and_it_stands_whole(open_player: Open, size: dict[str, int], shape: str) -> None:
    page = open_player(viewport=size)
    assert f"screen-{shape}-en" in name_picture(page)
    drawn = page.locator(".slide--on img").evaluate(
        """image => { const style = getComputedStyle(image), bars = parseFloat(style.borderLeftWidth) * 2;
        const above = parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth);
        return [(image.offsetWidth - bars) / (image.offsetHeight - above), image.naturalWidth / image.naturalHeight]; }"""
    )
    assert drawn[0] == pytest.approx(drawn[1], rel=0.003)
    strip = page.locator("#strip").bounding_box()
    stage = page.locator(".stage").bounding_box()
    assert strip
    assert stage
    assert stage["y"] + stage["height"] <= strip["y"] + 0.5, "the clock stands over no picture"
    assert strip["y"] + strip["height"] == pytest.approx(size["height"], abs=0.5)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    press(page, "c")
    page.set_viewport_size({"width": size["height"], "height": size["width"]})
    expect(page.locator(".slide--on img")).not_to_have_attribute("src", re.compile(f"screen-{shape}"))


def test_the_strip_tells_the_day_the_date_and_the_time(open_player: Open) -> None:
    page = open_player()
    expect(page.locator("#strip")).to_contain_text("Safe Production Month 2027")
    expect(page.locator("#strip")).to_contain_text("Day 12 of 30")
    expect(page.locator("#strip")).to_contain_text("Saturday 12 June")
    expect(page.locator("#strip time")).to_have_text("12:01")
    page.clock.fast_forward("12:00:00")
    page.clock.run_for(1000)
    expect(page.locator("#strip time")).to_have_text("00:01")
    expect(page.locator("#strip")).to_contain_text("Day 13 of 30")
    chinese = open_player("zh/signage/index.html")
    expect(chinese.locator("#strip")).to_contain_text("第 12 天，共 30 天")
    expect(chinese.locator("#strip")).to_contain_text("6月12日 星期六")


def test_languages_take_turns(open_player: Open) -> None:
    page = open_player("signage/index.html?languages=en,zh&clock=off")
    expect(page.locator("#strip")).to_be_hidden()
    first = name_slide(page)
    assert "-en-" in name_picture(page)
    press(page, "ArrowRight")
    assert name_slide(page) == first
    assert "-zh-" in name_picture(page)
    press(page, "ArrowRight")
    assert name_slide(page) != first
    assert "-zh-" in name_picture(open_player("zh/signage/index.html"))


def test_a_missing_picture_is_passed_over_and_tried_again(open_player: Open) -> None:
    missing = "**/belt-on-then-go-screen-*"
    page = open_player(missing=missing)
    names = [slogan["name"] for slogan in read_player(page)["slogans"]]
    assert names[2] == "belt-on-then-go"
    for expected in (names[1], names[3], names[4]):
        press(page, "ArrowRight")
        assert name_slide(page) == expected
    for expected in (names[3], names[1]):
        press(page, "ArrowLeft")
        assert name_slide(page) == expected
    page.unroute(missing)
    press(page, "ArrowRight")
    assert name_slide(page) == names[2]
    assert page.locator(".slide--on img").evaluate("image => image.naturalWidth") == 1920


def test_words_stand_where_no_picture_comes(open_player: Open) -> None:
    page = open_player(missing="**/*.png")
    words = page.locator(".slide--on p")
    for _ in range(3):
        expect(words).to_be_visible()
        before = words.inner_text()
        assert before.strip()
        skip(page, 125)
        assert words.inner_text() != before


def test_a_picture_that_hangs_is_passed_over(open_player: Open) -> None:
    page = open_player("signage/index.html?seconds=5", missing="**/ask-today-screen-*", is_hanging=True)
    names = [slogan["name"] for slogan in read_player(page)["slogans"]]
    assert names[1] == "ask-today"
    page.clock.run_for(19_000)
    assert name_slide(page) == names[0]
    page.clock.run_for(2_000)
    settle(page)
    skip(page, 2)  # the one after it had to come first
    assert name_slide(page) == names[2]


def test_days_leave_no_trace(open_player: Open) -> None:
    """Two days, three minutes of every two hours watched: as many nodes and timers as in the first minute, slides still turn."""
    page = open_player()
    count = """() => { const nodes = document.createNodeIterator(document); let sum = 0; while (nodes.nextNode()) sum += 1;
        return [sum, timers.size]; }"""
    skip(page, 30)
    before = page.evaluate(count)
    assert before[1] == 1
    shown = set()
    for _ in range(24):
        page.clock.fast_forward("01:57:00")
        settle(page)
        skip(page, 180)
        shown.add(name_slide(page))
    assert page.evaluate(count) == before
    assert len(shown) > 10
    expect(page.locator("#strip")).to_contain_text("Day 14 of 30")


def test_the_player_takes_in_a_new_build_at_four(open_player: Open) -> None:
    page = open_player(origin=HTTP)
    page.evaluate("window.isOld = true")
    page.clock.fast_forward("15:57:00")
    page.wait_for_timeout(300)
    assert page.evaluate("window.isOld === true")
    with page.expect_navigation():
        page.clock.run_for(180_000)
    assert page.evaluate("window.isOld === undefined")


def test_without_its_server_the_player_goes_on(open_player: Open) -> None:
    page = open_player(origin=HTTP)
    page.evaluate("window.isOld = true")
    page.route(f"{HTTP}**", lambda route: route.abort())
    page.clock.fast_forward("16:00:00")
    skip(page, 300)
    assert page.evaluate("window.isOld === true")
    expect(page.locator("#strip time")).to_have_text("04:06")
    assert page.locator(".slide--on").count() == 1


def test_without_scripts_the_slides_are_a_list(chromium: Browser, built_site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built_site.as_uri()}/signage/index.html")
    pictures = page.locator(".listed img")
    assert pictures.count() >= 30
    assert all(picture.get_attribute("alt") for picture in pictures.all())
    expect(page.locator("#player")).to_be_hidden()
    context.close()


def test_reduced_motion_has_no_cross_fade(open_player: Open) -> None:
    assert open_player().locator(".slide--on").evaluate("slide => getComputedStyle(slide).animationName") == "come"
    calm = open_player(reduced_motion="reduce")
    assert calm.locator(".slide--on").evaluate("slide => getComputedStyle(slide).animationName") == "none"


def test_a_campaign_without_slogans_says_so(chromium: Browser, tmp_path: Path) -> None:
    done = build(copy_site(tmp_path, ()), tmp_path / "site", BROADSIDE_PRESS="false")
    assert done.returncode == 0, done.stdout
    page = chromium.new_page()
    page.goto(f"{(tmp_path / 'site').as_uri()}/signage/index.html")
    expect(page.locator(".empty")).to_contain_text("Life first, safe development")
    expect(page.locator(".empty")).to_contain_text("The first one that is written appears here")
    expect(page.locator("#strip time")).not_to_be_empty()
    page.close()


def test_without_the_press_the_words_are_the_slides(chromium: Browser, odd_folder: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{(odd_folder / 'site/safety').as_uri()}/zh/signage/index.html")
    expect(page.locator(".slide--on p")).to_be_visible()
    expect(page.locator(".slide--on p")).to_have_attribute("lang", "zh")
    page.close()
