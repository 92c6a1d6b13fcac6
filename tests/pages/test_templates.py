"""Links by way of the root, and parts rendered once."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment

from broadside.pages.templates import Compiled, fit_templates, write_url


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


def test_a_template_is_compiled_again_where_it_says_something_else() -> None:
    compiled, said, codes = Compiled(), {"page": "one"}, []
    for words in ("one", "one", "two"):
        said["page"] = words
        environment = Environment(autoescape=True, loader=DictLoader(said))
        fit_templates(environment, compiled)
        assert environment.get_template("page").render() == words
        codes.append(environment.get_template("page").root_render_func.__code__)
    assert codes[0] is codes[1]
    assert codes[2] is not codes[1]


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


def test_a_page_makes_the_macros_that_its_templates_share_once() -> None:
    made: list[str] = []
    files = {
        "words.html": "{{ note(page) }}{% macro say(word) %}{{ word }} on {{ page }}{% endmacro %}",
        "lists.html": '{% share "words.html" as words %}{% macro list() %}{{ words.say("list") }}{% endmacro %}',
        "page.html": '{% share "words.html" as words %}{% share "lists.html" as lists %}{{ words.say("head") }} {{ lists.list() }}',
    }
    environment = Environment(loader=DictLoader(files), autoescape=True)
    fit_templates(environment)
    template = environment.get_template("page.html")
    assert template.render(page="one", note=made.append) == "head on one list on one"
    assert template.render(page="two", note=made.append) == "head on two list on two"
    assert made == ["one", "two"]


def test_macros_of_what_is_no_page_are_shared_with_nothing() -> None:
    environment = Environment(loader=DictLoader({"a.html": "{% macro say() %}{{ name }}{% endmacro %}"}), autoescape=True)
    fit_templates(environment)
    template = environment.from_string('{% share "a.html" as a %}{{ a.say() }}')
    assert [template.render(name=name) for name in ("one", "two")] == ["one", "two"]


def test_a_macro_that_is_remembered_says_each_word_once_for_each_key() -> None:
    looked_up: list[str] = []
    environment = Environment(autoescape=True)
    fit_templates(environment)
    template = environment.from_string(
        "{% macro t(word) %}{{ note(word) or word }}-{{ language }}{% endmacro %}"
        "{% set t = remember(t, language) %}{{ t('a') }} {{ t('a') }}"
    )
    assert template.render(language="en", note=looked_up.append) == "a-en a-en"
    assert template.render(language="zh", note=looked_up.append) == "a-zh a-zh"
    assert looked_up == ["a", "a"]
