"""The rules of the check -> a page for each, and the page that lists them all."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from html import escape

from broadside.catalog import locate
from broadside.pages.values import Shelf, SitePage
from broadside.rules import FOLDER, Rule, Sample, address_rule, list_rules, read_rule, show
from broadside.texts import read_rules, read_texts

FENCE = "````"
"""Longer than any that an example has in it."""


def make_rule_pages(shelf: Shelf, language: str) -> Iterator[SitePage]:
    """Yield the list of rules and the page of each, but those that an editor has written."""
    taken = {shelf.address(identity, language) for identity in shelf.catalog.entries}
    yield from (page for page in _make_pages(language, shelf.languages) if page.address not in taken)


@functools.cache
def _make_pages(language: str, languages: tuple[str, ...]) -> tuple[SitePage, ...]:
    """Return all pages in one of the site's languages; they say nothing of the site, and a preview has them from before."""
    rules = [read_rule(name, language) for name in list_rules()]
    texts = read_rules(language)
    head = _make_page(languages, f"{FOLDER}/index", language, texts["title"], texts["summary"], _write_list(rules, language))
    pages = (
        _make_page(languages, address_rule(rule.name), language, rule.name, rule.says, _write_rule(rule, language))
        for rule in rules
    )
    return (head, *pages)


def _make_page(languages: tuple[str, ...], identity: str, language: str, title: str, summary: str, body: str) -> SitePage:
    return SitePage(
        address=locate(identity, language, languages[0]),
        language=language,
        template="rule.html",
        title=title,
        markdown=f"{_write_words(summary)}\n\n{body}",
        is_folder=identity.endswith("/index"),
        summary=summary,
        is_searchable=False,  # 300 pages for editors push what readers look for out of the answers to short queries
        hide=("navigation",),
        alternates={other: locate(identity, other, languages[0]) for other in languages},
    )


def _write_list(rules: Sequence[Rule], language: str) -> str:
    """Write the list: the groups, and of each rule what the check says, behind its name."""
    texts = read_rules(language)
    parts = [texts["intro"]]
    for group, title in texts["groups"].items():
        rows = [f"[`{rule.name}`]({rule.name}.md)\n:   {escape(rule.says, quote=False)}" for rule in rules if rule.group == group]
        parts += [f"## {title}", *rows]
    return "\n\n".join(parts)


def _write_rule(rule: Rule, language: str) -> str:
    """Write one rule: how to mend it, why it is there, and its two examples."""
    texts = read_rules(language)
    return "\n\n".join(
        (
            _write_words(f"{read_texts(language)['problems']['mend']}{rule.mend}"),
            f"## {texts['why_head']}",
            _write_words(rule.why),
            *([_write_words(texts["warns"])] if rule.is_warning else ()),
            f"## {texts['wrong_head']}",
            *(_write_sample(sample, language) for sample in rule.wrong),
            f"## {texts['right_head']}",
            *(_write_sample(sample, language) for sample in rule.right),
            f"[{texts['all']}](index.md)",
        )
    )


def _write_sample(sample: Sample, language: str) -> str:
    """Write an example; what no file can show stands as a sentence."""
    if not sample.path:
        return _write_words(sample.text)
    texts = read_rules(language)
    where = escape(texts["in"]).format(path=f"<code>{escape(sample.path)}</code>")
    return f"<p>{where}</p>\n\n{FENCE}\n{show(sample.text) or texts['nothing']}\n{FENCE}"


def _write_words(words: str) -> str:
    """Write a paragraph of plain words, none of which Markdown may take for a sign."""
    return f"<p>{escape(words, quote=False)}</p>"
