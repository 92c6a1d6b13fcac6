"""``new campaign --from``: the files, and what is said of them."""

from __future__ import annotations

from cli.commanding import Command


def test_next_years_campaign_is_begun_and_told_of(run: Command) -> None:
    code, said, _ = run("new", "campaign", "--from", "month", "--starts", "2028-06-01")
    assert code == 0
    root = run.config.parent
    lines = said.splitlines()
    assert lines[0] == str(root / "docs/campaigns/month-2028.md")
    assert "month-2028 is begun, from 2028-06-01 to 2028-06-30, as Safe month was." in lines
    assert "- The theme is still the old one: “Look first”. Write this year's into it, in every language." in lines
    assert lines[-1].startswith("When it is ready, write “campaign: month-2028” in the place of “campaign: month”")
    code, _, log = run("new", "campaign", "--from", "month", "--starts", "2028-06-01", language="zh")
    assert code == 2
    assert "docs/campaigns/month-2028.md" in log


def test_what_cannot_be_begun_again_is_refused(run: Command) -> None:
    code, _, log = run("new", "campaign", "--from", "1999")
    assert (code, log) == (2, "More than one campaign could be meant by 1999, or none. Name one of them: month.\n")
    code, _, log = run("new", "notice", "--from", "month")
    assert code == 2
    assert 'broadside new notice "its title"' in log
