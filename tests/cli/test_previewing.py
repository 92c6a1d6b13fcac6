"""``preview``: the page of a slogan's sheets, and what has none."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from cli.commanding import Command


def test_a_slogan_that_nobody_committed_is_shown(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    page = run.config.parent / ".broadside/previews/mind-the-step.html"
    run("new", "slogan", "Mind the step", "--in", "zh")
    code, said, _ = run("preview", "slogans/mind-the-step.md")
    assert (code, said.startswith("slogans/mind-the-step.md:8:6: text zh: nothing is written here.")) == (1, True)
    file = run.config.parent / "slogans/mind-the-step.md"
    file.write_text(file.read_text("utf-8").replace("  zh:\n", "  zh: 小心台阶\n"), "utf-8")
    assert run("preview", str(file)) == (0, f"{page}\n", "")
    assert opened == [page.as_uri()]
    assert page.read_text("utf-8").count('src="data:image/webp;base64,UklGR') == 4
    assert run("preview", "mind-the-step", "--no-open", language="zh")[0] == 0
    assert len(opened) == 1
    assert "预览：slogans/mind-the-step.md" in page.read_text("utf-8")


def test_what_has_no_sheets_is_told_with_where_to_look(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(run.config.parent)
    assert run("preview", "docs/campaigns/month.md") == (
        2,
        "",
        "docs/campaigns/month.md is a page and has no sheets. To see it run make serve, and open http://127.0.0.1:8000/campaigns/month/\n",
    )
    for given in ("slogans/none.md", "none", str(Path("/etc/passwd")), "../look-first.md", ""):
        code, said, log = run("preview", given)
        assert (code, said) == (2, "")
        assert log == f"There is no slogan {given}. Name a file of slogans/, such as slogans/hard-hat.md.\n"
