"""The data file of the glossary -> its terms, or its mistakes: one that lacks a language, two that are alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from broadside.catalog.addresses import read_optional
from broadside.catalog.terms import Term
from broadside.catalog.validating import check_values
from broadside.catalog.values import Catalog
from broadside.frontmatter import Parsed
from broadside.frontmatter import Path as Place
from broadside.problems import Problem, find_nearest, make_problem

GLOSSARY_FILE = "docs/glossary.yml"
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$", re.ASCII)
"""A term's name is its anchor: the same form as a document's."""
QUOTES = str.maketrans("“”„‘’", '"""\'\'')


def read_glossary(root: Path) -> tuple[Mapping[str, Term], Parsed | None, tuple[Problem, ...]]:
    """Read ``docs/glossary.yml``: the terms by their names, where the file says what, its mistakes; a site may do without."""
    parsed, problems = read_optional(root, GLOSSARY_FILE)
    found: list[Problem] = [*problems]
    terms: dict[str, Term] = {}
    for name in parsed.values if parsed else ():
        term, wrong = check_values(Term, GLOSSARY_FILE, parsed, (name,)) if parsed else (None, ())
        found.extend(wrong)
        if parsed and not NAME.match(name):
            found.append(make_problem(GLOSSARY_FILE, parsed.keys.get((name,), (1, 1)), "term-name", value=name))
        elif term is not None:
            terms[name] = term
    return MappingProxyType(terms), parsed, tuple(found)


def check_glossary(catalog: Catalog, parsed: Parsed | None, documents: Collection[str]) -> Iterator[Problem]:
    """Report terms that lack a language of the site, are alike, or name a topic or one of ``documents`` that is not there."""
    if parsed is None:
        return
    seen = dict[tuple[str, str], str]()
    for name, term in catalog.terms.items():
        yield from _check_languages(catalog.settings.languages, parsed, name, term)
        yield from _check_alike(parsed, name, term, seen)
        for field, rule, legal in (("topics", "topic-unknown", catalog.topics), ("see", "see-unknown", documents)):
            for index, value in enumerate(getattr(term, field)):
                if value not in legal:
                    names = sorted(legal)
                    facts = {"field": field, "value": value, "legal": names, "nearest": find_nearest(value, names)}
                    yield make_problem(GLOSSARY_FILE, parsed.find((name, field, index)), rule, **facts)


def _check_languages(languages: Collection[str], parsed: Parsed, name: str, term: Term) -> Iterator[Problem]:
    for field in ("term", "says"):
        for language in languages:
            if language not in getattr(term, field):
                at = parsed.keys.get((name, field), parsed.find((name,)))
                yield make_problem(GLOSSARY_FILE, at, "term-translation", value=name, field=field, language=language)


def _check_alike(parsed: Parsed, name: str, term: Term, seen: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Report forms that are written elsewhere; ``seen`` are those of the terms before, and gains those of this one."""
    forms: list[tuple[str, Place, str]] = [(language, ("term", language), form) for language, form in term.term.items()]
    for language, aliases in term.aliases.items():
        forms += [(language, ("aliases", language, index), form) for index, form in enumerate(aliases)]
    for language, place, form in forms:
        key = (language, squeeze(form))
        if key in seen:
            yield make_problem(GLOSSARY_FILE, parsed.find((name, *place)), "term-twice", value=form, other=seen[key])
        seen.setdefault(key, name)


def squeeze(form: str) -> str:
    """Return a form as a hasty reader takes it: without case, width (Unicode NFKC), kinds of quotes, hyphens and blanks."""
    return re.sub(r"[\s-]+", "", unicodedata.normalize("NFKC", form).translate(QUOTES).casefold())
