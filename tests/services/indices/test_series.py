"""The years of an entity beside those of all provinces."""

from cchc_metrics.schema import ENTITIES, SCORES
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import where
from tests.reporting_office import at, keep


def test_years_that_only_a_commune_has_are_joined_as_those_of_provinces_are(own: Office) -> None:
    keep(own, ENTITIES, [{"entity_id": "X34-1", "entity_type": "commune", "era": "34", "name": "Xã A", "code": "1"}])
    which = where(index_code="PAPI", period_id="2024", node_code="TOTAL", entity_id="P63-45", score_kind="published")
    row = own.store.facts(SCORES, which).to_dict("records")[0]
    rows = [
        {**row, "entity_id": "X34-1", "period_id": year, "value": value}
        for year, value in (("2031", 40.0), ("2032", 41.5))
    ]
    keep(own, SCORES, rows)
    found = series(at(own), "PAPI", ["X34-1", "P63-45"])
    told = found.history[found.history["entity_id"] == "X34-1"]
    assert told["period_id"].tolist() == ["2031", "2032"]
    assert told["segment"].tolist() == [1, 1] and told["change"].tolist()[1] == 1.5
    assert set(found.history["entity_id"]) == {"X34-1", "P63-45"}
