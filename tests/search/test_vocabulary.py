"""What pages say -> words to complete, mend and read questions from."""

from __future__ import annotations

from broadside.search.vocabulary import find_words, rate, write_readings, write_sounds, write_words


def test_latin_words_lie_by_letter() -> None:
    files = write_words({"hat": 3, "helmet": 1, "fire": 8, "2027": 5, "h": 2, "安全": 1})
    assert set(files) == {"wh", "wf"}
    assert "hat" in files["wh"].decode()
    assert "elmet" in files["wh"].decode()


def test_chinese_words_are_parts_that_are_said_again() -> None:
    words = find_words({"灭火器检查": 1}, [["戴好安全帽"], ["安全帽要系紧"], ["只说一次"]])
    assert {"安全帽", "灭火器检查"} <= set(words)
    assert "全帽" not in words, "it never stands without the letter before it"
    assert not any("一次" in word for word in words)


def test_words_are_read_in_pinyin() -> None:
    files = write_readings({"灭火器": 4, "重庆": 2})
    assert "mie'huo'qi!灭火器" in files["pm"].decode()
    assert "chong'qing!重庆" in files["pc"].decode()
    assert "zhong'qing!重庆" in files["pz"].decode()
    assert "mie!" in write_sounds().decode()


def test_rates_grow_and_fit_one_letter() -> None:
    assert [rate(pages) for pages in (1, 2, 4, 10**6)] == [0, 8, 16, 90]
