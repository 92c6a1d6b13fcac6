"""Markdown -> sentences: whole ones, in order, without marks."""

from __future__ import annotations

import pytest

from broadside.boards.prose import list_sentences, split_sentences


@pytest.mark.parametrize(
    ("markdown", "sentences"),
    [
        ("## Do this\n\n1. Ask first. Often it can.\n2. Look\n", ("Ask first.", "Often it can.", "Look.")),
        ("- [ ] Weather: no thunder\n- [x] Boards full\n", ("Weather: no thunder.", "Boards full.")),
        ("先问一句：能不能在地面干？很多时候能。\n下一行\n", ("先问一句：能不能在地面干？", "很多时候能。", "下一行。")),
        ("办好作业票，\n对着看。", ("办好作业票，对着看。",)),
        ("**Stay [clipped](a.md).** Hook `high`.", ("Stay clipped.", "Hook high.")),
        ("Two lanyards\nwhen you move.", ("Two lanyards when you move.",)),
        ("There are three:\n\n- It swings.\n- It drops.\n", ("There are three: It swings.", "It drops.")),
        ("有三招：\n\n- 一是摆。\n", ("有三招：一是摆。",)),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\n![x](y.png)\n\n<div>z</div>\n\n```\ncode.\n```\nWords.\n", ("Words.",)),
        ("See No. 31, e.g. the gate. Then go.", ("See No. 31, e.g. the gate.", "Then go.")),
        ("It takes 2.5 m of rope.", ("It takes 2.5 m of rope.",)),
        ('He said "Stop." All stood.', ('He said "Stop."', "All stood.")),
        ("他说：“停！”大家站住。", ("他说：“停！”", "大家站住。")),
        ("> Quoted words.\n", ("Quoted words.",)),
        ("", ()),
    ],
)
def test_sentences(markdown: str, sentences: tuple[str, ...]) -> None:
    assert list_sentences(markdown) == sentences


def test_what_has_a_stop_is_given_none() -> None:
    assert list(split_sentences("Look; then go;")) == ["Look; then go;"]
