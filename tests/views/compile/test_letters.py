"""Công văn đôn đốc: to exactly those late or incomplete, with the right items; the layout; the record."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, UnknownNameError
from cchc_metrics.schema import LEGAL_BASES, OFFICE_SETTINGS, REPORT_EVENTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.compile.letters import answer, letters, record_chased, zipped
from tests.reporting_office import DUE, LOOKED_AT, PERIOD, at, event, keep
from tests.word_files import words_of


def test_letters_go_to_exactly_the_late_and_the_incomplete_with_their_items(small: Office) -> None:
    found = {one["unit"]: one for one in answer(letters(at(small), LOOKED_AT, PERIOD))["letters"]}
    names = ("period", "state", "days_late", "missing_tasks")
    items = {unit: [tuple(item[name] for name in names) for item in one["items"]] for unit, one in found.items()}
    assert items == {
        "NOI-CHINH": [(PERIOD, "not_sent", 5, ["1", "2", "3", "5", "8", "10"])],
        "PV-HCC": [(PERIOD, "incomplete", 0, ["2", "3", "8", "10"])],
        "TIN-HOC": [(PERIOD, "returned", 0, [])],
    }


def test_each_letter_names_its_unit_the_due_date_the_lateness_and_what_is_missing(small: Office) -> None:
    batch = letters(at(small), LOOKED_AT, PERIOD)
    texts = {one.about.unit.id: words_of(Document(io.BytesIO(one.data))) for one in batch.letters}
    silent, partly, returned = texts["NOI-CHINH"], texts["PV-HCC"], texts["TIN-HOC"]
    assert "Kính gửi: Phòng Nội chính." in silent
    assert "Hạn gửi báo cáo: 16/9/2026." in silent
    assert "chưa gửi báo cáo, trễ 5 ngày" in silent
    assert "Quý I/2026 (trễ 3 ngày)" in silent
    assert "trước ngày 25/9/2026" in silent
    assert [line for line in partly.split("\n") if line.startswith("+")] == [
        "+ Nhiệm vụ 2: Đề xuất giải pháp – chưa có số ở 2.1, 2.2, 2.3;",
        "+ Nhiệm vụ 3: Tuyên truyền CCHC – chưa có số ở 3.1, 3.2, 3.3, 3.4;",
        "+ Nhiệm vụ 8: Mô hình, sáng kiến – chưa có số ở 8.1, 8.2, 8.3;",
        "+ Nhiệm vụ 10: Tự chủ biên chế, kinh phí;",
    ]
    assert "đã gửi ngày 15/9/2026; chưa đủ nội dung" in partly
    assert "7.7 Kiểm tra lại số hồ sơ số hóa" in returned
    assert "Phòng Kinh tế" not in "".join(texts.values())


def test_a_period_that_nobody_sent_anything_for_accuses_nobody(small: Office) -> None:
    found = {one["unit"]: one["earlier"] for one in answer(letters(at(small), LOOKED_AT, PERIOD))["letters"]}
    assert found["NOI-CHINH"] == {"followed": 1, "late": [{"period": "2026-Q1", "days_late": 3, "sent": True}]}


def test_nobody_is_chased_before_the_due_date_has_passed(small: Office) -> None:
    chased = {one.about.unit.id for one in letters(at(small), DUE, PERIOD).letters}
    assert "NOI-CHINH" not in chased


def test_one_letter_chases_every_period_that_is_owed(small: Office) -> None:
    """TCD sent Quý III and nothing before: on 21/9 it is chased for Quý I and for 6 tháng, in one letter."""
    found = {one["unit"]: one for one in answer(letters(at(small), LOOKED_AT))["letters"]}
    owed = [(item["period"], item["state"], item["days_late"]) for item in found["TCD"]["items"]]
    assert owed == [("2026-Q1", "not_sent", 189), ("2026-6M", "not_sent", 97)]
    assert found["TCD"]["file"] == "cong-van-don-doc-2026-Q1-2026-6M-TCD.docx"
    # Quý III came two days late, which the letter tells as lateness before.
    assert found["TCD"]["earlier"] == {"followed": 1, "late": [{"period": PERIOD, "days_late": 2, "sent": True}]}


def test_a_debt_stays_on_the_list_after_the_next_period_has_ended(small: Office) -> None:
    """On 15/12 the year is collected; what is owed for Quý III is not forgotten."""
    found = {one["unit"]: one for one in answer(letters(at(small), date(2026, 12, 18)))["letters"]}
    owed = {item["period"]: item for item in found["NOI-CHINH"]["items"]}
    assert owed[PERIOD]["days_late"] == 93
    assert owed["2026-FY"]["state"] == "not_sent"
    assert ("TIN-HOC", PERIOD, "returned") in {
        (unit, item["period"], item["state"]) for unit, one in found.items() for item in one["items"]
    }


def test_without_a_due_date_nobody_is_called_late(shipped: Desk) -> None:
    batch = letters(shipped, LOOKED_AT)
    assert batch.letters == ()
    assert len(batch.chase.undated) == 5


def test_an_exempt_unit_gets_no_letter(own: Office) -> None:
    from cchc_metrics.schema import DUE_DATE_CHANGES

    row = {"unit_id": "NOI-CHINH", "form_code": "CCHC", "period_id": PERIOD, "change": "exemption", "reason": "bão"}
    keep(own, DUE_DATE_CHANGES, [{**row, "allowed_by": "CVP"}])
    assert "NOI-CHINH" not in {one.about.unit.id for one in letters(at(own), LOOKED_AT, PERIOD).letters}


def test_a_letter_is_laid_out_as_decree_30_says(small: Office) -> None:
    document = Document(io.BytesIO(letters(at(small), LOOKED_AT, PERIOD, mark="SỐ LIỆU MINH HỌA").letters[0].data))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert Mm(20) <= section.top_margin <= Mm(25)
    assert Mm(20) <= section.bottom_margin <= Mm(25)
    assert Mm(30) <= section.left_margin <= Mm(35)
    assert Mm(15) <= section.right_margin <= Mm(20)
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    for header in (section.header, section.first_page_header):
        assert "DỰ THẢO · SỐ LIỆU MINH HỌA" in "".join(p.text for p in header.paragraphs)
    body = document.styles["Thân văn bản"]
    assert 13 <= body.font.size.pt <= 14
    assert 1 <= body.paragraph_format.first_line_indent.cm <= 1.28


def test_every_style_that_a_document_uses_is_times_new_roman_for_all_scripts(small: Office) -> None:
    document = Document(io.BytesIO(letters(at(small), LOOKED_AT, PERIOD).letters[0].data))
    used = {p.style.name for p in document.paragraphs} | {
        p.style.name for table in document.tables for row in table.rows for c in row.cells for p in c.paragraphs
    }
    assert used >= {"Quốc hiệu", "Tiêu ngữ", "Thân văn bản", "Chức vụ người ký", "Danh sách nơi nhận"}
    for name in used:
        fonts = document.styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}


def test_what_the_office_has_not_set_stays_a_visible_gap_that_is_listed(own: Office) -> None:
    stored = own.store.facts(OFFICE_SETTINGS, provenance=True)
    storing.remove(own, LOCAL_OPERATOR, OFFICE_SETTINGS, stored, "thử")
    batch = letters(at(own), LOOKED_AT, PERIOD)
    assert "họ tên người ký" in batch.gaps
    assert "nơi nhận công văn đôn đốc" in batch.gaps
    text = words_of(Document(io.BytesIO(batch.letters[0].data)))
    assert text.count("…………") >= 5
    assert "Nguyễn Văn Thử" not in text


def test_an_ended_basis_is_refused_by_name(own: Office) -> None:
    keep(own, LEGAL_BASES, [{"basis": "526/VP-HCTC", "state": "ended", "replaced_by": "10/VP-HCTC"}])
    with pytest.raises(CchcError, match=r"526/VP-HCTC \(thay bằng 10/VP-HCTC\)"):
        letters(at(own), LOOKED_AT, PERIOD)


def test_unreviewed_bases_are_told_to_the_author(small: Office) -> None:
    assert letters(at(small), LOOKED_AT, PERIOD).unreviewed == ("526/VP-HCTC",)


def test_the_same_data_give_the_same_letters_and_the_same_zip(small: Office) -> None:
    one, two = letters(at(small), LOOKED_AT, PERIOD), letters(at(small), LOOKED_AT, PERIOD)
    assert zipped(one) == zipped(two)
    with zipfile.ZipFile(io.BytesIO(zipped(one))) as archive:
        assert len(archive.namelist()) == 4
        assert "Kính gửi Phòng Nội chính" in archive.read("tin-nhan.txt").decode()


def test_who_was_chased_when_is_kept_and_named_in_the_next_letter(own: Office) -> None:
    record_chased(at(own), ["NOI-CHINH", "KT"], LOOKED_AT, "Trần Thị Đốc", PERIOD)
    events = own.store.facts(REPORT_EVENTS, {"act": ["chased"]})
    assert [(r["unit_id"], r["event_no"], r["on_day"], r["by_name"]) for r in events.to_dict("records")] == [
        ("NOI-CHINH", 1, LOOKED_AT, "Trần Thị Đốc")
    ]
    later = letters(at(own), date(2026, 9, 25), PERIOD)
    text = words_of(Document(io.BytesIO(later.letters[0].data)))
    assert "Đã đôn đốc ngày 21/9/2026." in text


def test_chasing_needs_a_name_and_somebody_to_chase(small: Office) -> None:
    with pytest.raises(CchcError, match="họ tên"):
        record_chased(at(small), ["NOI-CHINH"], LOOKED_AT, " ")
    with pytest.raises(CchcError, match="Không có đơn vị"):
        record_chased(at(small), ["KT"], LOOKED_AT, "A", PERIOD)


def test_a_unit_that_sends_at_last_is_no_longer_chased(own: Office) -> None:
    keep(own, REPORT_EVENTS, [event("TIN-HOC", 3, "submitted", LOOKED_AT)])
    assert "TIN-HOC" not in {one.about.unit.id for one in letters(at(own), LOOKED_AT, PERIOD).letters}


def test_an_unknown_period_is_refused(small: Office) -> None:
    with pytest.raises(UnknownNameError):
        letters(at(small), LOOKED_AT, "2026-Q2")


def test_the_command_writes_one_file_a_letter(
    own: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(own.settings.data_dir))
    out = tmp_path / "cong-van"
    assert cli.main(["letters", "--on", "2026-09-21", "--period", PERIOD, "--out", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted(path.name for path in out.glob("*.docx")) == sorted(one["file"] for one in told["letters"])
    assert told["periods"] == [PERIOD]
