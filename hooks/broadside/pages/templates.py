"""An environment of templates -> the same with links that start at the site's root, and with what a page would ask for twice once.

A link is written by way of the root, ``../../lessons/``, however near the page stands: so the parts that many pages share read
alike on all pages of one depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import CodeType

from jinja2 import BytecodeCache, Environment, nodes, pass_context
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context, Macro

from broadside.pages.lookups import quicken_templates

WHOLE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#]")
"""How a link begins that leads to the same place from any page (RFC 3986, 4.1): with a scheme, a slash, or a place on this page."""


class Compiled(BytecodeCache):
    """Templates as they were compiled, by their names; one whose text is another is compiled again. None is written."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give ``bucket`` the template's code where its text is the same."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._kept[bucket.key] = bucket.checksum, bucket.code


def fit_templates(environment: Environment, compiled: Compiled | None = None) -> None:
    """Give an environment all of it, before its first template is read; ``compiled`` are those of the builds before."""
    environment.bytecode_cache = compiled
    environment.filters["url"] = _write_url
    environment.add_extension(Once)
    environment.add_extension(Share)
    quicken_templates(environment)


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

    What it says is kept as long as the environment, which is one build. What the function ``remember`` returns for a macro of one
    value says each value's words once in the same way; templates that the theme also reads without the tag can ask for it.
    """

    tags = {"once"}  # noqa: RUF012  the name and the type are the library's

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept: dict[tuple[object, ...], str] = {}
        environment.globals["remember"] = self._remember

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

    def _remember(self, macro: Macro, *key: object) -> Callable[[str], str]:
        return lambda word: self._say(macro.name, word, *key, caller=lambda: macro(word))


class Share(Extension):
    """The tag ``share``: ``{% share "partials/files.html" as files %}``, an import with context that is made once for a page.

    Where several templates of a page import one file, the macros that it makes of the page are the same.
    """

    tags = {"share"}  # noqa: RUF012  as above

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._page: object = None
        self._made: dict[str, TemplateModule] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the assignment of the file's macros to a name."""
        line = next(parser.stream).lineno
        file = parser.parse_expression()
        parser.stream.expect("name:as")
        name = parser.parse_assign_target(name_only=True)
        return nodes.Assign(name, self.call_method("_make", [file, nodes.ContextReference()])).set_lineno(line)

    def _make(self, file: str, context: Context) -> TemplateModule:
        page = context.get("page")
        if page is None or page is not self._page:
            self._page, self._made = page, {}
        if file not in self._made:
            self._made[file] = self.environment.get_template(file).make_module(context.get_all(), shared=True)
        return self._made[file]
