"""The search index of the built site, asked through its own worker in Chromium: every word of a page finds that page."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from broadside.search.words import COMMON
from sites import REPOSITORY

ASK = """async ([language, questions]) => {
  const Stock = Object.getPrototypeOf(Worker); // the site's own one tells the list of results, which takes what it is told
  const worker = new Stock(`${location.origin}/assets/javascripts/workers/broadside-search.js?${language}`);
  const hear = type => new Promise(done => {
    const listen = ({data}) => {
      if (data.type !== type || data.data?.partial) return;
      worker.removeEventListener("message", listen);
      done(data.data);
    };
    worker.addEventListener("message", listen);
  });
  const setup = await (await fetch("/search/search_index.json")).json();
  const ready = hear(1);
  worker.postMessage({type: 0, data: setup});
  await ready;
  const answers = [];
  for (const [words, narrow] of questions) {
    const first = hear(3);
    worker.postMessage({type: 2, data: words});
    let found = await first;
    if (narrow) {
      const second = hear(3);
      worker.postMessage({type: 4, data: narrow});
      found = await second;
    }
    answers.push(found);
  }
  worker.terminate();
  return answers;
}"""


def _draw_words(language: str) -> list[tuple[str, str]]:
    """Return a word of every article and lesson in ``language`` and where it is served: the same ones in every run."""
    draw = random.Random(7)  # noqa: S311  no secret
    drawn = []
    for path in sorted((REPOSITORY / "docs").glob("*s/*.md")) + sorted((REPOSITORY / "docs").glob("knowledge/*.md")):
        name, _, ending = path.name.partition(".")
        if path.parent.name == "decisions" or (ending == "zh.md") != (language == "zh") or name == "index":
            continue
        body = path.read_text("utf-8").split("---", 2)[2]
        plain = " ".join(line for line in body.splitlines() if not re.search(r"[\[`{<|]", line))
        found = re.findall(r"[\u4e00-\u9fff]{2}" if language == "zh" else r"(?<![\w’'])[a-z]{3,}(?![\w’'])", plain)
        words = sorted(set(found) - set(COMMON.split()))
        drawn += [
            (word, f"{'zh/' if language == 'zh' else ''}{path.parent.name}/{name}/")
            for word in draw.sample(words, min(2, len(words)))
        ]
    return drawn


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_word_of_a_page_finds_that_page(page: Page, language: str) -> None:
    words = _draw_words(language)
    assert len(words) >= 40
    page.goto("")
    answers = page.evaluate(ASK, [language, [[word, {"most": 10_000}] for word, _ in words]])
    for (word, address), found in zip(words, answers, strict=True):
        assert address in [item[0]["location"] for item in found["items"]], word


def test_narrowing_keeps_what_fits_and_counts_all(page: Page) -> None:
    page.goto("")
    every, lessons = page.evaluate(ASK, ["en", [["fire", None], ["fire", {"kind": "lesson"}]]])
    assert 0 < lessons["total"] < every["total"]
    assert {item[0]["kind"] for item in lessons["items"]} == {"lesson"}
    assert lessons["facets"] == every["facets"]
    assert {kind: count for kind, _, count in every["facets"]["kind"]}["lesson"] == lessons["total"]


def test_a_notice_that_is_over_stands_behind_the_one_in_force(page: Page) -> None:
    page.clock.set_fixed_time("2027-06-10T09:00:00")
    page.goto("")
    [found] = page.evaluate(ASK, ["en", [["series promotion plan", None]]])
    places = [item[0]["location"] for item in found["items"]]
    assert places.index("notices/2026/series-promotion-plan-2027/") < places.index("notices/2026/series-promotion-plan-2026/")


def test_words_are_mended_read_and_completed(page: Page) -> None:
    page.goto("zh/")
    questions = ["extingisher", "miehuoqi", "安全冒", "滅火器", "evacu", "xyzzyq"]
    spelled, read, heard, folded, begun, nothing = page.evaluate(ASK, ["zh", [[words, None] for words in questions]])
    assert spelled["meant"] == ["extinguisher"]
    assert read["meant"] == ["灭火器"]
    assert heard["meant"] == ["安全帽"]
    assert folded["items"][0][0]["location"] == "zh/knowledge/fire-extinguishers/"
    assert begun["suggest"][0].startswith("evacuat")
    assert (nothing["total"], nothing["items"]) == (0, [])


def test_what_an_editor_wrote_is_text_in_the_results(page: Page) -> None:
    page.goto("")
    [found] = page.evaluate(ASK, ["en", [["notice", {"most": 10_000}]]])
    shown = "".join(part["title"] + part["text"] for item in found["items"] for part in item)
    assert set(re.findall(r"<[^>]*>", shown)) <= {"<mark>", "</mark>"}


def test_the_theme_s_own_index_is_empty_and_ours_is_small(built_site: Path) -> None:
    setup = json.loads((built_site / "search/search_index.json").read_text("utf-8"))
    assert setup["docs"] == []
    assert (built_site / "search/search_index.js").read_text("utf-8") == f"var __index = {json.dumps(setup, ensure_ascii=False)}"
    folder = built_site / setup["config"]["broadside"]["folder"]
    assert max(path.stat().st_size for path in folder.iterdir()) < 40_000
    assert len(list(built_site.glob("search/*/"))) == 1
