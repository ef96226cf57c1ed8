"""Questions that only a person can answer, and what becomes of the answers."""

import re
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics import labels
from cchc_metrics.importing import interpret
from cchc_metrics.importing.asked.marks import Marks, mark_form, mark_questions
from cchc_metrics.importing.asked.spoken import spoken
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.questions import (
    MOST_QUESTIONS,
    answer_of,
    answered,
    names_as_facts,
    questions,
    with_answers,
)
from cchc_metrics.labels.english import ENGLISH
from cchc_metrics.model import FileMapping, Finding, NameAnswer, Period, Question, Severity, Workbook
from cchc_metrics.schema import NAMES, SCORES
from tests.builders import node, snapshot, workbook

PLAIN = FileMapping("scores", ())
EMPTY = workbook()
_MARKED = (("Quảng Trị", 5.5), ("Hà Nội", "NA"))


class Reading:
    """Names looked up as an import does, with the findings that it makes of them."""

    def __init__(self, nodes: tuple[dict[str, object], ...] | None = None) -> None:
        stored = snapshot() if nodes is None else snapshot(nodes=nodes)
        self.entities, self.nodes = EntityBook(stored.entities), NodeBook(stored.nodes)
        self.findings: list[Finding] = []

    def entity(self, name: str, period: str = "2023", code: str = "", count: int = 1) -> "Reading":
        _, fault = self.entities.find(code, name, Period.parse(period))
        return self._told(fault, name or code, count)

    def node(self, name: str, index: str = "PAPI", year: int = 2023) -> "Reading":
        _, fault = self.nodes.find(index, year, "", name)
        return self._told(fault, name, 1)

    def _told(self, fault: object, value: str, count: int) -> "Reading":
        if fault is not None:
            cell = f"D{len(self.findings) + 2}"
            found = Finding(fault.code, fault.severity, fault.message, "Sheet1", cell, value, count, (cell,))
            self.findings.append(found)
        return self

    def asked(self, file: Workbook = EMPTY, mapping: FileMapping = PLAIN) -> tuple[Question, ...]:
        return questions(file, (self.entities, self.nodes, Marks()), self.findings, mapping)


def ambiguous(value: str, count: int = 1, cell: str = "H2") -> Finding:
    return Finding("number_ambiguous", Severity.ERROR, f"hai cách đọc {value}", "Sheet1", cell, value, count, (cell,))


def test_a_file_without_doubt_raises_no_question() -> None:
    assert Reading().entity("Quảng Trị").node("D5").asked() == ()


def test_an_unknown_name_is_asked_with_the_likeliest_first_and_every_province_of_the_era_behind() -> None:
    (question,) = Reading().entity("Quảng Trj", count=7).asked()
    assert (question.about, question.written, question.scope) == ("entity", "Quảng Trj", "63")
    assert (question.sheet, question.cell, question.count) == ("Sheet1", "D2", 7)
    assert next(iter(question.choices.items())) == ("P63-45", "Quảng Trị (cũ)")
    assert {"P63-01", "P63-79", "VN"} <= set(question.choices)
    assert not any(choice.startswith("P34") for choice in question.choices)
    assert "«Quảng Trj»" in question.prompt


def test_the_other_choices_stand_in_vietnamese_order() -> None:
    (question,) = Reading().entity("Wxyz").asked()
    assert list(question.choices.values()) == [
        "Không phải đơn vị (nhóm, tiêu đề): bỏ các dòng này",
        *("Bà Rịa - Vũng Tàu", "Đắk Lắk", "Hà Nội", "Hồ Chí Minh", "Huế", "Khánh Hòa", "Quảng Bình (cũ)"),
        *("Quảng Trị (cũ)", "Cả nước"),
    ]


def test_names_of_both_eras_raise_one_question_about_the_base() -> None:
    (question,) = Reading().entity("Quảng Trị", "2025").entity("Hà Nội", "2025").asked()
    assert (question.about, question.written, question.count) == ("constant", "Hệ", 2)
    assert set(question.choices) == {"63", "34"}
    said = EntityBook(snapshot().entities, base="34")
    found, fault = said.find("", "Quảng Trị", Period.parse("2025"))
    assert found is not None and (found.id, fault) == ("P34-44", None)


def test_equal_names_are_asked_once_and_counted() -> None:
    (question,) = Reading().entity("Quảng Trj", count=2).entity("QUẢNG  TRJ", count=3).asked()
    assert (question.written, question.cell, question.count) == ("Quảng Trj", "D2", 5)


def test_one_name_in_two_eras_is_two_questions() -> None:
    asked = Reading().entity("Quảng Trj").entity("Quảng Trj", "2026").asked()
    assert [question.scope for question in asked] == ["63", "34"]


def test_a_criterion_is_asked_among_those_of_its_framework() -> None:
    (question,) = Reading().node("Thủ tục hành chính").asked()
    assert (question.about, question.scope) == ("node", "PAPI")
    assert next(iter(question.choices.items())) == ("D5", "D5 (Thủ tục hành chính công)")
    assert set(question.choices) == {"TOTAL", "D1", "D5", "-"}


def test_a_name_that_two_criteria_share_offers_both_first() -> None:
    rows = tuple(node("S", "S", code, name, year_from=2020) for code, name in (("1", "Khác"), ("2", "A"), ("2.2", "A")))
    (question,) = Reading(rows).node("A", "S").asked()
    assert list(question.choices) == ["2", "2.2", "-", "1"]


def test_what_the_file_itself_must_mend_is_not_asked() -> None:
    reading = Reading().entity("Hà Tây").entity("Sở Nội vụ").entity("Quảng Bình", "2026").entity("Quảng Trị", code="44")
    assert len(reading.findings) == 4
    assert reading.asked() == ()


def test_a_name_that_no_finding_tells_of_is_not_asked() -> None:
    reading = Reading().entity("Quảng Trj")
    reading.findings.clear()
    assert reading.asked() == ()


def test_a_name_that_could_not_be_remembered_is_not_asked() -> None:
    assert Reading().entity("…").entity("—").asked() == ()


def test_at_most_two_hundred_questions() -> None:
    reading = Reading()
    for number in range(MOST_QUESTIONS + 50):
        reading.entity(f"Lạ {number}")
    assert len(reading.asked()) == MOST_QUESTIONS


def decimal_question(*findings: Finding) -> Question:
    reading = Reading()
    reading.findings += findings
    (question,) = reading.asked()
    return question


def test_a_number_with_two_readings_is_asked_in_words() -> None:
    question = decimal_question(ambiguous("1.234", 3), ambiguous("5.678", 2, "H9"))
    assert (question.about, question.written, question.cell, question.count) == ("decimal", "1.234", "H2", 5)
    assert question.choices == {
        ",": "«1.234» là một nghìn hai trăm ba mươi tư (dấu chấm tách hàng nghìn)",
        ".": "«1.234» là một phẩy hai ba tư (dấu chấm là dấu thập phân)",
    }


@pytest.mark.parametrize("written", ["12,345", "-12,345", "12,345/13", "12,345*"])
def test_the_number_in_the_question_is_the_files_own(written: str) -> None:
    question = decimal_question(ambiguous(written))
    assert question.choices == {
        ",": "«12,345» là mười hai phẩy ba bốn năm (dấu phẩy là dấu thập phân)",
        ".": "«12,345» là mười hai nghìn ba trăm bốn mươi lăm (dấu phẩy tách hàng nghìn)",
    }


def test_what_was_answered_is_not_asked_again() -> None:
    reading = Reading()
    reading.findings.append(ambiguous("1.234"))
    assert reading.asked(mapping=FileMapping("scores", (), decimal=",")) == ()
    old = workbook([["Qu¶ng TrÞ"]])
    assert Reading().asked(old, FileMapping("scores", (), font="tcvn3")) == ()


def test_a_legacy_font_is_offered_with_an_example_and_its_names_are_not_asked() -> None:
    old = workbook([["Tên"], ["Qu¶ng TrÞ"], ["Hµ Néi"]])
    asked = Reading().entity("Qu¶ng TrÞ").entity("Xứ lạ").asked(old)
    assert [question.about for question in asked] == ["font", "entity"]
    assert (asked[0].cell, asked[0].count, asked[1].written) == ("A2", 2, "Xứ lạ")
    assert list(asked[0].choices) == ["tcvn3", ""]
    assert "«Qu¶ng TrÞ» thành «Quảng Trị»" in asked[0].choices["tcvn3"]


def test_the_answers_of_a_file_go_into_its_mapping() -> None:
    (question,) = Reading().entity("Quảng Trj").asked()
    once = answered(PLAIN, question, "P63-44")
    twice = answered(once, question, "P63-45")
    assert twice.answers == (NameAnswer("entity", "63", "Quảng Trj", "P63-45"),)
    assert answered(PLAIN, question, "P99") == PLAIN
    decimal = decimal_question(ambiguous("1.234"))
    assert answered(PLAIN, decimal, ".").decimal == "."
    assert answer_of(decimal, ".") is None
    assert answer_of(question, "P99") is None
    font = Reading().asked(workbook([["Quaûng Trò"]]))[0]
    assert [answered(PLAIN, font, value).font for value in ("vni", "", "tcvn3")] == ["vni", "", ""]


def test_an_answer_resolves_the_name_in_the_next_reading() -> None:
    (question,) = Reading().entity("Miền Quê Hương").asked()
    answer = answer_of(question, "P63-45")
    assert answer is not None
    told = with_answers(snapshot(), [answer])
    entity, _ = EntityBook(told.entities, told.names).find("", "MIỀN QUÊ HƯƠNG", Period(2023))
    assert entity is not None
    assert entity.id == "P63-45"


def test_a_newer_answer_goes_before_what_was_remembered_and_the_snapshot_stays() -> None:
    one = with_answers(snapshot(), [NameAnswer("node", "PAPI", "TTHC", "D1")])
    before = one.names.copy()
    two = with_answers(one, [NameAnswer("node", "PAPI", "tthc.", "D5"), NameAnswer("entity", "63", "X", "VN")])
    pd.testing.assert_frame_equal(one.names, before)
    assert two.names["target"].tolist() == ["D5", "VN"]
    assert snapshot().names.empty
    assert with_answers(one, []) is one


def test_answers_become_facts_of_names() -> None:
    answers = [NameAnswer("entity", "63", " T.P  HCM ", "P63-79"), NameAnswer("entity", "63", "…", "VN")]
    facts = names_as_facts(answers, "hỏi lại")
    assert facts.columns.tolist() == [*NAMES.grain_names, *NAMES.value_names]
    assert facts.to_dict("records") == [
        {
            "subject": "entity",
            "scope": "63",
            "written": "t p hcm",
            "target": "P63-79",
            "written_as": "T.P HCM",
            "note": "hỏi lại",
        }
    ]
    assert names_as_facts([], "").columns.tolist() == facts.columns.tolist()
    assert names_as_facts(answers, "")["note"].isna().all()
    assert set(map(str, facts.dtypes)) == {"str"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (1005, "một nghìn không trăm linh năm"),
        (20000, "hai mươi nghìn"),
        (999999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"),
    ],
)
def test_a_number_is_spoken(number: int, words: str) -> None:
    assert spoken(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (15, "fifteen"), (42, "forty two"), (105, "one hundred five"), (1005, "one thousand five")],
)
def test_a_number_is_spoken_in_english(number: int, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "LANGUAGES", {"vi": ENGLISH})
    assert spoken(number) == words
    assert spoken(1, "24") == "one point two four"


@given(st.integers(0, 999_999), st.integers(0, 999_999))
def test_two_numbers_never_sound_alike(one: int, other: int) -> None:
    assert (spoken(one) == spoken(other)) == (one == other)
    assert re.fullmatch(r"[^\W\d]+(?: [^\W\d]+)*", spoken(one))


def test_a_mark_is_remembered_for_the_publisher_that_writes_it() -> None:
    stored = snapshot()
    head = ["Bộ chỉ số", "Kỳ", "Tên đơn vị", "Mã tiêu chí", "Điểm", "Nguồn"]

    def of(publisher: str) -> Workbook:
        return workbook([head, *(["PAPI", 2023, name, "D1", score, publisher] for name, score in _MARKED)])

    first = interpret(of("Cục A"), SCORES, stored)
    question = next(one for one in first.questions if one.about == "mark")
    assert question.scope == "PAPI – Cục A"
    told = answered(first.mapping, question, "missing")
    again = interpret(of("Cục A"), SCORES, stored, mapping=told)
    assert again.facts["state"].tolist() == ["value", "missing"]
    other = interpret(of("Sở B"), SCORES, stored, mapping=told)
    assert [one.scope for one in other.questions if one.about == "mark"] == ["PAPI – Sở B"]
    # What was said of the index as a whole holds for every publisher of whom nothing else was said.
    whole = replace(told, answers=(replace(told.answers[0], scope="PAPI", target="na"),))
    assert interpret(of("Sở B"), SCORES, stored, mapping=whole).facts["state"].tolist() == ["value", "na"]


def test_a_mark_of_a_row_that_is_left_out_hides_the_question_of_no_other() -> None:
    """The dash stands where nothing is told of it; «x» does not."""
    marks = Marks()
    for written in ("-", "x"):
        marks.ask("PAPI", mark_form(written), written)
    told = Finding("mark_unsure", Severity.ERROR, "", "Sheet1", "B3", "x", 1, ("B3",))
    assert [(one.written, one.cell) for one in mark_questions(marks, [told])] == [("x", "B3")]
