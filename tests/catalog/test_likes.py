"""What is like another has its values where it gives none of its own."""

from __future__ import annotations

from broadside.catalog.likes import fill_designs, fill_likes
from broadside.frontmatter import parse_yaml


def test_a_carrier_is_like_an_earlier_one_but_for_what_it_says() -> None:
    parsed, problems = fill_likes(
        "carriers.yml", parse_yaml("posters/x.yml", "a: {w: 1, h: 2, looks_like: z}\nb: {like: a, h: 3}\n")[0]
    )
    assert (parsed.values["b"], problems) == ({"w": 1, "h": 3}, ())
    _, problems = fill_likes("carriers.yml", parse_yaml("posters/x.yml", "b: {like: a}\na: {w: 1}\n")[0])
    assert [(problem.rule, problem.line) for problem in problems] == [("carrier-unknown", 1)]


def test_a_design_keeps_the_name_of_the_one_that_draws_it() -> None:
    texts = {"cloth": "use: banner\nink: null\n", "gilt": "like: cloth\nink: accent\n", "third": "like: gilt\n"}
    filled = fill_designs("designs", {name: (parse_yaml("posters/x.yml", text)[0], ()) for name, text in texts.items()})
    assert filled["gilt"][0].values == {"use": "banner", "ink": "accent", "like": "cloth"}
    assert filled["cloth"][0].values == {"use": "banner", "ink": None}
    (problem,) = filled["third"][1]
    assert (problem.path, problem.rule, dict(problem.facts)["legal"]) == ("designs/third/design.yml", "design-unknown", "cloth")
