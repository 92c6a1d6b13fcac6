"""The search of Broadside, of Pagefind and of Material over the same pages, in one Chromium: time, bytes, memory, the build.

``python -m bench.searching 1000 10000``; the pages are sentences of this site's own documents, drawn anew by a fixed seed.
"""

from __future__ import annotations

import json
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import yaml
from material.plugins.search import plugin
from playwright.sync_api import Browser, Page, Request, sync_playwright

from bench.rows import ROOT, say
from broadside.search import Facts, Names, SearchPage, extract_page, make_index
from built.conftest import CHROMIUM
from built.serving import serve_files

TOOLS = ROOT / "tests/tools/lighthouse"
PAGEFIND = TOOLS / "node_modules/.bin/pagefind"
PAGEFIND_VERSION = "1.6.0"
WORKERS = "assets/javascripts/workers"
QUERIES = {
    "en": ("fire extinguisher", "confined space rescue", "hard hat", "permit to work", "first aid"),
    "zh": ("灭火器", "有限空间作业", "安全帽", "事故原因", "应急疏散"),
}
ROUNDS = 5
"""Once with each question: a browser is cold only the first time."""
SCRIPTS = {
    "ours": """const worker = new Worker("WORKERS/broadside-search.js?LANGUAGE");
      const answer = new Promise(resolve => worker.onmessage = ({data: {type, data}}) => {
        if (type === 1) worker.postMessage({type: 2, data: words});
        if (type === 3) resolve(data.items.length);
      });
      fetch("search/search_index.json").then(it => it.json()).then(data => worker.postMessage({type: 0, data}));
      const found = await answer;""",
    "Material": """const worker = new Worker("WORKERS/material-search.js");
      const answer = new Promise(resolve => worker.onmessage = ({data: {type, data}}) => {
        if (type === 1) worker.postMessage({type: 2, data: words});
        if (type === 3) resolve(data.items.length);
      });
      fetch("stock/search_index.json").then(it => it.json())
        .then(data => worker.postMessage({type: 0, data: {...data, options: {}}}));
      const found = await answer;""",
    "Pagefind": """const pagefind = await import(new URL("pagefind/pagefind.js", location.href));
      const {results} = await pagefind.search(words);
      await Promise.all(results.slice(0, 5).map(result => result.data()));
      const found = results.length;""",
}
"""From a page that has loaded nothing to what can be shown of the first results, as each engine is meant to be asked."""


@dataclass(frozen=True)
class Made:
    """A page of the corpus."""

    address: str
    language: str
    title: str
    html: str


@dataclass(frozen=True)
class Asked:
    """One cold question: seconds to the answer, bytes over the wire, MB of the worker's heap, how many pages were found."""

    seconds: float
    bytes: int
    heap_mb: float
    found: int


def make_corpus(count: int) -> list[Made]:
    """Draw ``count`` pages, half English, half Chinese: the same ones in every run."""
    draw = random.Random(4)  # noqa: S311  no secret: a corpus that can be drawn again
    sentences, headings = _read_sentences()
    pages = []
    for number in range(count):
        language = ("en", "zh")[number % 2]
        parts = []
        for part in range(4):
            words = " ".join(draw.choices(sentences[language], k=6))
            parts.append(
                f'<h2 id="s{part}">{escape(draw.choice(headings[language]))}</h2>\n<p>{escape(words)} {number:05d}-{part}.</p>'
            )
        title = f"{draw.choice(headings[language])} {number}"
        pages.append(
            Made(
                f"{language}/{number}/", language, title, "\n".join([f"<p>{escape(draw.choice(sentences[language]))}</p>", *parts])
            )
        )
    return pages


def _read_sentences() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Return the sentences and the headings of this site's documents, by language."""
    sentences: dict[str, list[str]] = {"en": [], "zh": []}
    headings: dict[str, list[str]] = {"en": [], "zh": []}
    for folder in ("knowledge", "lessons", "notices", "campaigns"):
        for path in sorted((ROOT / "docs" / folder).rglob("*.md")):
            language = "zh" if path.name.endswith(".zh.md") else "en"
            for line in path.read_text("utf-8").split("---", 2)[2].splitlines():
                plain = re.sub(r"[*_`|#>]|\]\([^)]*\)|\[", "", line).strip()
                if line.startswith("#") and plain:
                    headings[language].append(plain)
                elif len(plain) > 12:
                    sentences[language] += [part for part in re.split(r"(?<=[.。！？])\s*", plain) if len(part) > 5]
    return sentences, headings


def build_ours(pages: Sequence[Made], site: Path) -> float:
    """Write our index; returns the seconds of processor time from rendered pages to files."""
    groups = [tuple(group) for group in yaml.safe_load((ROOT / "docs/synonyms.yml").read_text("utf-8"))]
    names = {language: Names({}, {}, {}, {}) for language in ("en", "zh")}
    start = time.process_time()
    found = [SearchPage(page.address, page.title, page.html, Facts(page.language, "knowledge")) for page in pages]
    for address, data in make_index([*map(extract_page, found)], names, groups).files.items():
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_bytes(data)
    return time.process_time() - start


def build_material(pages: Sequence[Made], site: Path) -> float:
    """Write the index of Material's plugin, by its own parser, cut between Chinese characters, as it must be without jieba."""
    start = time.perf_counter()
    entries = []
    for page in pages:
        parser = plugin.Parser()
        parser.feed(f"<h1>{escape(page.title)}</h1>{page.html}")
        parser.close()
        for section in parser.data:
            anchor = f"#{section.id}" if section.id else ""
            text = " ".join("".join(section.text).split())
            entries.append({"location": f"{page.address}{anchor}", "title": "".join(section.title), "text": text})
    config = {
        "lang": ["en"],
        "separator": r"[\s\-.,。，；：！？、]+|(?<=[\u3400-\u9fff])|(?=[\u3400-\u9fff])",
        "pipeline": ["stemmer"],
    }
    index = plugin.SearchIndex(**config, fields={"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}})
    index.entries = entries
    (site / "stock").mkdir()
    (site / "stock/search_index.json").write_text(index.generate_search_index(None), "utf-8")
    return time.perf_counter() - start


def build_pagefind(pages: Sequence[Made], site: Path) -> float:
    """Install Pagefind if it is not there, write the pages and let it read them; returns the seconds of Pagefind alone."""
    if not PAGEFIND.exists():
        install = ["npm", "install", "--no-save", "--silent", f"pagefind@{PAGEFIND_VERSION}"]
        subprocess.run(install, check=True, cwd=TOOLS)
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            path = Path(folder) / page.address / "index.html"
            path.parent.mkdir(parents=True)
            head = f"<!doctype html><html lang={page.language}><title>{escape(page.title)}</title>"
            path.write_text(f"{head}<body><h1>{escape(page.title)}</h1>{page.html}", "utf-8")
        start = time.perf_counter()
        subprocess.run([str(PAGEFIND), "--site", folder, "--output-path", str(site / "pagefind")], check=True, capture_output=True)
        return time.perf_counter() - start


def ask(browser: Browser, origin: str, engine: str, language: str, words: str) -> Asked:
    """Ask one question in a browser that has seen nothing."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(1_800_000)
    requests: list[Request] = []
    page.goto(f"{origin}{language}.html")
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108  playwright marks what it is given
    script = SCRIPTS[engine].replace("WORKERS", WORKERS).replace("LANGUAGE", language)
    seconds, found = page.evaluate(
        f"async words => {{ const start = performance.now(); {script} return [(performance.now() - start) / 1000, found]; }}", words
    )
    heap = read_heap(browser, page)
    size = sum(request.sizes()["responseBodySize"] for request in requests)
    context.close()
    return Asked(seconds, size, heap / 1e6, found)


def read_heap(browser: Browser, page: Page) -> int:
    """Return the bytes that the page's worker holds after its rubbish was collected; nought where it has no worker."""
    session = browser.new_browser_cdp_session()
    said: list[dict[str, Any]] = []
    session.on("Target.receivedMessageFromTarget", lambda event: said.append(json.loads(event["message"])))
    workers = [target["targetId"] for target in session.send("Target.getTargets")["targetInfos"] if target["type"] == "worker"]
    for target in workers:
        attached = session.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]
        for number, method in enumerate(("HeapProfiler.collectGarbage", "Runtime.getHeapUsage")):
            message = json.dumps({"id": number, "method": method})
            session.send("Target.sendMessageToTarget", {"sessionId": attached, "message": message})
    while sum(each.get("id") == 1 for each in said) < len(workers):
        page.wait_for_timeout(20)
    session.detach()
    return sum(each["result"]["usedSize"] for each in said if each.get("id") == 1)


def measure(count: int) -> None:
    """Build all three over ``count`` pages and ask them in turn."""
    pages = make_corpus(count)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder)
        (site / WORKERS).mkdir(parents=True)
        shutil.copytree(ROOT / "hooks/theme" / WORKERS, site / WORKERS, dirs_exist_ok=True)
        stock = next((Path(plugin.__file__).parents[2] / "templates" / WORKERS).glob("search.*.min.js"))
        shutil.copy(stock, site / WORKERS / "material-search.js")
        for language in QUERIES:
            (site / f"{language}.html").write_text(f"<!doctype html><html lang={language}><title>Search</title>", "utf-8")
        builders: dict[str, Callable[[Sequence[Made], Path], float]] = {
            "ours": build_ours,
            "Material": build_material,
            "Pagefind": build_pagefind,
        }
        built = {name: build(pages, site) for name, build in builders.items()}
        say(f"{count} pages: our index, ms of processor time a page", f"{built['ours'] / count * 1e3:.2f}", "under 3")
        say(
            f"{count} pages: Material's, Pagefind's index, ms a page",
            f"{built['Material'] / count * 1e3:.2f}, {built['Pagefind'] / count * 1e3:.2f}",
            "",
        )
        size = sum(path.stat().st_size for path in (site / "search").rglob("*"))
        say(
            f"{count} pages: our index in all; memory of its making",
            f"{size / 1e6:.1f} MB; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB",
            "",
        )
        flags = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        with serve_files(site) as origin:
            _compare(browser, origin, count)
        browser.close()


def _compare(browser: Browser, origin: str, count: int) -> None:
    asked: dict[str, list[Asked]] = {name: [] for name in SCRIPTS}
    ask(browser, origin, "ours", "en", "warm")
    for number in range(ROUNDS):
        for language, words in QUERIES.items():
            for engine, answers in asked.items():
                # A question to Material costs half a minute: one is enough.
                if engine != "Material" or (number == 0 and (language == "en" or count < 5000)):
                    answers.append(ask(browser, origin, engine, language, words[number]))
    middle = {name: statistics.median(each.seconds for each in answers) for name, answers in asked.items()}
    for name, answers in asked.items():
        size, heap = max(each.bytes for each in answers) / 1e3, max(each.heap_mb for each in answers)
        figure = f"{middle[name]:.3f} s, {size:.0f} kB, {heap:.1f} MB"
        say(f"{count} pages, {name}: first result; most bytes; worker", figure, "100 kB, 20 MB" if name == "ours" else "")
    for name, goal in (("Pagefind", "at most 0.6"), ("Material", "at most 0.02")):
        say(f"{count} pages: first result, ours / {name}", f"{middle['ours'] / middle[name]:.3f}", goal)
    for name, answers in asked.items():
        if not all(each.found for each in answers):
            say(f"{count} pages, {name}: questions without a result", str(sum(not each.found for each in answers)), "0")


if __name__ == "__main__":
    for given in sys.argv[1:] or ("1000", "10000"):
        measure(int(given))
