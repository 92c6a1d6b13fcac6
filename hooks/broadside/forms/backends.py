"""Where pull requests are opened (``extra.editing``) -> the form's backend, and how drafts become pull requests there."""

from __future__ import annotations

from typing import Any

from broadside.catalog.editing import Editing

HOSTS = {"github": "https://github.com", "gitlab": "https://gitlab.com"}
"""The forges that most people mean where no address is given; a Forgejo has always its own."""
LOCAL = "http://127.0.0.1:8081/api/v1"
"""Where decap-server answers on one's own computer (its default port)."""


def make_backend(editing: Editing) -> dict[str, Any]:
    """Return the settings of Decap CMS for a forge: drafts are branches with a pull request each (its editorial workflow).

    Signing in needs an application registered with the forge: with GitLab and Forgejo by PKCE and without a server of our own, with
    GitHub by way of a small server (``login``), since GitHub lets no page change a code for a token by itself.
    """
    host = (editing.address or HOSTS[editing.forge]).rstrip("/")
    backend: dict[str, Any] = {"name": editing.forge, "repo": editing.repository, "branch": editing.branch}
    if editing.forge == "github":
        own = {"api_root": f"{host}/api/v3"} if host != HOSTS["github"] else {}
        backend |= own | ({"base_url": editing.login} if editing.login else {})
    elif editing.forge == "gitlab":
        backend |= {"auth_type": "pkce", "app_id": editing.app_id, "base_url": host, "api_root": f"{host}/api/v4"}
    else:
        backend |= {"app_id": editing.app_id, "base_url": host, "api_root": f"{host}/api/v1"}
    return {"backend": backend, "publish_mode": "editorial_workflow"}


def make_local_backend(branch: str, address: str = LOCAL, *, workflow: bool = False) -> dict[str, Any]:
    """Return the settings for decap-server: into the working tree, or with ``workflow`` onto branches (its git mode)."""
    mode = "editorial_workflow" if workflow else "simple"
    return {"backend": {"name": "proxy", "proxy_url": address, "branch": branch}, "publish_mode": mode}
