"""Articles and lessons: the box of first steps, and what stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside.pages.articles import mark_first_steps, view_article, view_knowledge, view_lesson
from broadside.pages.documents import make_document_page

from .sites import make_shelf, write_notice

ARTICLE = "---\ntitle: {title}\nkind: skill\ntopics: [{topics}]\n---\n\n## Do this first\n\n1. Stop.\n2. Look.\n\n## Why\n\nSo.\n"
LESSON = (
    "---\ntitle: A fall\ndate: 2026-03-04\nseverity: injury\nbasis: illustrative\ntopics: [height]\nclosure:\n"
    "  causes: Found.\n  accountability: Dealt with.\n  measures: In place.\n  education: Given.\n---\n"
    "## What happened\n\n## Why it happened\n\n## What we learned\n\n## What to do\n"
)


def test_first_steps_stand_in_a_box() -> None:
    assert mark_first_steps("\n## First\n\n1. Stop.\n2. Look.\n\n## Why\n\nSo.\n") == (
        '<div class="bs-first" markdown="1">\n\n## First\n\n1. Stop.\n2. Look.\n\n</div>\n\n## Why\n\nSo.\n'
    )


@pytest.mark.parametrize(
    "body", ["", "Words.\n\n## First\n\n1. Stop.\n", "## Why\n\nSo.\n\n1. Stop.\n", "1. Stop.\n", "## First\n\n- Stop.\n"]
)
def test_any_other_beginning_stays(body: str) -> None:
    assert mark_first_steps(body) == body


def test_a_list_alone_is_a_box_to_its_end() -> None:
    assert mark_first_steps("## First\n1. Stop.\n").endswith("1. Stop.\n\n</div>\n\n")


def test_related_documents_are_grouped_by_kind(tmp_path: Path) -> None:
    files = {
        "docs/knowledge/a.md": ARTICLE.format(title="A", topics="height"),
        "docs/knowledge/b.md": ARTICLE.format(title="B", topics="height, ppe"),
        "docs/knowledge/c.md": ARTICLE.format(title="C", topics="fire"),
        "docs/lessons/fall.md": LESSON,
        "docs/notices/over.md": write_notice("Over", "topics: [height]", "expires: 2027-06-09"),
        "docs/notices/now.md": write_notice("Now", "topics: [height]"),
        "slogans/look-first.md": "---\ntext: {en: Look first}\ntopics: [ppe]\nsee: [knowledge/a]\n---\n",
    }
    shelf = make_shelf(tmp_path, files)
    view = view_article(shelf, shelf.catalog.entries["knowledge/a"], "en")
    assert [(group.id, [card.title for card in group.cards]) for group in view["related"]] == [
        ("related-lesson", ["A fall"]),
        ("related-knowledge", ["B"]),
        ("related-notice", ["Now"]),
    ]
    assert [card.title for card in view["slogans"]] == ["Look first"]
    lesson = view_lesson(shelf, shelf.catalog.entries["lessons/fall"], "en")
    assert [group.id for group in lesson["related"]] == ["related-knowledge", "related-notice"]
    groups = view_knowledge(shelf, "en")["groups"]
    assert {group.id: [card.title for card in group.cards] for group in groups} == {"height": ["A", "B"], "fire": ["C"]}


def test_a_document_says_for_whom_it_is(tmp_path: Path) -> None:
    article = ARTICLE.format(title="A", topics="height").replace(
        "topics:", "audience: [frontline, newcomers]\nseason: flood\nunit: group\ncampaign: month\ntopics:"
    )
    shelf = make_shelf(tmp_path, {"docs/knowledge/a.md": article})
    view = make_document_page(shelf, shelf.catalog.entries["knowledge/a"], "zh").show(shelf)
    assert view["audience"] == ("一线工人", "新工人")
    assert view["season"] == "汛期"
    assert view["of_campaign"].address == "zh/campaigns/month/"
    assert view["issuer"]
