"""What a drawing may hold: all that drawing programs write of a picture, and nothing that lives."""

from __future__ import annotations

import pytest

from broadside.intake.svg import DEPTH_MAX, check_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
DRAWN = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by a program -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{HEAD}
  <metadata xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF rdf:about=""><rdf:li/></rdf:RDF></metadata>
  <sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" pagecolor="#fff"/>
  <defs><linearGradient id="red"><stop stop-color="#c00"/></linearGradient><path id="one" d="M0 0H9V9Z"/></defs>
  <style>.a {{ fill: url(#red) }} @media print {{ .a {{ fill: #000 }} }}</style>
  <use xlink:href="#one" class="a" style="stroke: url('#red')"/>
  <image xlink:href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>
</svg>"""


def find(body: str) -> list[tuple[str, str]]:
    problems = check_svg("logo.svg", f"{HEAD}{body}</svg>".encode())
    return [(each.rule, dict(each.facts).get("value", "")) for each in problems]


def test_what_programs_write_of_a_drawing_is_taken() -> None:
    assert list(check_svg("logo.svg", DRAWN.encode())) == []


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("<animate/>", "<animate>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<a xlink:href='#one'/>", "<a>"),
        ("<path onclick='go()'/>", "onclick"),
        ("<use href='other.svg#one'/>", 'href="other.svg#one"'),
        ("<image href='data:image/svg+xml,x'/>", 'href="data:image/svg+xml,x"'),
        ("<path style='fill:URL( other.svg)'/>", "URL( other.svg"),
        ("<path style='fill:\\75rl(x)'/>", "\\75rl(x)"),
        (f"<style>{'/* long */ ' * 2000}@import 'x.css'</style>", "@import 'x.css'"),
        ("<use id='one' href='#one'/>", '<use href="#one">'),
        ("<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/>", "<math>"),
    ],
)
def test_what_could_run_or_fetch_is_not(body: str, value: str) -> None:
    assert find(body) == [("logo-active", value)]


def test_a_drawing_in_a_drawing_a_thousand_times_is_not() -> None:
    assert find("<g>" * DEPTH_MAX + "</g>" * DEPTH_MAX) == [("logo-broken", "")]
    assert find("<g>" * (DEPTH_MAX - 1) + "</g>" * (DEPTH_MAX - 1)) == []
