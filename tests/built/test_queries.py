"""The queries that employees type, asked of the built site in Chromium: the right pages are among the first five."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from search.measures import Answer, describe_worst, measure
from search.queries import read_queries

LEAST = 0.95
"""The share of relevant pages in the first five, and the mean reciprocal rank, that the search must reach."""

ASK = """async questions => {
  const input = document.querySelector("[data-md-component=search-query]");
  document.getElementById("__search").click();
  const answers = [];
  for (const question of questions) {
    answers.push(await new Promise(done => {
      const hear = event => {
        if (event.detail.query !== question || event.detail.partial) return;
        document.removeEventListener("bs-found", hear, true);
        done(event.detail.items.map(([page]) => page.location));
      };
      document.addEventListener("bs-found", hear, true); // before the results are drawn, which takes them
      input.value = question;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }));
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def answers(chromium: Browser, origin: str) -> Mapping[tuple[str, str], list[Answer]]:
    """Every query's answer, by its language and by its half of the set."""
    found: dict[tuple[str, str], list[Answer]] = {}
    for language, home in (("zh", "zh/"), ("en", "")):
        queries = [query for query in read_queries() if query.language == language]
        page = chromium.new_page()
        page.goto(f"{origin}{home}")
        listed = page.evaluate(ASK, [query.words for query in queries])
        page.close()
        for query, places in zip(queries, listed, strict=True):
            half = "held out" if query.is_held_out else "tuned on"
            found.setdefault((language, half), []).append(Answer(query, tuple(_name(place, language) for place in places)))
    return found


def _name(place: str, language: str) -> str:
    """Return the id of the document at ``place``; in another language than the reader's it is no answer."""
    spoken = "zh" if place.startswith("zh/") else "en"
    identity = place.split("#", maxsplit=1)[0].removeprefix("zh/").rstrip("/")
    return identity if spoken == language else f"{identity} ({spoken})"


@pytest.mark.parametrize("half", ["tuned on", "held out"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_asked_is_among_the_first_five(answers: Mapping[tuple[str, str], list[Answer]], language: str, half: str) -> None:
    share, rank = measure(answers[language, half])
    said = f"share {share:.3f}, mean reciprocal rank {rank:.3f}, of {len(answers[language, half])} queries\n"
    assert min(share, rank) >= LEAST, said + describe_worst(answers[language, half])
