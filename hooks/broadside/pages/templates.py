"""An environment of templates -> the same with links that start at the site's root, and with parts that are rendered once.

A link is written by way of the root, ``../../lessons/``, however near the page stands: so the parts that many pages share read
alike on all pages of one depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import Environment, nodes, pass_context
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context

WHOLE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#]")
"""How a link begins that leads to the same place from any page (RFC 3986, 4.1): with a scheme, a slash, or a place on this page."""


def fit_templates(environment: Environment) -> None:
    """Give an environment both, before its first template is read."""
    environment.filters["url"] = _write_url
    environment.add_extension(Once)


@pass_context
def _write_url(context: Context, path: str) -> str:
    return write_url(str(context["base_url"]), str(path))


def write_url(base: str, path: str) -> str:
    """Return the link to ``path``, which is relative to the site's root, from a page that sees it at ``base``: ``..``, ``/``."""
    if WHOLE.match(path):
        return path
    root = "" if base in {"", "."} else base.rstrip("/") + "/"
    return root + ("" if path == "." else path.removeprefix("./")) or "./"


class Once(Extension):
    """The tag ``once``: ``{% once "menu", base_url, ours.language %}…{% endonce %}``; the key names all that the part depends on.

    What it says is kept as long as the environment, which is one build.
    """

    tags = {"once"}  # noqa: RUF012  the name and the type are the library's

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept: dict[tuple[object, ...], str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the call that stands for the part; its body is a macro, called or not."""
        line = next(parser.stream).lineno
        keys = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            keys.append(parser.parse_expression())
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        return nodes.CallBlock(self.call_method("_say", keys), [], [], body).set_lineno(line)

    def _say(self, *key: object, caller: Callable[[], str]) -> str:
        if key not in self._kept:
            self._kept[key] = caller()
        return self._kept[key]
