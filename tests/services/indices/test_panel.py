"""What is computed from all provinces stays while units report, and no longer than until a figure changes."""

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import DUE_DAYS, SCORES, UNIT_REPORTS
from cchc_metrics.services.indices.panel import panel_runs
from cchc_metrics.services.indices.places import likely_ranks
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question, where
from cchc_metrics.services.storing import storing
from tests.reporting_office import at, keep, values

ASKED = Question("PAPI", "2023")


def test_a_unit_s_report_and_a_due_day_leave_what_was_computed_from_all_provinces(own: Office) -> None:
    before, version = likely_ranks(at(own), ASKED), own.version
    keep(own, UNIT_REPORTS, values("HC-TC", "2026-FY", {"1.1": 4}))
    storing.undo(own, LOCAL_OPERATOR, own.version, "thử")
    keep(own, DUE_DAYS, at(own).facts(DUE_DAYS).head(1).assign(due_day=21).to_dict("records"))
    assert own.version == version + 3
    assert likely_ranks(at(own), ASKED) is before


def test_a_corrected_score_and_its_undoing_are_seen_at_once(own: Office) -> None:
    which = where(index_code="PAPI", period_id="2023", node_code="TOTAL", entity_id="P63-45", score_kind="published")
    row = own.store.facts(SCORES, which).to_dict("records")[0]
    before = panel_runs(at(own), "PAPI", "TOTAL")[-1].loc["P63-45", "2023"]
    keep(own, SCORES, [{**row, "value": before + 1}])
    assert panel_runs(at(own), "PAPI", "TOTAL")[-1].loc["P63-45", "2023"] == before + 1
    storing.undo(own, LOCAL_OPERATOR, own.version, "thử")
    assert panel_runs(at(own), "PAPI", "TOTAL")[-1].loc["P63-45", "2023"] == before
