"""The preview says what a file would do to ranks before anything is stored."""

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.services.indices.rank_effects import with_ranks
from cchc_metrics.services.intake import intake
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from cchc_metrics.views.records import ranking
from cchc_metrics.views.upload import Tab, preview
from tests.services.intake.test_intake_path import QUANG_TRI, score, workbook


def test_the_preview_tells_the_rank_that_the_ranking_shows_after_the_commit(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    before = {r["name"]: r["rank"] for r in ranking.ranking(desk, "PAPI", "2024", "D1")}
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("5,6"), score("5,5", name="Hà Tĩnh")]))
    told = with_ranks(desk, plan, plan.changes)
    storing.commit(stocked, LOCAL_OPERATOR, plan, "đính chính")
    after = {r["name"]: r["rank"] for r in ranking.ranking(Desk.at(stocked, LOCAL_OPERATOR), "PAPI", "2024", "D1")}
    named = told.assign(name=[desk.catalogue.name_of(e) for e in told["entity_id"]]).set_index("name")
    for name in (QUANG_TRI, "Hà Tĩnh"):
        assert (named.loc[name, "rank_before"], named.loc[name, "rank_after"]) == (before[name], after[name])


def test_the_table_shows_the_effect_on_the_rank(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([score("9,5")]))
    table = preview(desk, plan, Tab.CHANGED).table
    assert table is not None
    place = [column.header for column in table.columns].index("Hạng tính lại")
    assert table.rows[0].cells[place].endswith("→ 1")


def test_no_rank_is_told_where_too_few_provinces_have_a_value(stocked: Office) -> None:
    desk = Desk.at(stocked, LOCAL_OPERATOR)
    row = ["PAR INDEX", 2023, None, "Hà Giang", "TOTAL", None, None, "80,5", None, None, "kiểm thử", None]
    plan = intake.plan(stocked, LOCAL_OPERATOR, "a.xlsx", workbook([row]))
    told = with_ranks(desk, plan, plan.changes)
    assert told[["rank_before", "rank_after"]].isna().all(axis=None)
