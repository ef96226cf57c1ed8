"""The leader's page: derived from data alone, fewer lines where less is known, one page of paper."""

import io
import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from cchc_metrics import cli
from cchc_metrics.labels import texts
from cchc_metrics.schema import DUE_DAYS, LEGAL_BASES, REPORT_EVENTS, RESPONSIBLE, SCORES, TASK_OWNERS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.debts import debts
from cchc_metrics.views.compile.brief import answer, as_page, as_word, brief
from tests.reporting_office import LOOKED_AT, PERIOD, at, event, keep


def test_every_result_stands_with_its_rank_among_how_many(shipped: Desk) -> None:
    rows = {(row["index"], row["entity"]): row for row in answer(brief(shipped, LOOKED_AT))["results"]}
    published = shipped.facts(SCORES, {"index_code": ["PAR INDEX"], "period_id": ["2023"], "entity_id": ["P63-45"]})
    rank = int(published.loc[published["node_code"] == "TOTAL", "published_rank"].dropna().iloc[0])
    assert f"{rank}/63 cả nước" in rows["PAR INDEX 2023", "Quảng Trị (cũ)"]["facts"]
    assert "14/61 cả nước" in rows["PAPI 2024", "Quảng Trị (cũ)"]["facts"]
    assert "hạng do hệ thống tính" in rows["PAPI 2024", "Quảng Trị (cũ)"]["facts"]


def test_parts_behind_the_best_without_a_unit_say_so_and_with_one_name_it(small: Office, own: Office) -> None:
    assert "Cung ứng dịch vụ công, kém Quảng Ninh 0,97 điểm, chưa phân công" in "\n".join(
        brief(at(small), LOOKED_AT).lost
    )
    keep(own, RESPONSIBLE, [{"index_code": "PAPI", "node_code": "D6", "unit": "Trung tâm Tin học", "year_from": 2024}])
    assert "Cung ứng dịch vụ công, kém Quảng Ninh 0,97 điểm, Trung tâm Tin học" in "\n".join(
        brief(at(own), LOOKED_AT).lost
    )


def test_what_moved_is_told_by_the_part_that_moved_most(shipped: Desk) -> None:
    moved = "\n".join(brief(shipped, LOOKED_AT).moved)
    where = {
        "index_code": ["PAPI"],
        "entity_id": ["P63-44"],
        "period_id": ["2023", "2024"],
        "score_kind": ["published"],
    }
    scores = shipped.facts(SCORES, where)
    dimensions = scores[scores["node_code"].str.fullmatch(r"D\d")]
    parts = dimensions.pivot(index="node_code", columns="period_id", values="value")
    change = (parts["2024"] - parts["2023"]).round(9)
    best = f"{change.max():+.2f}".replace(".", ",")
    assert f"({best} điểm)" in moved
    # The widest fall is one that noise may well make, so nothing is said to have fallen.
    assert f"({change.min():.2f} điểm)".replace("-", "−").replace(".", ",") not in moved


def test_the_latest_unit_is_named_first_and_decided_on_first(small: Office) -> None:
    found = brief(at(small), LOOKED_AT)
    assert found.late[0] == "Ban TCD, Quý I/2026: chưa gửi, trễ 189 ngày"
    assert found.decisions[0] == (
        "Đôn đốc Trung tâm Tin học tỉnh: báo cáo Quý I/2026 trễ 189 ngày (13 báo cáo đang trễ)."
    )


def test_a_bound_that_is_not_met_is_named_with_its_figure(small: Office) -> None:
    decided = "\n".join(brief(at(small), LOOKED_AT).decisions)
    assert "Hồ sơ đã giải quyết quá hạn (4.5) Quý III/2026 là 4 hồ sơ, yêu cầu không để phát sinh" in decided


def test_decisions_are_at_most_five_and_fewer_when_less_is_wrong(small: Office, own: Office) -> None:
    before = brief(at(small), LOOKED_AT).decisions
    assert 0 < len(before) <= 5
    assert any("căn cứ pháp lý chưa được rà soát" in line for line in before)
    bases = own.store.facts(LEGAL_BASES).to_dict("records")
    keep(own, LEGAL_BASES, [{**row, "state": "in_force"} for row in bases])
    after = brief(at(own), LOOKED_AT).decisions
    assert not any("căn cứ pháp lý" in line for line in after)
    assert len(after) == len(before) - 1


def test_without_reports_owed_and_due_dates_the_page_says_what_is_not_set(shipped: Desk) -> None:
    found = brief(shipped, LOOKED_AT)
    assert found.late == ("5 báo cáo Quý III/2026 chưa gửi, chưa đặt hạn nộp nên chưa tính trễ.",)
    assert any("Phân công đơn vị cho 3 nhiệm vụ chưa khai báo: nhiệm vụ 4, 9, 11." in line for line in found.decisions)


def test_an_empty_office_has_a_page_that_claims_nothing(office: Office) -> None:
    found = brief(at(office), LOOKED_AT)
    assert found.moved == found.lost == ("Chưa có số liệu.",)
    assert found.decisions == ("Chưa có số liệu.",)
    assert as_word(at(office), found).startswith(b"PK")


def test_the_word_page_and_the_printed_page_say_the_same_and_bear_the_mark(small: Office) -> None:
    found = brief(at(small), LOOKED_AT)
    document = Document(io.BytesIO(as_word(at(small), found, mark="SỐ LIỆU MINH HỌA")))
    page = as_page(at(small), found, mark="SỐ LIỆU MINH HỌA").decode()
    text = "\n".join(p.text for p in document.paragraphs)
    for line in (*found.moved, *found.lost, *found.late, *found.decisions):
        assert line in text
        assert line.replace("&", "&amp;") in page
    assert "SỐ LIỆU MINH HỌA" in "".join(p.text for p in document.sections[0].header.paragraphs)
    assert "SỐ LIỆU MINH HỌA" in page
    assert not re.search(r"https?:|url\(|src=", page)


def test_the_same_data_give_the_same_bytes(small: Office) -> None:
    found = brief(at(small), LOOKED_AT)
    assert as_word(at(small), found) == as_word(at(small), found)
    assert as_page(at(small), found) == as_page(at(small), found)


def test_the_command_writes_word_or_html_by_the_name(
    own: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own.close()
    monkeypatch.setenv("CCHC_DATA_DIR", str(own.settings.data_dir))
    for name, start in (("b.docx", b"PK"), ("b.html", b"<!doctype html>")):
        assert cli.main(["brief", "--on", "2026-09-21", "--out", str(tmp_path / name), "--json"]) == 0
        assert (tmp_path / name).read_bytes().startswith(start)
        assert json.loads(capsys.readouterr().out)["file"] == str(tmp_path / name)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_full_brief_fits_on_one_page(own: Office, tmp_path: Path) -> None:
    keep(own, DUE_DAYS, [{"link": "unit", "window_code": "Q3", "year_from": 2022, "due_day": 1}])
    owners = own.store.facts(TASK_OWNERS, {"task_no": ["6"]}).to_dict("records")
    keep(own, TASK_OWNERS, [{**row, "year_to": 2023} for row in owners])
    (tmp_path / "b.docx").write_bytes(as_word(at(own), brief(at(own), date(2026, 9, 30)), mark="SỐ LIỆU MINH HỌA"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "b.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "b.pdf").read_bytes())
    assert len(pages) == 1


def test_the_brief_of_december_tells_what_the_third_quarter_still_owes(small: Office, own: Office) -> None:
    """Before the year's own date no unit owes the year; the debts of Quý III are named all the same."""
    told = brief(at(small), date(2026, 12, 15))
    assert told.late != (texts().documents.brief_nobody_late,)
    keep(own, REPORT_EVENTS, [event("NOI-CHINH", 1, "submitted", LOOKED_AT)])
    periods = {one.standing.owed.window.period.id for one in debts(at(own), date(2026, 12, 15)).open}
    assert periods == {"2026-Q1", "2026-6M", PERIOD}


def test_what_others_reach_decides_and_where_too_little_is_known_what_is_lost(shipped: Desk) -> None:
    found = brief(shipped, LOOKED_AT)
    assert found.decisions[0].startswith("Giao việc ở Kiểm soát tham nhũng trong khu vực công (PAPI 2024,")
    assert "bằng Tây Ninh là tăng 0,85 điểm" in found.decisions[0]
    assert "lượt tỉnh – năm đã tăng được), hạng 14/61 lên 6/61" in found.decisions[0]
    assert found.lost[0].startswith("PAR INDEX 2023, Quảng Trị (cũ): 5. Cải cách chế độ công vụ, mất 1,80 điểm")
