"""A page in a browser -> what on it is not in its own language, and what it wrongly says of where its other languages are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Page

COLLECT = """language => {
  const found = [], not = "script, style, code, pre, kbd, .bs-body, .bs-languages, #kept ul, [data-md-component=header-topic]";
  const said = element => element.closest("[lang]").lang === language && !element.closest(not);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (said(walker.currentNode.parentElement)) found.push(walker.currentNode.data.trim());
  for (const element of document.body.querySelectorAll("*"))
    for (const name of ["title", "aria-label", "placeholder"])
      if (element.hasAttribute(name) && said(element)) found.push(element.getAttribute(name));
  return found;
}"""
NAME_LANGUAGES = "() => Object.fromEntries([...document.head.querySelectorAll('link[hreflang]')].map(a => [a.hreflang, a.href]))"
SAME = re.compile(
    r"\S+\.example/\S*|Beacon Safety \[|Page (Up|Down)|Enter|[(（].*[)）]|中文|English|[\w-]+\.(yml|md|typ)|carrier-unknown|AED"
)
"""What is called the same in every language: a page's address, a notice's number, keys, languages by their
own names, terms in brackets, a name that Chinese has taken over, files, the check's rules."""
FOREIGN = {"en": re.compile(r"[\u4e00-\u9fff]"), "zh": re.compile(r"^[^\u4e00-\u9fff]*[A-Za-z]{3}[^\u4e00-\u9fff]*$")}


def find_foreign(page: Page, address: str) -> Iterator[str]:
    """Yield what of the page at ``address`` is in another language, and each false address of itself or of the other language.

    The page has its styles: what only paper shows is not said on it.
    """
    own = "zh" if address.startswith("zh/") else "en"
    head = page.evaluate(NAME_LANGUAGES)
    # What a worker shows in place of a page is found by nobody and needs no address for strangers.
    named = {"en", "x-default"} if "decisions/" in address else {"en", "zh"} | ({"x-default"} if "unseen" not in address else set())
    if set(head) != named or head.get(own, page.url) != page.url or head.get("x-default", head["en"]) != head["en"]:
        yield f"its languages: {head}"
    said = page.evaluate(COLLECT, own)
    if len(said) <= 5:
        yield "it says nothing"
    yield from (f"not {own}: {text}" for text in said if FOREIGN[own].search(SAME.sub("", text)))
