"""Where the site's files are kept -> the addresses at which a page is edited there, and a document begun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from broadside.catalog.editing import Editing
from broadside.drafts import make_outline
from broadside.forms.backends import HOSTS
from broadside.forms.tables import GUIDES as GUIDES_OF
from broadside.kinds import MAKES
from broadside.pages.values import Shelf, SitePage
from broadside.texts import read_texts

EDIT = {"github": "edit", "gitlab": "-/edit", "forgejo": "_edit", "gitea": "_edit"}
NEW = {"github": "new", "gitlab": "-/new", "forgejo": "_new", "gitea": "_new"}
"""The forges' own pages for a file: their manuals; Gitea's and Forgejo's are the routes of their code."""
LISTS = {
    "slogans/index": "slogan",
    "notices/index": "notice",
    "knowledge/index": "knowledge",
    "lessons/index": "lesson",
    "campaigns/index": "campaign",
    "activities/index": "activity",
    "blackboards/index": "blackboard",
    "reports/index": "report",
    "quizzes/index": "quiz",
    "scripts/index": "script",
    "faq/index": "faq",
}
"""The pages that list one kind: the place to begin another."""
GUIDES = "contributing/index"
"""The page that editors begin at: the place to begin any."""
ADDRESS_MAX = 7500
"""Our choice, under the 8 kB that nginx takes of one line (``large_client_header_buffers``): longer ones come without a text."""


@dataclass(frozen=True)
class Edit:
    """A link to the forge: its words and its address."""

    words: str
    address: str


def list_edits(shelf: Shelf, page: SitePage) -> tuple[Edit, ...]:
    """Return the links of ``page`` to the forge: its own file, and what can be begun from there; none where no forge is named."""
    editing = shelf.catalog.settings.editing
    return tuple(_list_edits(shelf, editing, page)) if editing else ()


def _list_edits(shelf: Shelf, editing: Editing, page: SitePage) -> Iterator[Edit]:
    texts = shelf.texts(page.language)
    for kind in MAKES:
        places = {shelf.catalog.address(name, page.language) for name, its in (*LISTS.items(), (GUIDES, kind)) if its == kind}
        if page.address in places:
            words = texts["editing"]["begin"].format(kind=read_texts(page.language)["fields"]["kinds"][kind]["one"])
            yield Edit(words, make_new_address(shelf, editing, kind, page.language))
    if page.source:
        yield Edit(texts["editing"]["edit"], make_edit_address(editing, page.source))


def make_edit_address(editing: Editing, path: str) -> str:
    """Return where the forge has the file at ``path`` open for editing."""
    return f"{_name_home(editing)}/{EDIT[editing.forge]}/{quote(editing.branch)}/{quote(path)}"


def make_new_address(shelf: Shelf, editing: Editing, kind: str, language: str) -> str:
    """Return where the forge has a new document of ``kind`` open: in its folder, with a name to change, and with its fields.

    GitLab takes a name alone.
    """
    guide = f"{shelf.catalog.settings.site_url}{shelf.catalog.address(f'contributing/{_name_guide(kind)}', language)}"
    folder, text = make_outline(shelf.catalog, kind, language, shelf.today.year, guide)
    place = f"{_name_home(editing)}/{NEW[editing.forge]}/{quote(editing.branch)}/{quote(folder)}"
    if editing.forge == "gitlab":
        return f"{place}?{urlencode({'file_name': f'new-{kind}.md'})}"
    address = f"{place}?{urlencode({'filename': f'new-{kind}.md', 'value': text}, quote_via=quote)}"
    return address if len(address) <= ADDRESS_MAX else f"{place}?{urlencode({'filename': f'new-{kind}.md'})}"


def _name_guide(kind: str) -> str:
    return GUIDES_OF[kind]


def _name_home(editing: Editing) -> str:
    host = (editing.address or HOSTS[editing.forge]).rstrip("/")
    return f"{host}/{quote(editing.repository)}"
