"""A lesson's film on its page: where it lies, in whose words it is described, and what the policy lets a browser ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.catalog.films import list_film_hosts
from broadside.pages.films import show_film
from broadside.pages.policy import write_policy

from .sites import make_shelf

LESSON = (
    "---\ntitle: A fall\ndate: 2026-03-04\nseverity: injury\nbasis: illustrative\ntopics: [height]\n{film}closure:\n"
    "  causes: Found.\n  accountability: Dealt with.\n  measures: In place.\n  education: Given.\n---\n"
    "## What happened\n\n## Why it happened\n\n## What we learned\n\n## What to do\n"
)
FILM = b"\0\0\0\x0cftypisom\0\0\0\x08moov\0\0\0\x09mdatx"
WORDS = "WEBVTT\n\n00:00.000 --> 00:02.000\nBelow!\n"


def test_a_film_beside_the_lesson(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "docs/lessons/fall.md": LESSON.format(film="film: {video: fall.mp4, captions: fall.vtt}\n"),
        "docs/lessons/fall.mp4": FILM,
        "docs/lessons/fall.vtt": WORDS,
    }
    shelf = make_shelf(tmp_path, files)
    film = show_film(shelf, shelf.catalog.entries["lessons/fall"], "zh")
    assert film is not None
    assert (film.address, film.type, film.captions, film.spoken) == ("lessons/fall.mp4", "video/mp4", "lessons/fall.vtt", "en")
    assert list_film_hosts(shelf.catalog) == ()
    assert "media-src 'self';" in write_policy([], list_film_hosts(shelf.catalog))


def test_a_film_on_another_host_is_all_that_may_be_asked_of_it(tmp_path: Path) -> None:
    asked = "film: {video: 'https://safety.example/films/fall.webm', description: A ladder slides.}\n"
    shelf = make_shelf(tmp_path, {"docs/lessons/fall.md": LESSON.format(film=asked)})
    film = show_film(shelf, shelf.catalog.entries["lessons/fall"], "en")
    assert film is not None
    assert (film.host, film.type) == ("safety.example", "video/webm")
    policy = write_policy([], list_film_hosts(shelf.catalog))
    assert "media-src 'self' https://safety.example;" in policy
    assert policy.count("safety.example") == 1


@pytest.mark.parametrize("address", ["https://safety.example;script-src/fall.mp4", "https:/fall.mp4", "//safety.example/fall.mp4"])
def test_what_is_no_origin_never_reaches_the_policy(tmp_path: Path, address: str) -> None:
    from broadside.problems import ContentMistakes  # noqa: PLC0415

    asked = f"film: {{video: '{address}', description: A ladder slides.}}\n"
    with pytest.raises(ContentMistakes) as caught:
        make_shelf(tmp_path, {"docs/lessons/fall.md": LESSON.format(film=asked)})
    assert {problem.rule for problem in caught.value.problems} & {"film-missing", "path-outside", "host-unknown"}
