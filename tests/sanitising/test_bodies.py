"""One page's Markdown and what is reported of it: nothing harmless, everything else, and at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from mkdocs.config import load_config

from broadside.problems import Problem
from broadside.sanitising import bodies, clean_html, find_removed
from broadside.sanitising.bodies import EXTENSIONS, check_body, hide_code, is_harmless, make_configs, render
from sites import REPOSITORY

HOSTS = frozenset({"safety.example"})


def rules_of(body: str) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.line, problem.column) for problem in check_body("docs/a.md", body, 5, HOSTS)]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_markdown_is_rendered_as_the_generator_does() -> None:
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    assert list(EXTENSIONS) == config.markdown_extensions
    ours = make_configs()
    slugs = [each.pop("slugify") for each in (ours["toc"], config.mdx_configs["toc"])]
    assert slugs[0]("Chin Straps 安全", "-") == slugs[1]("Chin Straps 安全", "-") == "chin-straps-安全"
    assert ours == config.mdx_configs


def test_each_thing_is_reported_at_its_place() -> None:
    body = "a\n\n<i onclick=x>b</i> <blink>c</blink>\n\n[d](data:x) <blink>e</blink>"
    assert sorted(rules_of(body)) == [
        ("html-attribute", 7, 4),
        ("html-forbidden", 7, 20),
        ("html-forbidden", 9, 13),
        ("link-scheme", 9, 5),
    ]


@pytest.mark.parametrize(
    "body", ["`<script>`", "```html\n<script>x</script>\n```", "a < b, 5<6", "{en: a}", "[a](b.md#c) ![d](e.png)"]
)
def test_code_and_signs_are_words(body: str) -> None:
    assert is_harmless(body, HOSTS)
    assert rules_of(body) == []


def test_a_comment_on_a_line_of_its_own_is_none_to_look_at() -> None:
    assert is_harmless("## Fields\n\n<!-- made by `make generated` from kinds; change it there -->\n\n| a |\n", HOSTS)


@pytest.mark.parametrize(
    "note",
    [
        "<!-- a --><script>x</script> -->",
        "<!-- a `--><script>x</script>` -->",
        "<!-- ``` -->\n<script>x</script>\n```",
        "<!-- ~~~ -->\n<script>x</script>\n~~~",
        "<!-- [a](javascript:x) -->",
        "<!-- a\n<script>x</script> -->",
        "<!-- &#60;script> -->",
        "a <!-- b -->",
    ],
)
def test_a_comment_hides_nothing(note: str) -> None:
    assert not is_harmless(f"a\n\n{note}\n\nb\n", HOSTS)


@pytest.mark.parametrize(
    "body",
    [
        "- a ` b\n- <script>x</script> ` c",
        "a\n\n    ```\n<script>x</script>\n```",
        "~~~\n```\n~~~\n<script>x</script>\n```\n",
        "``` {.py onclick=x}\na\n```",
        "`a``<script>x</script>` b``",
    ],
)
def test_where_code_is_in_doubt_all_is_looked_at(body: str) -> None:
    assert hide_code(body) == body
    assert not is_harmless(body, HOSTS)


PIECES = some.sampled_from(
    [
        "`",
        "``",
        "```",
        "```\n",
        "~~~",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "> ",
        "a",
        "\\",
        "|",
        "<i onclick=x>",
        "</i>",
        "[b](data:x)",
        "[c]: ",
        "# ",
        "<!-- ",
        " -->",
    ]
)


@given(some.lists(PIECES, max_size=24).map("".join))
def test_a_look_never_passes_what_rendering_would_find(body: str) -> None:
    if is_harmless(body, HOSTS):
        html = render(body)
        assert list(find_removed(html, clean_html(html, HOSTS))) == []


def test_too_long() -> None:
    problems = check_body("docs/a.md", "安" * 33_334, 5, HOSTS)
    assert [problem.what() for problem in problems] == ["the page has 100 kB of text, and 100 kB is the most."]


def test_too_slow() -> None:
    problems = check_body("docs/a.md", "[" * 8_000, 5, HOSTS)
    assert [problem.what() for problem in problems] == ["the page was still not laid out after 2 seconds of computing."]


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Markdown fail."""

    def fail(_body: str) -> str:
        raise AssertionError("we should not get here!")

    monkeypatch.setattr(bodies, "render", fail)


@pytest.mark.usefixtures("stumbling")
def test_what_the_library_cannot_read_is_a_mistake_of_the_page() -> None:
    assert check_body("docs/a.md", "<![x", 5, HOSTS) == (
        Problem("docs/a.md", 5, 1, "page-unreadable", (("reason", "we should not get here!"),)),
    )
