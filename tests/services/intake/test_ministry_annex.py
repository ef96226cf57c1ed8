"""«Tôi có bảng đầy đủ của Bộ»: provinces down, and of each area the score, the percentage and the rank across."""

from io import BytesIO

import openpyxl

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import SCORES
from cchc_metrics.services.indices.coverage import coverage
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing

AREAS = {"Tổng điểm": 100, "Cải cách thể chế": 10, "Cải cách thủ tục hành chính": 13}


def annex(desk: Desk) -> bytes:
    """A sheet as the ministry lays it out; the figures are made up by rule."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["PHỤ LỤC: KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023 CỦA CÁC TỈNH, THÀNH PHỐ"])
    sheet.append([])
    sheet.append(["TT", "Tỉnh, thành phố", *(name for area in AREAS for name in (area, "", ""))])
    sheet.append(["", "", *["Điểm", "Tỷ lệ (%)", "Xếp hạng"] * len(AREAS)])
    for place in range(len(AREAS)):
        sheet.merge_cells(start_row=3, start_column=3 + 3 * place, end_row=3, end_column=5 + 3 * place)
    for number, one in enumerate(desk.catalogue.provinces("63")):
        row: list[object] = [number + 1, one.name.replace(" (cũ)", "")]
        for most in AREAS.values():
            score = round(most * (0.95 - number * 0.004), 2)
            row += [score, round(score / most * 100, 2), number + 1]
        sheet.append(row)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def test_the_ministry_s_annex_is_read_whole_without_a_question(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    plan = intake.plan(stocked, LOCAL_OPERATOR, "PAR INDEX 2023 phu luc.xlsx", annex(desk))
    assert (plan.rejected, plan.questions, plan.rows.accepted) == (False, (), 63)
    read = plan.changes
    assert set(read["node_code"]) == {"TOTAL", "2", "3"}
    assert set(read["score_kind"]) == {"published", "published_pct"}
    storing.commit(stocked, LOCAL_OPERATOR, plan, "Phụ lục quyết định công bố")
    after = Desk.at(stocked, LOCAL_OPERATOR)
    year = next(one for one in coverage(after) if (one.index_code, one.period_id) == ("PAR INDEX", "2023"))
    assert (year.known, year.lacking) == (63, ())
    rows = after.facts(SCORES, {"index_code": ["PAR INDEX"], "period_id": ["2023"], "node_code": ["2"]})
    assert rows.loc[rows["score_kind"] == "published", "published_rank"].notna().sum() == 63
