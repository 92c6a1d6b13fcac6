"""Links by way of the root, and parts rendered once."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from broadside.pages.templates import fit_templates, write_url


@pytest.mark.parametrize(
    ("base", "path", "link"),
    [
        ("../..", "lessons/fall/", "../../lessons/fall/"),
        ("..", "lessons/", "../lessons/"),
        ("..", "", "../"),
        ("..", "./", "../"),
        (".", "lessons/", "lessons/"),
        (".", "", "./"),
        (".", "css/site.css", "css/site.css"),
        ("/", "lessons/", "/lessons/"),
        ("/", "", "/"),
        ("/area/", "css/site.css", "/area/css/site.css"),
        ("..", "https://law.example/a", "https://law.example/a"),
        ("..", "mailto:a@law.example", "mailto:a@law.example"),
        ("..", "/elsewhere", "/elsewhere"),
        ("..", "#here", "#here"),
        ("..", "sheets/灭火.pdf", "../sheets/灭火.pdf"),
    ],
)
def test_a_link_goes_by_way_of_the_root(base: str, path: str, link: str) -> None:
    assert write_url(base, path) == link


def test_a_part_is_rendered_once_for_each_key() -> None:
    environment = Environment(autoescape=True)
    fit_templates(environment)
    rendered: list[str] = []
    template = environment.from_string('{% once "menu", base_url %}{{ note(base_url) }}<b>{{ name }}</b>{% endonce %} {{ name }}')

    def note(base: str) -> str:
        rendered.append(base)
        return ""

    def show(base: str, name: str) -> str:
        return template.render(base_url=base, name=name, note=note)

    assert show("..", "one") == "<b>one</b> one"
    assert show("..", "two") == "<b>one</b> two"
    assert show("../..", "<three>") == "<b>&lt;three&gt;</b> &lt;three&gt;"
    assert rendered == ["..", "../.."]


def test_a_part_reaches_what_the_block_that_it_replaces_says() -> None:
    environment = Environment(autoescape=True)
    fit_templates(environment)
    base = environment.from_string("{% block menu %}home{% endblock %}")
    child = environment.from_string('{% extends base %}{% block menu %}{% once "menu" %}[{{ super() }}]{% endonce %}{% endblock %}')
    assert child.render(base=base) == "[home]"
