"""Templates that look names up more quickly say what the library's own say."""

from __future__ import annotations

import datetime

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, Undefined, UndefinedError, pass_context
from jinja2.runtime import Context

from broadside.pages.lookups import QuickContext, quicken_templates

PARTS = {
    "macros.html": "{% macro say(word, end='!') %}<{{ word }}{{ end }}>{{ caller() if caller }}{% endmacro %}",
    "part.html": "[{{ name }} {{ own }}]",
}
TEMPLATES = [
    "{{ words.title }} {{ words['title'] }} {{ words.absent }} {{ words.absent is defined }} {{ words.absent or 'none' }}",
    "{% for key, value in words.items() %}{{ key }}{{ value }}{% endfor %}{{ words.get('keys') }}{{ words['items'] }}",
    "{{ words.keys is callable }}",
    "{{ kept.title }}{{ day.year }}{{ day.isoformat() }}{{ name.upper() }}{{ name.absent }}{{ 'x-{a}'.format(a=name) }}",
    "{% import 'macros.html' as bs %}{{ bs.say('a') }}{{ bs.say('b', end='?') }}{{ bs.absent }}",
    "{% import 'macros.html' as bs %}{% call bs.say(name) %}c{% endcall %}",
    "{% set own = 'mine' %}{% include 'part.html' %}{% for own in 'ab' %}{% include 'part.html' %}{% endfor %}",
    "{{ seen('name') }}{% for name in [1, 2] %}{{ seen('name') }}{% endfor %}",
    "{{ plain(1, two=2) }}{{ asked.twice(4) }}{{ asked.see('name') }}",
    "{% macro mark(word) %}<b>{{ word }}</b>{% endmacro %}{{ mark('<') }}{{ range(3) | list }}{{ dict(a=1).a }}{{ shared }}",
]


class Kept(dict[str, str]):
    """A dictionary that has an attribute too: the attribute comes first."""

    title = "an attribute"


class Asked:
    """Methods, one of which wants the context."""

    def twice(self, number: int) -> int:
        """Want nothing."""
        return 2 * number

    @pass_context
    def see(self, context: Context, name: str) -> str:
        """Want the context."""
        return f"<{context.resolve(name)}>"


@pass_context
def see(context: Context, name: str) -> str:
    return f"<{context.resolve(name)}>"


def _make(*, quick: bool, autoescape: bool = True, undefined: type[Undefined] = Undefined) -> Environment:
    environment = Environment(loader=DictLoader(PARTS), autoescape=True, undefined=undefined)
    environment.autoescape = autoescape
    environment.globals["shared"] = "for all"
    if quick:
        quicken_templates(environment)
    return environment


def _render(environment: Environment, template: str) -> str:
    return environment.from_string(template).render(
        words={"title": "a title", "items": "things", "keys": "k"},
        kept=Kept(title="a value"),
        day=datetime.date(2027, 6, 1),
        name="a name",
        seen=see,
        plain=lambda one, two: one + two,
        asked=Asked(),
    )


@pytest.mark.parametrize("autoescape", [True, False])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_says_what_it_says_with_the_library_alone(template: str, *, autoescape: bool) -> None:
    plain, quick = _make(quick=False, autoescape=autoescape), _make(quick=True, autoescape=autoescape)
    assert _render(quick, template) == _render(plain, template)
    assert quick.context_class is QuickContext


def test_a_missing_name_is_what_the_environment_says_it_is() -> None:
    environment = _make(quick=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError, match="'dict object' has no attribute 'absent'"):
        _render(environment, "{{ words.absent }}")
