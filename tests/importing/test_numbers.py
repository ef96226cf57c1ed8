"""Numbers and states in cells, as people and publishers write them."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.importing import interpret
from cchc_metrics.importing.cells import make_field
from cchc_metrics.importing.numbers import (
    BOUND,
    BRACKETS,
    DAY,
    FAULTS,
    INTERVAL,
    RANKED,
    STATES,
    WORDS,
    obstacle,
    read_number,
    read_numbers,
)
from cchc_metrics.labels.format import number, plain
from cchc_metrics.model import CellKind, Finding, Severity, ValueState
from cchc_metrics.schema import SCORES
from tests.builders import ExcelError, Percent, cell, score, scores, snapshot


def field_of(*values: object) -> object:
    cells = [cell(value) for value in values]
    texts = np.empty(len(cells), dtype=object)
    texts[:] = [text for _, _, text in cells]
    kinds = np.array([kind for kind, _, _ in cells], dtype=np.uint8)
    return make_field(kinds, np.array([found for _, found, _ in cells], dtype=np.float64), texts, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("85,25", 85.25),
        ("85.25", 85.25),
        (" 85,25 ", 85.25),
        ("85,25\u00a0", 85.25),
        ("\u200b85,25", 85.25),
        ("−5,5", -5.5),
        ("–5,5", -5.5),
        ("+7", 7.0),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1.234.567", 1234567.0),
        ("12,345,678.9", 12345678.9),
        ("1 234,567", 1234.567),
        ("0,123", 0.123),
        ("1234.567", 1234.567),
        (".5", 0.5),
        (",5", 0.5),
        ("1e3", 1000.0),
        ("'85,25", 85.25),
        ("’85,25", 85.25),
        ("８５，２５", 85.25),
        ("0", 0.0),
        ("-0", 0.0),
        ("1.264110123", 1.264110123),
        ("6.4e-05", 0.000064),
    ],
)
def test_a_number_is_read_in_vietnamese_and_plain_writing(text: str, value: float) -> None:
    reading = read_number(text)
    assert (reading.state, reading.value, reading.fault) == (ValueState.VALUE, value, "")
    assert np.isnan(reading.other)


@pytest.mark.parametrize("text", ["85,25%", "85.25 %", " 85,25\u00a0%"])
def test_a_percent_sign_is_noticed_and_the_number_kept_as_printed(text: str) -> None:
    reading = read_number(text)
    assert (reading.value, reading.percent) == (85.25, True)


def test_a_score_with_its_maximum_gives_both() -> None:
    reading = read_number("12,45/13")
    assert (reading.value, reading.maximum, reading.printed) == (12.45, 13.0, "12,45/13")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [("1.234", 1.234, 1234.0), ("1,234", 1.234, 1234.0), ("12.345", 12.345, 12345.0), ("-1,234", -1.234, -1234.0)],
)
def test_one_mark_before_three_digits_has_two_readings(text: str, first: float, second: float) -> None:
    reading = read_number(text)
    assert (reading.value, reading.other) == (first, second)


@pytest.mark.parametrize("text", ["N/A", "NA", "n/a", "không áp dụng", "KHÔNG ÁP DỤNG", "miễn", "Miễn"])
def test_exemption_is_not_a_number(text: str) -> None:
    reading = read_number(text)
    assert reading.state is ValueState.EXEMPT
    assert np.isnan(reading.value)


@pytest.mark.parametrize(
    "text",
    [
        "không công bố",
        "không có số liệu",
        "Chưa có số liệu",
        "chưa có",
        "thiếu",
        "withheld",
        "missing",
        "Không  công bố",
    ],
)
def test_what_is_not_published_is_missing(text: str) -> None:
    reading = read_number(text)
    assert reading.state is ValueState.MISSING
    assert np.isnan(reading.value)


@pytest.mark.parametrize("text", ["-", "–", "—", "x", "X", "...", "…", "--"])
def test_a_mark_that_could_mean_anything_is_not_guessed(text: str) -> None:
    reading = read_number(text)
    assert (reading.state, reading.fault) == (None, "unclear_mark")


@pytest.mark.parametrize(
    "text",
    ["abc", "1.23.4", "1,2,3", "12.34,5.6", "85,", "inf", "-inf", "1/2/3", "12/", "1.234,5,6", "85,25 điểm"],
)
def test_what_is_no_number_is_a_fault(text: str) -> None:
    reading = read_number(text)
    assert reading.state is None
    assert reading.fault == "not_a_number"


def test_a_number_that_the_store_cannot_hold_is_a_fault() -> None:
    assert read_number("1.000.000.000").fault == "too_large"
    assert read_number("9" * 400).fault == "too_large"


def test_decimals_beyond_the_ninth_are_rounded() -> None:
    assert read_number("1,0000000006").value == 1.000000001


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("85,25", None),
        ("85.25", None),
        ("1.234,5", None),
        ("−5,5", None),
        ("6,70", "6,70"),
        ("85,25%", "85,25%"),
        ("1,234.5", "1,234.5"),
        ("N/A", None),
        ("n/a", "n/a"),
        ("không công bố", None),
        ("withheld", "withheld"),
    ],
)
def test_the_printed_text_is_kept_only_where_it_is_not_the_usual_writing(text: str, printed: str | None) -> None:
    assert read_number(text).printed == printed


@given(st.decimals(min_value=-999_999, max_value=999_999, places=6, allow_nan=False), st.integers(0, 9))
def test_what_the_product_writes_it_reads_back(value: object, decimals: int) -> None:
    exact = round(float(str(value)), decimals)
    reading = read_number(number(exact, decimals))
    assert exact in (reading.value, reading.other)


@given(st.floats(min_value=-1e6, max_value=1e6, allow_nan=False))
def test_the_shortest_writing_is_read_back_and_not_kept_as_printed(value: float) -> None:
    value = round(value, 9)
    reading = read_number(plain(value))
    assert value in (reading.value, reading.other)
    assert reading.printed is None or reading.other == value


@given(st.lists(st.from_regex(r"-?[0-9]{1,4}([.,][0-9]{1,9})?|[a-zđ/%-]{0,4}", fullmatch=True), max_size=8))
def test_a_column_reads_each_text_as_it_is_read_alone(texts: list[str]) -> None:
    column = read_numbers(field_of(*texts))
    for at, text in enumerate(texts):
        alone = read_number(text)
        if not text.strip():
            assert column.states[at] == -1
            continue
        assert column.numbers[at] == alone.value or (np.isnan(column.numbers[at]) and np.isnan(alone.value))
        assert column.others[at] == alone.other or (np.isnan(column.others[at]) and np.isnan(alone.other))
        assert FAULTS[column.faults[at]] == alone.fault
        assert (STATES[column.states[at]] if column.states[at] >= 0 else None) == alone.state


def test_cells_that_are_numbers_are_taken_as_they_are() -> None:
    column = read_numbers(field_of(1.234, 44.7473, 0, 5.0000000004, None))
    assert column.numbers[:4].tolist() == [1.234, 44.7473, 0.0, 5.0]
    assert np.isnan(column.others).all()
    assert column.states.tolist() == [0, 0, 0, 0, -1]


def test_a_percent_cell_is_read_as_it_is_shown() -> None:
    column = read_numbers(field_of(Percent(0.8525)))
    assert column.numbers.tolist() == [85.25]
    assert column.percent.tolist() == [True]


def test_no_infinite_or_undefined_number_passes() -> None:
    column = read_numbers(field_of(float("nan"), float("inf"), 1e12))
    assert np.isnan(column.numbers).all()
    assert [FAULTS[fault] for fault in column.faults] == ["not_a_number", "not_a_number", "too_large"]


def test_dates_and_truth_values_are_not_numbers() -> None:
    field = field_of(True)
    assert FAULTS[read_numbers(field).faults[0]] == "boolean"
    assert field.kinds[0] == CellKind.BOOLEAN


def test_an_excel_error_says_nothing_here() -> None:
    column = read_numbers(field_of(ExcelError("#DIV/0!")))
    assert column.states.tolist() == [-1]
    assert column.faults.tolist() == [0]


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1.234", ",", 1234.0),
        ("1.234", ".", 1.234),
        ("1,234", ",", 1.234),
        ("1,234", ".", 1234.0),
        ("-12,345", ".", -12345.0),
        ("85.25", ",", 85.25),
        ("1.234,5", ".", 1234.5),
        ("0.123", ",", 0.123),
    ],
)
def test_the_mark_that_a_person_named_settles_only_what_had_two_readings(text: str, decimal: str, value: float) -> None:
    reading = read_number(text, decimal)
    assert reading.value == value
    assert np.isnan(reading.other)


def test_the_named_mark_reads_the_maximum_behind_the_slash_too() -> None:
    assert read_number("1/1.000").fault == "not_a_number"
    assert read_number("1.250/2.000", ",").maximum == 2000.0


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(",."), st.sampled_from(",."))
def test_of_the_two_readings_the_named_mark_takes_one(whole: int, rest: int, mark: str, decimal: str) -> None:
    text = f"{whole}{mark}{rest:03d}"
    both, told = read_number(text), read_number(text, decimal)
    assert told.value == (both.value if mark == decimal else both.other)


@pytest.mark.parametrize("text", ["85,25*", "85,25 **", "85,25 (*)", "85,25%*", "85,25 % (**)"])
def test_a_number_with_the_sign_of_a_note_is_taken_and_kept_as_printed(text: str) -> None:
    reading = read_number(text)
    assert (reading.value, reading.noted, reading.printed) == (85.25, True, text)


def test_a_lone_asterisk_is_no_number() -> None:
    assert read_number("*").fault == "unclear_mark"
    assert not read_number("85,25").noted


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        *((text, BOUND) for text in ("≥ 80", ">80", "~7", "<= 5,5", "trên 80", "Khoảng 80%")),
        *((text, INTERVAL) for text in ("80-85", "80 – 85", "80 đến 85", "[41,2; 43,1]", "42,1 ± 0,8", "5 (4–6)")),
        *((text, RANKED) for text in ("45,1 (12)", "45,1 (12/63)", "5,2(1)")),
        *((text, BRACKETS) for text in ("(5,5)", "( 7 )", "[85,25]")),
        *((text, DAY) for text in ("12/05/2024", "12-5-24", "12.05.2024")),
        *((text, WORDS) for text in ("85,25 điểm", "85 đ", "Top 10", "đạt 85,25")),
        *((text, "") for text in ("abc", "7²", "1_0", "0x7", "½", "7;5", "VII")),
    ],
)
def test_what_stands_in_the_way_of_a_number_is_told_apart(text: str, reason: str) -> None:
    assert read_number(text).fault == "not_a_number"
    assert obstacle(text) == reason


def said(value: object) -> Finding:
    (finding,) = interpret(scores(score(diem=value)), SCORES, snapshot()).findings
    assert (finding.cell, finding.count) == ("H2", 1)
    return finding


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ("≥ 15", "một mức"),
        ("(5,5)", "ngoặc"),
        ("12/05/2024", "ngày"),
        ("15 điểm", "Xoá chữ"),
        ("mười lăm", "Không đọc được số"),
    ],
)
def test_the_sentence_says_why_a_text_is_no_number(value: str, part: str) -> None:
    finding = said(value)
    assert (finding.code, finding.severity) == ("not_a_number", Severity.ERROR)
    assert part in finding.message


def test_a_score_that_excel_made_a_date_shows_both_readings() -> None:
    finding = said(date(2025, 5, 12))
    assert finding.code == "date_for_number"
    for part in ("12/5/2025", "«12/5»", "«12,5»", "«5/12»"):
        assert part in finding.message


def test_a_noted_number_is_accepted_with_a_warning() -> None:
    read = interpret(scores(score(diem="15,5*")), SCORES, snapshot())
    assert [(finding.code, finding.severity) for finding in read.findings] == [("number_noted", Severity.WARNING)]
    assert read.facts["value"].tolist() == [15.5]
    assert read.facts["printed"].tolist() == ["15,5*"]
