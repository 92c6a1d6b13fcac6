"""Addresses in a page that is opened from a folder."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadside.copies.links import rewrite_address, rewrite_page

FILES = frozenset({"index.html", "zh/index.html", "slogans/index.html", "slogans/a/index.html", "css/a.css", "sheets/a/a b.pdf"})
PAGE = "slogans/a/index.html"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("../../zh/", "../../zh/index.html"),
        ("../../zh/#top", "../../zh/index.html#top"),
        ("../?topic=fire&x=1#wall", "../index.html?topic=fire&x=1#wall"),
        ("../../css/a.css?v=1", "../../css/a.css?v=1"),
        ("../../sheets/a/a%20b.pdf", "../../sheets/a/a%20b.pdf"),
        ("../index.html", "../index.html"),
        ("#part", "#part"),
        ("", ""),
        ("?q=1", "?q=1"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("data:text/plain,/", "data:text/plain,/"),
        ("../gone/", "../gone/"),
        ("http://[", "http://["),
    ],
)
def test_a_link_names_a_file(written: str, expected: str) -> None:
    assert rewrite_address(written, PAGE, FILES) == expected


def test_a_link_to_what_was_left_out_leads_to_the_page_that_says_so() -> None:
    address = rewrite_address("../../sheets/a/a%20b.pdf", PAGE, FILES - {"sheets/a/a b.pdf"}, {"sheets/a/a b.pdf"})
    assert address == "../../left-out.html#sheets/a/a%20b.pdf"
    tag = '<a class="x" href="../../sheets/a/a%20b.pdf" download>Print</a>'
    text = rewrite_page(tag, PAGE, FILES - {"sheets/a/a b.pdf"}, {"sheets/a/a b.pdf"})
    assert text == '<a class="x" href="../../left-out.html#sheets/a/a%20b.pdf">Print</a>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="../">Up</a>', '<a href="../index.html">Up</a>'),
        ("<a href='../'>Up</a>", '<a href="../index.html">Up</a>'),
        ("<a href=../>Up</a>", '<a href="../index.html">Up</a>'),
        ('<A HREF="../?a=1&amp;b=2">Up</A>', '<A HREF="../index.html?a=1&amp;b=2">Up</A>'),
        ('<a title="a > b" href="../">Up</a>', '<a title="a > b" href="../index.html">Up</a>'),
        ('<a data-href="../" href="#x">Up</a>', '<a data-href="../" href="#x">Up</a>'),
        ('<p>href="../" < b</p>', '<p>href="../" < b</p>'),
        ('<!-- <a href="../"> -->', '<!-- <a href="../"> -->'),
        ("<script>x = '<a href=\"../\">';</script>", "<script>x = '<a href=\"../\">';</script>"),
        ('<script src="../../css/a.css"></script>', '<script src="../../css/a.css"></script>'),
        ('<meta http-equiv="refresh" content="0; url=../">', '<meta http-equiv="refresh" content="0; url=../index.html">'),
        ('<img srcset="../a.webp 1x, ../b.webp 2x">', '<img srcset="../a.webp 1x, ../b.webp 2x">'),
        ('<link rel="canonical" href="https://safety.example/slogans/a/">', ""),
        ('<meta property="og:image" content="https://safety.example/a.png">', ""),
        ('<link rel="alternate" type="application/atom+xml" title="N" href="../../feeds/notices.xml">', ""),
        ('<script type="application/ld+json">{"url":"https://safety.example/"}</script>', ""),
        ('<a href="https://example.org/report">Report</a>', '<a href="https://example.org/report">Report</a>'),
    ],
)
def test_a_page_is_changed_where_it_must_be_and_nowhere_else(text: str, expected: str) -> None:
    assert rewrite_page(text, PAGE, FILES) == expected


def test_the_script_that_completes_other_links_is_added_once() -> None:
    assert rewrite_page("<head></head>", PAGE, FILES) == '<head><script src="../../js/copy.js"></script></head>'
    assert rewrite_page("<head></head>", "index.html", FILES) == '<head><script src="js/copy.js"></script></head>'


PARTS = st.lists(st.sampled_from(["..", ".", "slogans", "a", "zh", "css", "a.css", "", "安全"]), max_size=5)


@given(PARTS, st.sampled_from(["", "?x=1", "#y", "?x=1#y"]))
def test_a_rewritten_address_leads_to_where_the_first_one_led(parts: list[str], rest: str) -> None:
    written = "/".join(parts).lstrip("/")

    def lead(address: str) -> str:
        path = address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
        place = posixpath.normpath(posixpath.join("slogans/a", path))
        return posixpath.normpath(f"{place}/index.html") if posixpath.normpath(f"{place}/index.html") in FILES else place

    changed = rewrite_address(written + rest, PAGE, FILES)
    if written:
        assert lead(changed) == lead(written)
        assert changed.endswith(rest)
    assert rewrite_address(changed, PAGE, FILES) == changed, "a second time changes nothing"


@given(st.text(alphabet="<>a\"'= /-!script", max_size=60))
def test_no_text_is_lost_that_holds_no_address(text: str) -> None:
    assert rewrite_page(text, PAGE, FILES) == text
