"""The base of 34 on the shipped facts."""

import pandas as pd
import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import UnknownNameError
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.model import scaled
from cchc_metrics.schema import LINEAGE_WEIGHTS, SCORES
from cchc_metrics.services.indices.lineage import (
    links_at,
    pro_forma_series,
    pro_forma_standing,
    way_of,
    weight_sets,
    weights_in,
)
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.storing import storing
from cchc_metrics.views.kit.table_file import workbook_of
from cchc_metrics.views.lineage.page import LineageFilters, page
from cchc_metrics.views.records import ranking
from cchc_metrics.views.records.lineage import lineage
from tests.files import workbook_of as file_of

HOME, OLD, TWIN = "P34-44", "P63-45", "P63-44"


def asked(period: str = "2024", method: str = "weighted", node: str = "TOTAL", index: str = "PAPI") -> LineageFilters:
    return LineageFilters(index, period, node, "published", HOME, method, "")


def test_sixty_three_became_thirty_four_and_eleven_are_unchanged(shipped: Desk) -> None:
    links = links_at(shipped)
    assert len(links) == 63
    assert links["successor_id"].nunique() == 34
    assert int(links["unchanged"].sum()) == 11
    assert int(links.groupby("successor_id")["namesake"].sum().min()) == 1


def test_the_usual_weights_claim_nothing_and_stand_first(shipped: Desk) -> None:
    assert weight_sets(shipped) == ("Bằng nhau", "Dân số trung bình 2020", "Số xã, phường, đặc khu (2025)")
    counted = weights_in(shipped, "Số xã, phường, đặc khu (2025)")
    assert counted is not None
    assert counted["weight"].sum() == 3321
    assert counted["source"].notna().all()


def test_an_unknown_set_is_refused_with_the_names_there_are(shipped: Desk) -> None:
    with pytest.raises(UnknownNameError, match="Bằng nhau"):
        way_of(shipped, weight_set="Dân số 1999")


@pytest.mark.parametrize("method", list(Method))
def test_the_eleven_unchanged_are_identical_on_both_bases_in_every_year(shipped: Desk, method: Method) -> None:
    links = links_at(shipped)
    published = shipped.facts(SCORES, {"index_code": ["PAPI"], "node_code": ["TOTAL"]}).set_index(
        ["entity_id", "period_id"]
    )["value"]
    for new, old in links.loc[links["unchanged"], ["successor_id", "predecessor_id"]].itertuples(index=False):
        history = pro_forma_series(shipped, "PAPI", new, way=way_of(shipped, method)).history.set_index("period_id")
        assert not history["estimate"].any()
        assert scaled(history["value"]).equals(scaled(published[old].reindex(history.index)))


def test_a_province_with_a_withheld_predecessor_is_not_ranked(shipped: Desk) -> None:
    found = pro_forma_standing(shipped, Question("PAPI", "2024"), way=way_of(shipped))
    for absent in ("P34-25", "P34-82"):
        row = found.row(absent)
        assert row is not None
        assert pd.isna(row["value"])
        assert pd.isna(row["rank"])
    assert set(found.table["n_ranked"].dropna()) == {32}


def test_no_stretch_of_the_estimate_crosses_a_listed_break(shipped: Desk) -> None:
    found = pro_forma_series(shipped, "PAPI", HOME, way=way_of(shipped))
    broken = found.breaks[found.breaks["broken"]]
    assert broken["reason_code"].value_counts().to_dict() == {"declared": 2, "suspect": 3}
    for frame in (found.history, found.parts[found.parts["entity_id"] == OLD]):
        segment = frame.set_index("period_id")["segment"]
        for before, after in broken[["period_before", "period_after"]].itertuples(index=False):
            assert segment[before] != segment[after]


def test_estimates_are_never_stored(shipped: Desk) -> None:
    pro_forma_standing(shipped, Question("PAPI", "2024"), way=way_of(shipped))
    assert shipped.facts(SCORES, {"entity_id": [HOME]}).empty


def published_on_34(office: Office, year: str = "2025") -> Desk:
    """The office after the first result of the new provinces came in: one for Quảng Trị, one for Hà Nội."""
    rows = [
        {
            "Bộ chỉ số": "PAPI",
            "Kỳ": year,
            "Mã đơn vị": code,
            "Mã tiêu chí": "TOTAL",
            "Điểm": value,
            "Nguồn": "thử nghiệm",
        }
        for code, value in ((HOME, 45.5), ("P34-01", 44.0))
    ]
    plan = intake.plan(office, LOCAL_OPERATOR, "diem.xlsx", file_of(rows), "scores")
    assert not plan.rejected, plan.findings
    storing.commit(office, LOCAL_OPERATOR, plan, "thử")
    return Desk.at(office, LOCAL_OPERATOR)


def test_no_line_joins_the_estimate_to_what_was_published_after_the_merger(stocked: Office) -> None:
    desk = published_on_34(stocked)
    history = pro_forma_series(desk, "PAPI", HOME, way=way_of(desk)).history.set_index("period_id")
    assert history.loc["2025", "estimate"] is False or not history.loc["2025", "estimate"]
    assert history.loc["2025", "value"] == 45.5
    assert history.loc["2025", "segment"] != history.loc["2024", "segment"]
    assert pd.isna(history.loc["2025", "change"])


def test_a_period_published_on_34_is_shown_as_published(stocked: Office) -> None:
    view = page(published_on_34(stocked), asked("2025"))
    assert "ước tính" not in view.title
    assert view.mergers is None


def test_a_weight_set_of_the_office_is_used_at_once(stocked: Office) -> None:
    rows = [
        {"Bộ trọng số": "Dân số", "Mã hệ thống": code, "Trọng số": weight, "Nguồn": "thử"}
        for code, weight in ((OLD, 1), (TWIN, 3))
    ]
    plan = intake.plan(stocked, LOCAL_OPERATOR, "trong-so.xlsx", file_of(rows, LINEAGE_WEIGHTS), "lineage-weights")
    assert not plan.rejected, plan.findings
    storing.commit(stocked, LOCAL_OPERATOR, plan, "thử")
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    row = pro_forma_standing(desk, Question("PAPI", "2024"), way=way_of(desk, weight_set="Dân số")).row(HOME)
    assert row is not None
    assert row["value"] == round((44.747268 + 3 * 43.8048) / 4, 9)


def test_the_page_names_the_estimate_its_parts_and_its_method(shipped: Desk) -> None:
    view = page(shipped, asked())
    assert view.title == (
        "Quảng Trị (từ 01/7/2025): ước tính 44,28 điểm (43,80 – 44,75 theo mọi cách cho trọng số) PAPI 2024, "
        "hạng 13/32 trên hệ 34 tỉnh"
    )
    assert "Quảng Trị (cũ) 44,75 điểm và Quảng Bình (cũ) 43,80 điểm" in view.finding
    assert "không phải số công bố" in view.finding
    assert "Ước tính, không phải số công bố" in view.source.note
    absent = [row.cells[0] for row in view.standing.rows if row.aside]
    assert "Phú Thọ: chưa ước tính vì Vĩnh Phúc chưa có số liệu" in absent


def test_a_thin_index_says_who_is_missing(shipped: Desk) -> None:
    view = page(shipped, asked("2023", index="PAR INDEX"))
    assert view.title == "Quảng Trị (từ 01/7/2025): chưa ước tính được PAR INDEX 2023"
    assert view.finding.startswith("Quảng Bình (cũ) chưa có số liệu")


def test_the_old_method_takes_the_namesake_alone(shipped: Desk) -> None:
    row = pro_forma_standing(shipped, Question("PAR INDEX", "2023"), way=way_of(shipped, "old")).row(HOME)
    assert row is not None
    assert (row["value"], bool(row["estimate"]), row["rank"] is pd.NA) == (86.25, True, True)


def test_the_file_says_that_it_holds_estimates(shipped: Desk) -> None:
    file = page(shipped, asked()).file
    assert file.mark == "Ước tính, không phải số công bố"
    assert workbook_of(shipped, file)[:2] == b"PK"


def test_answers_on_34_mark_every_estimate(shipped: Desk) -> None:
    for method in Method:
        rows = ranking.ranking(shipped, "PAPI", "2024", base="34", method=method)
        assert {row["method"] for row in rows} == {str(method)}
        by_id = {row["entity_id"]: row for row in rows}
        assert by_id[HOME]["estimate"] is True
        assert by_id["P34-01"]["estimate"] is False
        assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)
    assert by_id[HOME]["value"] == 44.747268
    assert by_id[HOME]["weight_set"] is None


def test_lineage_answers_hold_links_and_shares_that_sum_to_one(shipped: Desk) -> None:
    found = lineage(shipped)
    assert len(found["links"]) == 34
    for held in found["weight_sets"]:
        summed = pd.DataFrame(held["weights"]).groupby("successor_id")["share"].sum()
        assert summed.round(12).eq(1).all()
        assert len(held["weights"]) == 63
