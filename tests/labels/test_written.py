"""How numbers, dates, ranks and periods are written in each language; what is read again is written one way."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from cchc_metrics.importing.numbers import read_number
from cchc_metrics.importing.periods import read_period
from cchc_metrics.labels import (
    LANGUAGES,
    OFFICIAL,
    Names,
    every,
    language,
    named,
    recorded,
    speak,
    speaking,
    texts,
    wordings,
)
from cchc_metrics.labels import format as fmt
from cchc_metrics.model import Period


@pytest.mark.parametrize(
    ("write", "vietnamese", "english"),
    [
        (lambda: fmt.number(1234.5), "1.234,50", "1,234.50"),
        (lambda: fmt.plain(44.75), "44,75", "44.75"),
        (lambda: fmt.integer(63000), "63.000", "63,000"),
        (lambda: fmt.percent(86.25), "86,25%", "86.25%"),
        (lambda: fmt.signed(-0.35), "−0,35", "−0.35"),
        (lambda: fmt.rank_of(13, 61), "13/61", "13 of 61"),
        (lambda: fmt.day(date(2026, 12, 1)), "01/12/2026", "1 Dec 2026"),
        (lambda: fmt.moment(datetime(2026, 4, 5, 14, 5)), "14:05 ngày 05/4/2026", "14:05, 5 Apr 2026"),
        (lambda: fmt.period("2025-Q1"), "Quý I/2025", "Q1 2025"),
        (lambda: fmt.period("2024"), "2024", "2024"),
        (lambda: fmt.listed(["A", "B", "C"]), "A, B và C", "A, B and C"),
        (lambda: fmt.typed(1234.5), "1234,5", "1234,5"),
        (lambda: fmt.typed_day(date(2026, 4, 5)), "05/4/2026", "05/4/2026"),
    ],
)
def test_it_is_written_as_the_language_does(write: Callable[[], str], vietnamese: str, english: str) -> None:
    assert write() == vietnamese
    with speaking("en"):
        assert write() == english


@pytest.mark.parametrize("period_id", ["2024", "2025-Q1", "2025-6M", "2025-Q3", "2025-FY"])
def test_a_period_is_read_in_the_words_of_each_language(period_id: str) -> None:
    for words in fmt.periods(period_id):
        assert read_period(words) == Period.parse(period_id), words


@pytest.mark.parametrize("value", [0.125, 1234.5, 44.7473, 1e6, -3.25])
def test_what_is_typed_is_read_as_the_same_number(value: float) -> None:
    for code in LANGUAGES:
        with speaking(code):
            assert read_number(fmt.typed(value)).value == value


def test_what_is_stored_is_vietnamese_in_every_session() -> None:
    with speaking("en"):
        assert recorded(lambda: f"{fmt.period('2025-Q1')}, {texts().common.yes}") == "Quý I/2025, Có"
        assert language() == "en"
    assert language() == OFFICIAL


def test_the_offices_name_for_a_thing_comes_before_ours() -> None:
    assert named("Điểm công bố") == "Điểm công bố"
    with speaking("en", Names({"Điểm công bố": "Official score"})):
        assert named("Điểm công bố") == "Official score"
        assert named("Hạng") == "Rank"
        assert named("Tên không ai dịch") == "Tên không ai dịch"
    assert wordings("Hạng") == ("Hạng", "Rank")


def test_a_text_is_known_in_every_language() -> None:
    assert every(lambda words: words.common.yes) == ("Có", "Yes")
    with pytest.raises(KeyError):
        speak("xx")
