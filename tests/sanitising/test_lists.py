"""What may stand in a page: addresses as a browser reads them, ids and classes that are nobody else's."""

from __future__ import annotations

import pytest

from broadside.sanitising.lists import filter_attribute, is_fit_class, is_free_id, is_known_host, read_address

HOSTS = frozenset({"safety.example"})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("work-at-height.md#belts", ("", "")),
        ("../a/b.png?x=1:2", ("", "")),
        ("#top", ("", "")),
        ("", ("", "")),
        ("https://Law.example:8443/a", ("https", "law.example")),
        ("//law.example/a", ("https", "law.example")),
        ("\\\\law.example\\a", ("https", "law.example")),
        ("/\\law.example", ("https", "law.example")),
        ("https:law.example", ("https", "law.example")),
        ("https:/law.example", ("https", "law.example")),
        ("https:///law.example", ("https", "law.example")),
        ("https://known.example@law.example/", ("https", "law.example")),
        ("mailto:safety@beacon.example", ("mailto", "")),
        ("tel:+86-10-1", ("tel", "")),
        ("javascript:alert(1)", ("javascript", "")),
        (" \x01java\nscr\tipt:alert(1)", ("javascript", "")),
        ("JaVaScRiPt:alert(1)", ("javascript", "")),
        ("data:text/html,x", ("data", "")),
        ("file:///etc/passwd", ("file", "")),
    ],
)
def test_an_address_is_read_as_a_browser_does(written: str, read: tuple[str, str]) -> None:
    scheme, host = read_address(written)
    assert (scheme, host if scheme != "file" else "") == read


@pytest.mark.parametrize("written", ["http://[", "https://", "//"])
def test_an_address_that_is_none_leads_to_no_known_host(written: str) -> None:
    scheme, host = read_address(written)
    assert scheme
    assert not is_known_host(host, HOSTS)
    assert filter_attribute("a", "href", written, HOSTS) is None


@pytest.mark.parametrize("host", ["safety.example", "SAFETY.example", "safety.example."])
def test_a_host_is_known_however_it_is_written(host: str) -> None:
    assert is_known_host(host, HOSTS)


@pytest.mark.parametrize("host", ["www.safety.example", "safety.example.evil.example", "", "xn--safety.example"])
def test_another_host_is_not(host: str) -> None:
    assert not is_known_host(host, HOSTS)


@pytest.mark.parametrize("anchor", ["helmets", "_1", "第一步", "what-to-do", "fn:1", "fnref2:note", "a_b.c"])
def test_an_id_may_be_a_pages_own(anchor: str) -> None:
    assert is_free_id(anchor)


@pytest.mark.parametrize("anchor", ["bs-wall", "BS-wall", "__search", "md-content", '"><script>', "a b", "", "-a", "a\n"])
def test_an_id_of_the_frame_may_not(anchor: str) -> None:
    assert not is_free_id(anchor)


@pytest.mark.parametrize("name", ["note", "headerlink", "language-c++", "l-Scalar-Plain", "k", "md-button"])
def test_a_class_that_the_theme_draws(name: str) -> None:
    assert is_fit_class(name)


@pytest.mark.parametrize("name", ["md-overlay", "md-search__overlay", "mermaid", "bs-lightbox", "no-js", "js-x"])
def test_a_class_of_the_frame(name: str) -> None:
    assert not is_fit_class(name)


@pytest.mark.parametrize(
    ("tag", "name", "value", "kept"),
    [
        ("a", "href", "https://safety.example/x", True),
        ("a", "href", "https://law.example/x", False),
        ("a", "href", "ftp://safety.example/x", False),
        ("a", "href", "tel:119", True),
        ("img", "src", "photo.png", True),
        ("img", "src", "https://safety.example/photo.png", False),
        ("img", "src", "//safety.example/photo.png", False),
        ("video", "poster", "data:image/png,x", False),
        ("td", "style", "text-align: right;", True),
        ("td", "style", "text-align: right; position: fixed", False),
        ("p", "title", "any words", True),
    ],
)
def test_a_value(tag: str, name: str, value: str, *, kept: bool) -> None:
    assert filter_attribute(tag, name, value, HOSTS) == (value if kept else None)


def test_of_several_classes_the_fit_ones_stay() -> None:
    assert filter_attribute("div", "class", "note  md-overlay\ntip", HOSTS) == "note tip"
    assert filter_attribute("div", "class", "md-overlay", HOSTS) is None
