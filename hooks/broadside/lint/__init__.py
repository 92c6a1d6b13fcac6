"""The words of a document -> what is worth a second look in them: people's numbers, blame, unfit words, mixed characters."""

from broadside.lint.characters import check_characters
from broadside.lint.lessons import check_lesson
from broadside.lint.numbers import check_numbers
from broadside.lint.persons import find_persons
from broadside.lint.words import WordList, check_words, make_word_list
from broadside.lint.writings import Writing, make_writings, write_plain

__all__ = [
    "WordList",
    "Writing",
    "check_characters",
    "check_lesson",
    "check_numbers",
    "check_words",
    "find_persons",
    "make_word_list",
    "make_writings",
    "write_plain",
]
