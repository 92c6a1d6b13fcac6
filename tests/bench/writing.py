"""A document's draft -> its Markdown in English and in Chinese: headings, lists, tables and links, about 250 words."""

from __future__ import annotations

import datetime
import json
import posixpath
import random
from collections.abc import Callable, Mapping, Sequence

from bench.planning import CAMPAIGNS, Draft
from bench.vocabulary import Pair, Speaker, Vocabulary

Fields = dict[str, object]
UNITS = ("group", "no1", "harbour")
"""Folders of ``posters/brands``."""
AUDIENCES = ("everyone", "frontline", "team-leaders", "managers", "contractors", "newcomers", "drivers")
SORTS = ("rule", "skill", "skill", "lecture", "law", "policy")
CARRIERS = ("poster-a3", "roll-up", "banner-6m", "van-side", "screen-landscape", "poster-a4", "panel", "strip")
"""The first of them are those of a slogan that names its carriers."""
DESIGNS = ("", "", "sunrise", "quiet", "papercut")
"""A slogan without a design has that of its campaign."""
OFFICES: tuple[Pair, ...] = (
    ("Safety Department", "安全部"),
    ("Equipment and Power Department", "机电动力部"),
    ("Training Department", "培训部"),
    ("Emergency Office", "应急办公室"),
)
POPULAR = 0.3
"""Our choice: so many links lead to one of the first twentieth of the documents."""


class Writer:
    """Writes documents that link to one another; the same seed writes the same bytes."""

    def __init__(self, vocabulary: Vocabulary, drafts: Sequence[Draft], seed: int, carriers: int | None) -> None:
        self._vocabulary, self._seed, self._carriers = vocabulary, seed, carriers
        self._targets = [draft for draft in drafts if draft.kind in {"knowledge", "lesson", "faq", "notice", "checklist", "drill"}]
        self._articles = [draft for draft in drafts if draft.kind == "knowledge"]
        self._notices = [draft for draft in drafts if draft.kind == "notice"]

    def write(self, draft: Draft) -> Pair:
        """Return the text of the document and of its translation."""
        chance = random.Random(f"{self._seed} write {draft.number}")  # noqa: S311  no secret: material that can be drawn again
        speaker = Speaker(self._vocabulary, draft.topic, chance)
        kinds: Mapping[str, Callable[[Draft, Speaker], Pair]] = {
            "campaign": self._write_campaign,
            "notice": self._write_notice,
            "lesson": self._write_lesson,
            "faq": self._write_faq,
            "drill": self._write_drill,
            "checklist": self._write_checklist,
            "slogan": self._write_slogan,
        }
        return kinds.get(draft.kind, self._write_knowledge)(draft, speaker)

    def _write_knowledge(self, draft: Draft, speaker: Speaker) -> Pair:
        chance = speaker.chance
        reviewed = datetime.date(2023, 1, 1) + datetime.timedelta(days=chance.randrange(1500))
        fields = {"kind": chance.choice(SORTS), **self._place(draft, speaker), "reviewed": reviewed.isoformat()}
        fields["review_by"] = (reviewed + datetime.timedelta(days=730)).isoformat()
        parts = [
            _join(speaker.say_several("sentences", 2)),
            self._head(speaker, "do"),
            _list(speaker.say_several("steps", 4), "1."),
            self._head(speaker, "danger"),
            _join(speaker.say_several("sentences", 3)),
            _join(speaker.say_several("sentences", 2)),
        ]
        if chance.random() < 0.7:
            parts += [self._head(speaker, "check"), _list(speaker.say_several("checks", 4), "- [ ]")]
        if chance.random() < 0.5:
            parts += [self._head(speaker, "numbers"), _tabulate(speaker)]
        if chance.random() < 0.3:
            note = _join(speaker.say_several("sentences", 1))
            parts.append((f'!!! tip "Good to know"\n    {note[0]}', f'!!! tip "小提示"\n    {note[1]}'))
        if chance.random() < 0.5:
            parts += [self._head(speaker, "questions"), _list(speaker.say_several("questions", 3), "1.")]
        parts += [self._head(speaker, "more"), self._link(draft, speaker)]
        return _bind(fields, {"title": draft.title, "summary": speaker.say("sentences")}, parts)

    def _write_notice(self, draft: Draft, speaker: Speaker) -> Pair:
        chance = speaker.chance
        date = datetime.date(draft.year, 1, 1) + datetime.timedelta(days=chance.randrange(365))
        fields: Fields = {"date": date.isoformat(), **self._place(draft, speaker), "unit": chance.choice(UNITS)}
        fields["effective"] = (date + datetime.timedelta(days=chance.randrange(15))).isoformat()
        if chance.random() < 0.6:
            fields["expires"] = (date + datetime.timedelta(days=chance.randrange(60, 400))).isoformat()
        older = [each for each in self._notices if each.year < draft.year]
        if older and chance.random() < 0.05:
            fields["supersedes"] = chance.choice(older).id
        number = chance.randint(1, 90)
        words = {"title": draft.title, "summary": speaker.say("sentences")}
        words["number"] = f"Safety {draft.year}, No. {number}", f"安〔{draft.year}〕{number}号"
        office = chance.choice(OFFICES)
        parts = [
            _join(speaker.say_several("sentences", 3)),
            self._head(speaker, "do"),
            _list(speaker.say_several("steps", 5), "1."),
            self._head(speaker, "numbers"),
            _tabulate(speaker),
            _join(speaker.say_several("sentences", 3)),
            self._link(draft, speaker),
            (f"**Where to ask:** {office[0]}.", f"**咨询部门：** {office[1]}"),
        ]
        return _bind(fields, words, parts)

    def _write_lesson(self, draft: Draft, speaker: Speaker) -> Pair:
        day = datetime.date(draft.year, 1, 1) + datetime.timedelta(days=speaker.chance.randrange(365))
        severity = speaker.chance.choice(("near-miss", "near-miss", "injury", "loss"))
        fields = {"date": day.isoformat(), "severity": severity, "basis": "illustrative", **self._place(draft, speaker)}
        closure = [(key, speaker.say("sentences")) for key in ("causes", "accountability", "measures", "education")]
        words: dict[str, object] = {"title": draft.title, "summary": speaker.say("sentences")}
        words["closure"] = tuple({key: pair[side] for key, pair in closure} for side in (0, 1))
        words["discussion"] = tuple(zip(*speaker.say_several("questions", 3), strict=True))
        told = ("This is an illustrative case, made for teaching.", "这是一个供学习用的示例。")
        parts = [
            ("## What happened", "## 事情经过"),
            _join([told, *speaker.say_several("sentences", 5)]),
            ("## Why it happened", "## 原因"),
            _join(speaker.say_several("sentences", 4)),
            ("## What we learned", "## 教训"),
            _join(speaker.say_several("sentences", 3)),
            ("## What to do", "## 怎么做"),
            _list(speaker.say_several("steps", 4), "-"),
            self._link(draft, speaker),
        ]
        return _bind(fields, words, parts)

    def _write_faq(self, draft: Draft, speaker: Speaker) -> Pair:
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=speaker.chance.randrange(1200))
        see = [self._aim(speaker, self._articles).id]
        fields = {"asked": day.isoformat(), "see": see, **self._place(draft, speaker)}
        words = {"title": draft.title, "answered_by": speaker.chance.choice(OFFICES)}
        parts = [_join(speaker.say_several("sentences", 4)), _list(speaker.say_several("steps", 4), "-")]
        parts += [_join(speaker.say_several("sentences", 4)), self._link(draft, speaker)]
        return _bind(fields, words, parts)

    def _write_drill(self, draft: Draft, speaker: Speaker) -> Pair:
        posts = [speaker.vocabulary.lists["who"][place] for place in speaker.chance.sample(range(12), 4)]
        posts = [(english.capitalize(), chinese) for english, chinese in posts]
        roles = [{"post": post, "does": speaker.say("steps")} for post in posts]
        minutes = sorted(speaker.chance.sample(range(1, 60), 5))
        timeline = [{"minute": minute, "what": speaker.say("steps"), "who": speaker.chance.choice(posts)} for minute in minutes]
        criteria = [{"look": look, "expected": speaker.say("checks")} for look in speaker.say_several("checks", 4)]
        emergency = {"first": speaker.say_several("steps", 4), "call": [{"post": post} for post in posts[:2]]}
        told = _join(speaker.say_several("sentences", 2))
        words: dict[str, object] = {"title": draft.title, "summary": speaker.say("sentences"), "scenario": told}
        words |= {"roles": _part(roles), "timeline": _part(timeline), "criteria": _part(criteria), "emergency": _part(emergency)}
        return _bind(self._place(draft, speaker), words, [_join(speaker.say_several("sentences", 3)), self._link(draft, speaker)])

    def _write_checklist(self, draft: Draft, speaker: Speaker) -> Pair:
        looks = list({pair[0]: pair for pair in (speaker.draw_thing() for _ in range(40))}.values())[:10]
        items = [{"look": (look[0].capitalize(), look[1]), "right": speaker.say("checks")} for look in looks]
        heads = [speaker.vocabulary.headings["check"][0], speaker.vocabulary.headings["how"][1]]
        groups = [{"heading": head, "items": items[start : start + 5]} for head, start in zip(heads, (0, 5), strict=True)]
        who, often = speaker.draw("who"), speaker.draw("whens")
        words = {"title": draft.title, "summary": speaker.say("sentences"), "groups": _part(groups)}
        words |= {"who": (who[0].capitalize(), who[1]), "often": (often[0].capitalize(), often[1])}
        return _bind(self._place(draft, speaker), words, [_join(speaker.say_several("sentences", 2)), self._link(draft, speaker)])

    def _write_slogan(self, draft: Draft, speaker: Speaker) -> Pair:
        fields: Fields = {"text": {"en": draft.title[0], "zh": draft.title[1]}, "topics": [draft.topic]}
        fields["campaign"] = next(iter(CAMPAIGNS))
        if design := speaker.chance.choice(DESIGNS):
            fields["design"] = design
        if self._carriers is not None:
            fields["carriers"] = CARRIERS[: self._carriers]
        day = (datetime.date(2025, 1, 1) + datetime.timedelta(days=speaker.chance.randrange(800))).isoformat()
        return _bind(fields, {"revised": (day, day)}, [_join(speaker.say_several("sentences", 2))])

    def _write_campaign(self, draft: Draft, speaker: Speaker) -> Pair:
        year = CAMPAIGNS[draft.path.rpartition("/")[2]]
        fields: Fields = {"theme": {"en": "Life first, safe development", "zh": "生命至上 安全发展"}}
        fields |= {"starts": f"{year}-06-01", "ends": f"{year}-06-30", "design": "sunrise", "unit": "group", "topics": ["culture"]}
        days = [{"date": f"{year}-06-16", "title": ("Consultation day", "咨询日"), "what": speaker.say("sentences")}]
        words = {"title": (f"Safe Production Month {year}", f"{year}年安全生产月"), "key_days": _part(days)}
        return _bind(fields, words, [_join(speaker.say_several("sentences", 6)), self._link(draft, speaker)])

    def _place(self, draft: Draft, speaker: Speaker) -> Fields:
        """Return what every kind says of itself: topics, readers, unit, campaign."""
        fields: Fields = {"topics": list(dict.fromkeys((draft.topic, speaker.chance.choice([draft.topic, "hazards"]))))}
        fields["audience"] = sorted(speaker.chance.sample(AUDIENCES, 2))
        if speaker.chance.random() < 0.3:
            fields["campaign"] = speaker.chance.choice(list(CAMPAIGNS))
        return fields

    def _head(self, speaker: Speaker, name: str) -> Pair:
        english, chinese = speaker.pick(speaker.vocabulary.headings[name])
        return f"## {english}", f"## {chinese}"

    def _aim(self, speaker: Speaker, targets: Sequence[Draft]) -> Draft:
        few = targets[: max(1, len(targets) // 20)]
        return speaker.chance.choice(few if speaker.chance.random() < POPULAR else targets)

    def _link(self, draft: Draft, speaker: Speaker) -> Pair:
        """Return a list of links to one, two or three other documents."""
        targets = dict.fromkeys(self._aim(speaker, self._targets) for _ in range(speaker.chance.randint(1, 3)))
        paths = [(target, posixpath.relpath(f"{target.path}.md", posixpath.dirname(draft.path))) for target in targets]
        english, chinese = ([f"[{target.title[side]}]({path})" for target, path in paths] for side in (0, 1))
        return _list(list(zip(english, chinese, strict=True)), "-")


def _join(pairs: Sequence[Pair]) -> Pair:
    return " ".join(pair[0] for pair in pairs), "".join(pair[1] for pair in pairs)


def _list(pairs: Sequence[Pair], sign: str) -> Pair:
    english, chinese = ("\n".join(f"{sign} {pair[side]}" for pair in pairs) for side in (0, 1))
    return english, chinese


def _tabulate(speaker: Speaker) -> Pair:
    """Return a table of four things of the topic with figures."""
    rows = []
    for _ in range(4):
        thing, place, number = speaker.draw_thing(), speaker.draw("places"), speaker.chance.randint(2, 90)
        rows.append((f"| {thing[0]} | {place[0]} | {number} |", f"| {thing[1]} | {place[1]} | {number} |"))
    english, chinese = ("\n".join(row[side] for row in rows) for side in (0, 1))
    return f"| What | Where | Days |\n|---|---|---|\n{english}", f"| 内容 | 地点 | 天数 |\n|---|---|---|\n{chinese}"


def _part(value: object) -> tuple[object, object]:
    """Return a tree whose leaves are pairs as a pair of trees."""
    return _take(value, 0), _take(value, 1)


def _take(value: object, side: int) -> object:
    if isinstance(value, dict):
        return {key: _take(each, side) for key, each in value.items()}
    if isinstance(value, list):
        return [_take(each, side) for each in value]
    return value[side] if isinstance(value, tuple) else value


def _bind(fields: Fields, words: Mapping[str, object], parts: Sequence[Pair]) -> Pair:
    """Return both texts: front matter, of the translation only what is said anew, and the body."""
    told: list[Fields] = [{key: value[side] for key, value in words.items() if isinstance(value, tuple)} for side in (0, 1)]
    heads = ("\n".join(_state(head)) for head in ({**told[0], **fields}, told[1]))
    bodies = ("\n\n".join(part[side] for part in parts) for side in (0, 1))
    english, chinese = (f"---\n{head}\n---\n\n{body}\n" for head, body in zip(heads, bodies, strict=True))
    return english, chinese


def _state(fields: Mapping[str, object]) -> list[str]:
    """Return front matter's lines; JSON is YAML too (YAML 1.2.2, 1.2)."""
    return [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
