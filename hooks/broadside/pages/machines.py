"""Pages -> what search programs of the company's network read first: the map of the site, and the file that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from broadside.pages.days import find_change
from broadside.pages.values import Shelf, SitePage, TextFile

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def write_sitemap(shelf: Shelf, pages: Iterable[SitePage]) -> str:
    """Return the site's map (sitemaps.org 0.9) with each page's other languages; pages that are not translated are left out."""
    base, default = shelf.catalog.settings.site_url, shelf.catalog.language
    listed = {page.address: page for page in pages if page.is_translated and page.is_listed}
    where = {address: escape(base + address) for address in listed}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for page in listed.values():
        lines += ["  <url>", f"    <loc>{where[page.address]}</loc>"]
        entry = shelf.documents.get(page.address)
        day = find_change(shelf.catalog, entry) if entry else None
        if day:
            lines.append(f"    <lastmod>{day.isoformat()}</lastmod>")
        spoken = {language: address for language, address in page.alternates.items() if address in listed}
        if len(spoken) > 1:
            first = {"x-default": spoken[default]} if default in spoken else {}
            lines += [
                f'    <xhtml:link rel="alternate" hreflang="{language}" href="{where[address]}" />'
                for language, address in {**spoken, **first}.items()
            ]
        lines.append("  </url>")
    return "\n".join([*lines, "</urlset>", ""])


def make_robots(shelf: Shelf) -> Iterator[TextFile]:
    """Yield the file that tells crawlers where the map is (RFC 9309); it is read at the root of a server only."""
    yield TextFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {shelf.catalog.settings.site_url}sitemap.xml\n")
