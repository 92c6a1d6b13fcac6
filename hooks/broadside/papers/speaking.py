"""The Markdown of a radio script -> its parts, who says each line, where a breath is, and the second at which each part begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from broadside.papers.speech import count_seconds

BREATH_SECONDS, PAUSE_SECONDS = 1, 2
"""What ``/`` and ``//`` ask for. Our choice: one breath, and a silence long enough to be heard as one."""
PART_SECONDS = 2
"""The silence between two parts: a pause as above."""
WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]"
HEADING = re.compile(r"##\s+(.+?)\s*#*\s*$")
VOICE = re.compile(r"([AB])\s*[:：]\s*")
NOT_READ = re.compile(r"\s*(?:#|\||>|```|~~~|!\[|\d+[.)]\s|[-*+]\s|<\w|---)|.*(?:\]\(|`|\[\^)")
"""What Markdown knows and no voice does: tables, lists, quotations, code, pictures, links, notes, other headings."""
MARK = re.compile(r"(\*\*|(?:^|(?<=\s)|(?<=[，。；：！？、]))//?(?=\s|$))")
PHRASE = re.compile(r".+?(?:[，。；：！？、…]+[”’》）」]*|[,.;:!?]+[\"”’)]*(?=\s|$)|\s[–—](?=\s)|$)", re.DOTALL)
SENTENCE_END = re.compile(r"[。！？…][”’》）」]*$|[.!?][\"”’)]*$")


@dataclass(frozen=True)
class Piece:
    """A run of words in one breath, ``strong`` where the voice stresses it; or a silence of ``pause`` seconds and no words."""

    text: str
    strong: bool = False
    pause: int = 0


Phrase = tuple[Piece, ...]
"""What is best not broken by the end of a line: words up to the next mark or silence."""
Sentence = tuple[Phrase, ...]


@dataclass(frozen=True)
class Line:
    """A paragraph, which one voice says. ``voice`` is 0 or 1, ``line`` where it begins in its file, from 1."""

    voice: int
    sentences: tuple[Sentence, ...]
    line: int

    @property
    def text(self) -> str:
        """Its words alone."""
        return " ".join("".join(piece.text for phrase in each for piece in phrase) for each in self.sentences)

    @property
    def silence(self) -> int:
        """The seconds of its silences."""
        return sum(piece.pause for sentence in self.sentences for phrase in sentence for piece in phrase)


@dataclass(frozen=True)
class Part:
    """The lines under one heading, which is not read aloud. ``starts`` and ``seconds``: when it begins, how long it takes."""

    title: str
    lines: tuple[Line, ...]
    line: int
    starts: int
    seconds: int


@dataclass(frozen=True)
class Spoken:
    """A script as it is read. ``marks`` are the lines of the file that name a voice, with its letter."""

    parts: tuple[Part, ...]
    marks: tuple[tuple[int, str], ...]
    unread: tuple[int, ...]

    @property
    def seconds(self) -> int:
        """How long it takes in all, with its silences."""
        return self.parts[-1].starts + self.parts[-1].seconds if self.parts else 0

    def find_over(self, seconds: int) -> int:
        """Return the line of the file on which ``seconds`` are over."""
        for part in self.parts:
            for number, line in enumerate(part.lines):
                if part.starts + time_lines(part.lines[: number + 1]) > seconds:
                    return line.line
        return self.parts[-1].line


def time_lines(lines: Sequence[Line]) -> int:
    """Return the seconds that ``lines`` take, one after the other."""
    return count_seconds("\n".join(line.text for line in lines)) + sum(line.silence for line in lines)


def write_clock(seconds: int) -> str:
    """Write seconds as minutes and seconds: 95 is 1:35."""
    return f"{seconds // 60}:{seconds % 60:02}"


def read_script(markdown: str, first_line: int) -> Spoken:
    """Read the body of a script, which begins on ``first_line`` of its file; without a letter the last voice goes on."""
    parts: list[tuple[str, int, list[Line]]] = []
    marks: list[tuple[int, str]] = []
    unread: list[int] = []
    voice = 0
    for number, lines in _list_paragraphs(markdown, first_line):
        heading = HEADING.match(lines[0])
        if heading and len(lines) == 1:
            parts.append((heading[1], number, []))
            continue
        wrong = next((number + index for index, line in enumerate(lines) if NOT_READ.match(line)), 0)
        if wrong:
            unread.append(wrong)
            continue
        text = _join(lines)
        if named := VOICE.match(text):
            marks.append((number, named[1]))
            voice, text = "AB".index(named[1]), text[named.end() :]
        if not parts:
            parts.append(("", number, []))
        parts[-1][2].append(Line(voice, tuple(_cut(text)), number))
    return Spoken(tuple(_time(parts)), tuple(marks), tuple(unread))


def _list_paragraphs(markdown: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between blank lines, and each heading alone, with the line it begins on."""
    waiting: list[str] = []
    for number, line in enumerate([*markdown.splitlines(), ""], first_line):
        if (not line.strip() or HEADING.match(line)) and waiting:
            yield number - len(waiting), waiting
            waiting = []
        if HEADING.match(line):
            yield number, [line]
        elif line.strip():
            waiting.append(line)


def _join(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph: a space between words, none where Chinese goes on."""
    return re.sub(rf"(?<={WIDE})\s*\n\s*(?={WIDE})", "", "\n".join(lines)).replace("\n", " ").strip()


def _cut(text: str) -> Iterator[Sentence]:
    """Cut words into sentences and these into phrases; a silence after a sentence belongs to it."""
    sentences: list[list[list[Piece]]] = []
    is_strong, is_open, goes_on = False, False, False
    for bit in MARK.split(text):
        if bit == "**":
            is_strong = not is_strong
        elif bit in {"/", "//"}:
            pause = Piece("", pause=BREATH_SECONDS if bit == "/" else PAUSE_SECONDS)
            if sentences:
                sentences[-1][-1].append(pause)
            goes_on = False
        else:
            for each in PHRASE.findall(bit):
                if not each.strip():
                    continue
                piece = Piece(each, is_strong)
                if not is_open:
                    sentences.append([[piece]])
                elif goes_on:
                    sentences[-1][-1].append(piece)
                else:
                    sentences[-1].append([piece])
                is_open = not SENTENCE_END.search(each.rstrip())
                goes_on = is_open and not re.search(r"[，；：、,;:–—][”’》）」\"]*$", each.rstrip())
    for sentence in sentences:
        yield tuple(tuple(_tidy(phrase)) for phrase in sentence)


def _tidy(phrase: Sequence[Piece]) -> Iterator[Piece]:
    """Take the blanks from both ends of a phrase and leave one between words inside."""
    last = max((index for index, piece in enumerate(phrase) if not piece.pause), default=0)
    for index, piece in enumerate(phrase):
        text = re.sub(r"\s+", " ", piece.text)
        text = text.lstrip() if index == 0 else text
        yield Piece(text.rstrip() if index == last else text, piece.strong, piece.pause)


def _time(parts: Sequence[tuple[str, int, list[Line]]]) -> Iterator[Part]:
    starts = 0
    for title, number, lines in parts:
        seconds = time_lines(lines)
        yield Part(title, tuple(lines), number, starts, seconds)
        starts += seconds + PART_SECONDS
