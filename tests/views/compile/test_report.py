"""The consolidated report: every number derived again from the store, by arithmetic of the test's own."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from lxml import etree

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError
from cchc_metrics.schema import LEGAL_BASES, METRICS, OFFICE_SETTINGS, OUTLINE, UNIT_REPORTS, UNITS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.consolidated import consolidate, owing_units
from cchc_metrics.services.reporting.documents.section_texts import Place, keep_final_reason, mark_of, restore, write
from cchc_metrics.views.compile.letters import letters
from cchc_metrics.views.compile.marks import Copy
from cchc_metrics.views.compile.report import answer, compiled, report
from cchc_metrics.views.compile.sheets import software_sheet, sources_sheet
from tests.reporting_office import LOOKED_AT, PERIOD, at, keep, values, words
from tests.word_files import words_of

FILE = "bao-cao.docx"


@pytest.fixture(scope="module")
def desk(small: Office) -> Desk:
    return Desk.at(small, LOCAL_OPERATOR)


@pytest.fixture(scope="module")
def written(desk: Desk) -> Word:
    return Document(io.BytesIO(report(desk, PERIOD, day=LOOKED_AT).data))


def stored(office: Office, period: str) -> dict[str, dict[str, Fraction]]:
    """Unit -> metric -> value as the store holds it."""
    rows = office.store.facts(UNIT_REPORTS, {"period_id": [period], "part": ["value"]})
    found: dict[str, dict[str, Fraction]] = {}
    for row in rows.to_dict("records"):
        if row["state"] == "value":
            found.setdefault(row["unit_id"], {})[row["code"]] = Fraction(str(row["value"]))
    return found


def added(rule: str, code: str, held: Mapping[str, Mapping[str, Fraction]]) -> Fraction | None:
    """A metric over units by its rule, worked out here and not by the product."""
    if rule.startswith("ratio"):
        codes = sorted(set(re.findall(r"\d+\.\d+", rule)), key=len, reverse=True)
        whole = [figures for figures in held.values() if all(c in figures for c in codes)]
        sums = {c: sum((figures[c] for figures in whole), Fraction(0)) for c in codes}
        text = rule.removeprefix("ratio").strip()
        expression = re.sub(r"\d+\.\d+", lambda m: f"S['{m[0]}']", text)
        return Fraction(eval(expression, {"S": sums})) * 100 if whole else None
    mine = [figures[code] for figures in held.values() if code in figures]
    if not mine:
        return None
    if rule == "sum":
        return sum(mine, Fraction(0))
    if rule == "all yes":
        return Fraction(int(all(mine)))
    return mine[0] if len(mine) == 1 else None


def shown(value: Fraction | None, measure: str, rule: str) -> str:
    """A value as Vietnamese offices write it."""
    if value is None:
        return "–"
    if measure == "có/không":
        return "Có" if value == 1 else "Không"
    decimals = 2 if rule.startswith("ratio") else 0
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    number = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def table_of(document: Word, first_header: str) -> Table:
    return next(table for table in document.tables if table.rows[0].cells[0].text == first_header)


def catalogue(office: Office) -> dict[str, dict[str, str]]:
    return {row["metric_code"]: row for row in office.store.facts(METRICS).to_dict("records")}


def test_every_number_of_the_first_annex_is_the_stores(small: Office, written: Word) -> None:
    metrics, periods = catalogue(small), (PERIOD, "2025-Q3", "2026-Q1")
    held = {period: stored(small, period) for period in periods}
    rows = table_of(written, "Mã").rows
    assert [c.text for c in rows[0].cells][3:6] == ["Quý III/2026", "Quý III/2025", "Quý I/2026"]
    assert len(rows) > 40
    for row in rows[1:]:
        code, _, measure, *cells = [cell.text for cell in row.cells]
        rule = metrics[code]["across_units"]
        for text, period in zip(cells, periods, strict=False):
            assert text.split(" (")[0] == shown(added(rule, code, held[period]), measure, rule), (code, period)


def test_coverage_counts_the_units_that_reported_of_those_owing(written: Word) -> None:
    found = {row.cells[0].text: row.cells[7].text for row in table_of(written, "Mã").rows[1:]}
    assert (found["1.1"], found["1.2"], found["4.2"], found["5.1"], found["7.8"]) == ("5/7", "5/7", "1/1", "0/1", "2/2")


def test_every_number_of_the_annex_by_task_is_the_units_own(small: Office, written: Word) -> None:
    metrics, held = catalogue(small), stored(small, PERIOD)
    names = {"Phòng Hành chính - Tổ chức": "HC-TC", "Phòng Kinh tế": "KT", "Ban Tiếp công dân tỉnh": "TCD"}
    names |= {"Trung tâm Phục vụ hành chính công tỉnh": "PV-HCC", "Trung tâm Tin học tỉnh": "TIN-HOC"}
    names |= {"Phòng Nội chính": "NOI-CHINH", "Trung tâm Hội nghị": "TT-HN"}
    checked = 0
    ends = ("Đơn vị", "Nguồn")
    for table in [t for t in written.tables if (t.rows[0].cells[0].text, t.rows[0].cells[-1].text) == ends]:
        codes = [cell.text.split(". ")[0] for cell in table.rows[0].cells[1:-1]]
        if not all(code in metrics for code in codes):
            continue
        for row in table.rows[1:-1]:
            unit = names[row.cells[0].text]
            for code, cell in zip(codes, row.cells[1:-1], strict=True):
                rule, measure = metrics[code]["across_units"], metrics[code]["unit_of_measure"]
                value = added(rule, code, {unit: held.get(unit, {})})
                if value is None:
                    assert cell.text in ("", "–", "KPS", "miễn")
                else:
                    assert cell.text.rstrip("*") == shown(value, measure, rule)
                    checked += 1
    assert checked == sum(len(figures) for figures in held.values()) + 8  # eight shares that the system works out


def test_every_figure_of_the_text_is_the_stores_and_has_a_footnote(small: Office, written: Word) -> None:
    metrics, held = catalogue(small), stored(small, PERIOD)
    text = words_of(written)
    for code, row in metrics.items():
        value = added(row["across_units"], code, held)
        name = re.sub(r"\s*\([^)]*\d\.\d[^)]*\)", "", row["name"]).replace(": ", " ")
        told = re.findall(rf"(?:{re.escape(name[1:])}) (?:là|đạt) ([\d.,]*\d)", text)
        if value is None or value == 0 or row["unit_of_measure"] == "có/không":
            assert not told, code
            continue
        assert set(told) == {shown(value, row["unit_of_measure"], row["across_units"])}, code
    for paragraph in written.paragraphs:
        notes = len(list(paragraph._element.iter(qn("w:footnoteReference"))))
        figures = len(re.findall(r" (?:là|đạt) [\d.,]+", paragraph.text))
        assert notes >= figures, paragraph.text


def test_rise_and_fall_are_against_a_period_of_as_many_units(written: Word) -> None:
    text = words_of(written)
    assert "tiếp nhận mới trong kỳ là 120 hồ sơ (tăng 20 hồ sơ" in text
    assert "trước hạn đạt 96,49% (giảm 3,51 điểm phần trăm" in text
    # One unit reported it last year, five do now: its value is told to the compiler, and no rise is made of it.
    assert "Chỉ thị 10/CT-UBND là 5 buổi (cùng kỳ năm trước: 1 buổi, 1 đơn vị báo cáo)" in text


def test_a_level_that_is_missed_names_the_unit_and_its_reason(written: Word) -> None:
    text = words_of(written)
    assert (
        "quá hạn là 4 hồ sơ (tăng 4 hồ sơ so với cùng kỳ năm trước), yêu cầu không để phát sinh – "
        "Phòng Kinh tế (giải trình: Hồ sơ phức tạp)"
    ) in text
    assert ", yêu cầu 100% – Phòng Hành chính - Tổ chức 83,33%." in text
    for wrong in ("= có", "= 0", "mức =", "đang là"):
        assert wrong not in text


def test_a_footnote_names_unit_file_and_upload(desk: Desk) -> None:
    with zipfile.ZipFile(io.BytesIO(report(desk, PERIOD, day=LOOKED_AT).data)) as archive:
        root = etree.fromstring(archive.read("word/footnotes.xml"))
    notes = ["".join(note.itertext()) for note in root if note.get(qn("w:type")) is None]
    assert any("Phòng Kinh tế, nhập trên màn hình (lượt" in note for note in notes)
    assert any("tổng hợp từ 5 đơn vị, nguồn [1–5]" in note for note in notes)


def test_units_that_did_not_report_and_those_that_did_in_part_are_declared(written: Word) -> None:
    text = words_of(written)
    assert "Đến ngày 21/9/2026 chưa nhận được báo cáo của Phòng Nội chính." in text
    assert (
        "Báo cáo chưa đủ nội dung: Trung tâm Phục vụ hành chính công tỉnh (thiếu nhiệm vụ 2 (2.1, 2.2, 2.3), " in text
    )
    assert "Đơn vị báo cáo không phát sinh trong kỳ: Trung tâm Hội nghị." in text
    assert "Báo cáo đang được trả lại để chỉnh sửa: Trung tâm Tin học tỉnh" in text


def test_task_twelve_is_worked_out_from_what_came_in_when(written: Word) -> None:
    text = words_of(written)
    assert (
        "đã nhận 6 báo cáo: 5 báo cáo gửi đúng hạn, 2 báo cáo trễ hạn, trong đó 1 chưa gửi; 1 báo cáo chưa nhận" in text
    )
    assert "Đơn vị gửi trễ hạn: Ban Tiếp công dân tỉnh (2 ngày)." in text


def test_sections_follow_the_outline_and_are_woven_by_task(small: Office, written: Word) -> None:
    paragraphs = [(p.style.name, p.text) for p in written.paragraphs]
    texts = [text for _, text in paragraphs]
    headings = [text for style, text in paragraphs if style.startswith("Mục cấp")]
    titles = [
        row["title"].upper() if row["level"] == 1 else row["title"]
        for row in small.store.facts(OUTLINE).to_dict("records")
    ]
    assert [h.split(". ", 1)[1] for h in headings] == titles
    topics = [text for style, text in paragraphs if style == "Tên đơn vị"]
    assert topics[:4] == [
        "a) Quán triệt Chỉ thị 10",
        "b) Đề xuất giải pháp",
        "c) Tuyên truyền CCHC",
        "d) Mô hình, sáng kiến",
    ]
    assert any(text.startswith("Giải quyết <đúng hạn> & công khai {{ 1 + 1 }}. [") for text in texts)
    first = next(place for place, text in enumerate(texts) if text.startswith("Đã quán triệt Chỉ thị"))
    assert texts[first + 1].startswith("Đã ban hành kế hoạch. [")
    assert any(text.startswith("Còn hồ sơ quá hạn (Phòng Kinh tế).") for text in texts)
    assert not [text for text in texts if text.startswith("Đơn vị: ")]


def test_equal_texts_are_told_once_with_all_who_said_them(own: Office) -> None:
    keep(
        own,
        UNIT_REPORTS,
        words("TCD", PERIOD, {"1.kien-nghi": "- bổ sung  kinh phí", "6.kien-nghi": "Bổ sung kinh phí."}),
    )
    keep(own, UNIT_REPORTS, words("KT", PERIOD, {"1.kien-nghi": "Bổ sung kinh phí;"}))
    content = compiled(at(own), PERIOD, day=LOOKED_AT)
    (lines,) = [one.lines for one in content.sections if one.number == "V"]
    assert lines == ("Bổ sung kinh phí (Ban TCD và Phòng Kinh tế).",)


def test_the_units_own_words_stand_in_an_annex_as_they_came(written: Word) -> None:
    rows = [[cell.text for cell in row.cells] for row in table_of(written, "Nhiệm vụ").rows[1:]]
    assert ["4", "Tồn tại, hạn chế", "Phòng Kinh tế", "Còn hồ sơ quá hạn."] in [row[:4] for row in rows]


def test_a_report_opens_with_what_it_executes_and_cites_nothing_else(written: Word) -> None:
    texts = [p.text for p in written.paragraphs]
    (first,) = [text for text in texts if text.startswith("Thực hiện Công văn số 526/VP-HCTC ngày 14/10/2022 của")]
    assert first.endswith(
        ", Văn phòng UBND tỉnh Quảng Trị báo cáo kết quả thực hiện công tác cải cách hành chính quý III năm 2026 như "
        "sau:"
    )
    assert not [text for text in texts if text.startswith("Căn cứ")]


def test_bases_whose_time_has_passed_are_left_out_and_told(desk: Desk, own: Office) -> None:
    bases = compiled(desk, PERIOD, day=LOOKED_AT).bases
    assert bases.left_out == ("3647/QĐ-UBND", "138/KH-UBND")
    keep(own, LEGAL_BASES, [{"basis": "138/KH-UBND", "state": "ended", "ended_on": date(2022, 12, 31)}])
    keep(own, LEGAL_BASES, [{"basis": "3647/QĐ-UBND", "title": "Quyết định giai đoạn 2021–2025", "state": "in_force"}])
    bases = compiled(at(own), PERIOD, day=LOOKED_AT).bases
    # What the office has reviewed as in force is not judged by its title.
    assert bases.left_out == ("138/KH-UBND (hết hiệu lực từ 31/12/2022)",)
    made = Document(io.BytesIO(report(at(own), PERIOD, day=LOOKED_AT).data))
    assert "138/KH-UBND" not in words_of(made)


def test_the_copy_for_signature_has_no_marks_and_the_same_sentences(desk: Desk) -> None:
    working = report(desk, PERIOD, day=LOOKED_AT)
    clean = report(desk, PERIOD, day=LOOKED_AT, copy=Copy.CLEAN, reason="Chánh Văn phòng yêu cầu")
    made = Document(io.BytesIO(clean.data))
    text = words_of(made)
    assert "DỰ THẢO" not in "".join(p.text for s in made.sections for p in s.header.paragraphs)
    assert not list(made.element.body.iter(qn("w:footnoteReference")))
    assert not re.search(r"\[\d", text)
    assert [p.text for p in made.paragraphs if p.text.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II"]
    for section in working.compiled.sections:
        for said in section.draft:
            assert said.plain() in text
    sheet = openpyxl.load_workbook(io.BytesIO(sources_sheet(desk, clean.compiled, clean.reason)))
    rows = list(sheet.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(clean.compiled.found.sources)
    told = {str(cell) for row in sheet.worksheets[1].iter_rows(values_only=True) for cell in row}
    assert any("Chánh Văn phòng yêu cầu" in words for words in told)


def test_nothing_is_made_for_signature_with_reports_not_accepted_unless_a_reason_is_written(
    desk: Desk, own: Office
) -> None:
    with pytest.raises(CchcError, match=r"Còn 7 báo cáo chưa được tiếp nhận: .*Phòng Nội chính \(chưa gửi\)"):
        report(desk, PERIOD, day=LOOKED_AT, copy=Copy.CLEAN)
    with pytest.raises(CchcError, match="lý do"):
        keep_final_reason(at(own), "CCHC", PERIOD, " ", "Người tổng hợp")
    keep_final_reason(at(own), "CCHC", PERIOD, "Sở Nội vụ hẹn hôm nay", "Người tổng hợp")
    assert report(at(own), PERIOD, day=LOOKED_AT, copy=Copy.CLEAN).reason == "Sở Nội vụ hẹn hôm nay"


def test_a_section_that_a_person_wrote_stands_in_place_of_its_draft(desk: Desk, own: Office) -> None:
    place = Place("CCHC", PERIOD, "II.2")
    draft = next(one for one in compiled(desk, PERIOD, day=LOOKED_AT).sections if one.number == "II.2")
    with pytest.raises(CchcError, match="họ tên"):
        write(at(own), place, "Văn phòng tiếp 40 lượt.", "", mark_of(draft.lines))
    write(at(own), place, "a) Tiếp công dân\nVăn phòng tiếp 40 lượt.", "Người tổng hợp", mark_of(draft.lines))
    section = next(one for one in compiled(at(own), PERIOD, day=LOOKED_AT).sections if one.number == "II.2")
    assert [(one.plain(), one.topic) for one in section.paragraphs()] == [
        ("a) Tiếp công dân", True),
        ("Văn phòng tiếp 40 lượt.", False),
    ]
    assert not section.stale
    keep(own, UNIT_REPORTS, values("TCD", PERIOD, {"6.1": 41}))
    section = next(one for one in compiled(at(own), PERIOD, day=LOOKED_AT).sections if one.number == "II.2")
    assert section.stale
    restore(at(own), place)
    section = next(one for one in compiled(at(own), PERIOD, day=LOOKED_AT).sections if one.number == "II.2")
    assert section.own is None
    assert "Số lượt tiếp công dân là 41 lượt" in section.lines[0]


def test_a_merger_is_told_in_a_line(own: Office) -> None:
    closed = {"unit_id": "KT", "name": "Phòng Kinh tế", "unit_type": "room", "specialised": True}
    keep(own, UNITS, [{**closed, "valid_to": date(2026, 6, 30), "successor_id": "NOI-CHINH"}])
    text = words_of(Document(io.BytesIO(report(at(own), PERIOD, day=LOOKED_AT).data)))
    assert "Từ ngày 01/7/2026, Phòng Nội chính thực hiện nhiệm vụ của Phòng Kinh tế" in text


def test_each_kind_of_document_has_its_signer(own: Office) -> None:
    settings = {"chuc-vu-ky-bao-cao": "Chánh Văn phòng", "nguoi-ky-bao-cao": "Trần Thị Mẫu"}
    keep(own, OFFICE_SETTINGS, [{"setting": name, "value": value} for name, value in settings.items()])
    text = words_of(Document(io.BytesIO(report(at(own), PERIOD, day=LOOKED_AT).data)))
    assert "CHÁNH VĂN PHÒNGTrần Thị Mẫu" in text.replace("\n", "")
    assert "TL. CHÁNH" not in text
    letter = letters(at(own), LOOKED_AT, PERIOD).letters[0]
    assert "Nguyễn Văn Thử" in words_of(Document(io.BytesIO(letter.data)))


def test_contradictions_are_listed_with_the_units_own_reasons(desk: Desk) -> None:
    found = {(one["unit"], one["check"]): one for one in told(desk)["contradictions"]}
    # A level that is missed, 4.8 = 0, is no contradiction.
    assert set(found) == {("TCD", "KT-6a"), ("KT", "opening")}
    assert found["TCD", "KT-6a"]["hard"]
    assert "12 so với 11 (kiểm tra 6.6 <= 6.2 + 6.3 + 6.4 + 6.5)" in found["TCD", "KT-6a"]["message"]
    assert "đầu kỳ ghi 7, khác 8" in found["KT", "opening"]["message"]


def told(desk: Desk) -> dict[str, object]:
    made = report(desk, PERIOD, day=LOOKED_AT)
    answered: dict[str, object] = json.loads(json.dumps(answer(made.compiled, made.gaps, FILE), default=str))
    return answered


def test_a_cumulative_figure_below_a_shorter_periods_is_a_contradiction(own: Office) -> None:
    keep(own, UNIT_REPORTS, values("KT", "2026-6M", {"4.2": 80}))
    found = answer(report(Desk.at(own, LOCAL_OPERATOR), "2026-6M", day=LOOKED_AT).compiled, ())["contradictions"]
    assert [(one["unit"], one["check"], one["metrics"]) for one in found if one["check"] == "cumulative"] == [
        ("KT", "cumulative", ["4.2"])
    ]


def test_the_answer_tells_values_units_and_who_is_missing(small: Office, desk: Desk) -> None:
    said = told(desk)
    figures = {one["metric"]: one for one in said["figures"]}
    metrics, held = catalogue(small), stored(small, PERIOD)
    for code, one in figures.items():
        value = added(metrics[code]["across_units"], code, held)
        assert one["value"] == (None if value is None else pytest.approx(float(value), abs=0.005)), code
    assert figures["1.1"]["units"] == ["HC-TC", "TCD", "PV-HCC", "TIN-HOC", "KT"]
    assert figures["1.1"]["missing"] == ["NOI-CHINH"]
    assert figures["1.1"]["nil"] == ["TT-HN"]
    assert figures["4.5"]["bound_met"] is False
    assert figures["6.7"]["bound_met"] is True
    assert said["missing_units"] == ["NOI-CHINH"]
    assert (said["file"], said["period"]) == (FILE, PERIOD)
    assert "10/CT-UBND" in said["unreviewed_bases"]
    assert "138/KH-UBND" in said["left_out_bases"]


def test_missing_is_never_zero(desk: Desk) -> None:
    figures = {one.metric.code: one for one in consolidate(desk, PERIOD, day=LOOKED_AT).figures}
    assert figures["5.1"].value is None
    assert figures["6.7"].value == 0


def test_the_same_data_give_the_same_bytes(desk: Desk) -> None:
    assert report(desk, PERIOD).data == report(desk, PERIOD).data


def test_units_that_owe_a_metric_are_those_that_the_templates_ask(desk: Desk) -> None:
    found = consolidate(desk, PERIOD, day=LOOKED_AT)
    reporting = found.reporting
    asked: dict[str, list[str]] = {}
    for one in found.standings:
        for metric in reporting.owed_metrics(one.owed.unit_id, one.owed.window, one.owed.tasks):
            asked.setdefault(metric.code, []).append(one.owed.unit_id)
    owing = {code: list(units) for code, units in owing_units(reporting, found.standings).items() if units}
    assert owing == asked


def test_layout_and_fonts_are_those_of_the_decree(desk: Desk) -> None:
    document = Document(io.BytesIO(report(desk, PERIOD, day=LOOKED_AT, mark="SỐ LIỆU MINH HỌA").data))
    for section in document.sections:
        assert {round(section.page_width.mm), round(section.page_height.mm)} == {210, 297}
        assert Mm(20) <= section.top_margin <= Mm(25)
        assert Mm(30) <= section.left_margin <= Mm(35)
        assert Mm(15) <= section.right_margin <= Mm(20)
        assert "DỰ THẢO · SỐ LIỆU MINH HỌA" in "".join(p.text for p in section.header.paragraphs)
    assert "PAGE" not in document.sections[0].first_page_header._element.xml
    styles = {style.style_id: style for style in document.styles}
    used = {node.get(qn("w:val")) for node in document.element.body.iter(qn("w:pStyle"))}
    for name in used:
        fonts = styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:eastAsia")) == "Times New Roman"


def test_the_sheet_for_the_software_has_code_name_value_and_unit(small: Office, desk: Desk) -> None:
    made = report(desk, PERIOD, day=LOOKED_AT)
    sheet = openpyxl.load_workbook(io.BytesIO(software_sheet(desk, made.compiled))).worksheets[0]
    rows = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows["4.2"][:4] == ("4.2", "Hồ sơ TTHC tiếp nhận mới trong kỳ", 120, "hồ sơ")
    assert rows["7.8"][2] == "Có"
    assert rows["5.1"][2] == "Chưa có số liệu"
    assert rows["9.2"][2] == "Không phát sinh"
    assert all(row[2] is not None for row in rows.values())


def test_without_any_report_all_units_are_named_and_no_figure_is_made_up(shipped: Desk) -> None:
    made = report(shipped, PERIOD)
    text = words_of(Document(io.BytesIO(made.data)))
    assert "chưa nhận được báo cáo của Phòng Hành chính - Tổ chức, Phòng Nội chính" in text
    assert "Nhiệm vụ chưa khai báo đơn vị thực hiện: 4, 9, 11." in text
    assert all(one.value is None for one in made.compiled.found.figures)
    assert len(made.gaps) == 7


def test_a_reversed_frame_changes_no_figure(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    straight = [(one.metric.code, one.value) for one in consolidate(desk, PERIOD).figures]
    facts = Desk.facts

    def reversed_facts(self: Desk, *arguments: object, **more: object) -> pd.DataFrame:
        return facts(self, *arguments, **more).iloc[::-1]  # type: ignore[arg-type]

    monkeypatch.setattr(Desk, "facts", reversed_facts)
    assert [(one.metric.code, one.value) for one in consolidate(desk, PERIOD).figures] == straight


def test_the_command_writes_the_file_it_names(
    own: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(own.settings.data_dir))
    out, sheet = tmp_path / FILE, tmp_path / "so-lieu.xlsx"
    assert cli.main(["report", "--period", PERIOD, "--out", str(out), "--sheet", str(sheet), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["file"] == str(out)
    assert out.read_bytes().startswith(b"PK")
    assert sheet.read_bytes().startswith(b"PK")
    assert cli.main(["report", "--period", "2026-Q2"]) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_office_program_opens_the_report(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(report(desk, PERIOD, day=LOOKED_AT).data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / FILE)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "bao-cao.pdf").read_bytes().startswith(b"%PDF")
