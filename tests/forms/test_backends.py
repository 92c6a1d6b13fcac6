"""The form's backends: one setting a forge, drafts as pull requests."""

from __future__ import annotations

from broadside.catalog.editing import Editing
from broadside.forms.backends import make_backend, make_local_backend


def test_drafts_are_pull_requests_on_every_forge() -> None:
    for forge in ("github", "gitlab", "forgejo"):
        editing = Editing.model_validate({"forge": forge, "repository": "safety/site", "address": "https://git.example"})
        made = make_backend(editing)
        assert made["publish_mode"] == "editorial_workflow"
        assert {"name": forge, "repo": "safety/site", "branch": "main"}.items() <= made["backend"].items()


def test_a_forge_in_the_house_is_asked_at_its_own_address() -> None:
    gitlab = make_backend(Editing(forge="gitlab", repository="a/b", address="https://git.example/", app_id="id"))["backend"]
    assert (gitlab["base_url"], gitlab["api_root"], gitlab["auth_type"], gitlab["app_id"]) == (
        "https://git.example",
        "https://git.example/api/v4",
        "pkce",
        "id",
    )
    forgejo = make_backend(Editing(forge="forgejo", repository="a/b", address="https://git.example", app_id="id"))["backend"]
    assert forgejo["api_root"] == "https://git.example/api/v1"
    github = make_backend(Editing(forge="github", repository="a/b", address="https://git.example"))["backend"]
    assert github["api_root"] == "https://git.example/api/v3"


def test_the_public_ones_need_no_address() -> None:
    github = make_backend(Editing(forge="github", repository="a/b", branch="content", login="https://login.example"))["backend"]
    assert github == {"name": "github", "repo": "a/b", "branch": "content", "base_url": "https://login.example"}
    assert make_backend(Editing(forge="gitlab", repository="a/b"))["backend"]["api_root"] == "https://gitlab.com/api/v4"


def test_on_one_s_own_computer_files_are_written_or_branches() -> None:
    assert make_local_backend("main")["publish_mode"] == "simple"
    assert make_local_backend("main", "http://127.0.0.1:9/api/v1", workflow=True) == {
        "backend": {"name": "proxy", "proxy_url": "http://127.0.0.1:9/api/v1", "branch": "main"},
        "publish_mode": "editorial_workflow",
    }
