"""«Tôi có bảng đầy đủ của Bộ»: provinces down, and of each area the score, the percentage and the rank across."""

from collections.abc import Mapping

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import SCORES
from cchc_metrics.services.indices.coverage import coverage
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.annex import annex

PLAIN = {"Tổng điểm": 100, "Cải cách thể chế": 10, "Cải cách thủ tục hành chính": 13}
NUMBERED = {"Chỉ số CCHC": 100, "II. Cải cách thể chế": 10, "III. Cải cách thủ tục hành chính": 13}


def provinces_of(desk: Desk) -> list[str]:
    return [one.name.replace(" (cũ)", "") for one in desk.catalogue.provinces("63")]


@pytest.mark.parametrize("areas", [PLAIN, NUMBERED], ids=["plain names", "Roman numbers"])
def test_the_ministry_s_annex_is_read_whole_without_a_question(stocked: Office, areas: Mapping[str, int]) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    plan = intake.plan(stocked, LOCAL_OPERATOR, "Phu luc II.xlsx", annex(provinces_of(desk), areas))
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
