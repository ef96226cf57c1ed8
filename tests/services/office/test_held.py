"""What is known to be held stays right without being read anew."""

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.schema import SCORES
from cchc_metrics.services.office import held
from cchc_metrics.services.office.clock import NOW
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing


def test_additions_are_joined_and_removals_read_anew(own: Office) -> None:
    desk = Desk.at(own, LOCAL_OPERATOR)
    provinces = [info.id for info in desk.catalogue.provinces()]
    before = held.held_at(own, NOW, provinces)
    some = own.store.facts(SCORES, {"index_code": ["PAPI"], "period_id": ["2024"]}).head(3)
    added = some.assign(period_id="2024-Q1", score_kind="self")
    storing.edit(own, LOCAL_OPERATOR, SCORES, added, "thêm")
    after = held.held_at(own, NOW, provinces)
    assert len(after.nodes) > len(before.nodes)
    assert _rows(after) == _rows(held._read(own, NOW, provinces))
    assert "2024-Q1" in Desk.at(own, LOCAL_OPERATOR).catalogue.periods("PAPI")
    storing.undo(own, LOCAL_OPERATOR, own.version, "bỏ")
    assert _rows(held.held_at(own, NOW, provinces)) == _rows(before)


def test_entries_about_other_things_read_no_score(own: Office) -> None:
    desk = Desk.at(own, LOCAL_OPERATOR)
    provinces = [info.id for info in desk.catalogue.provinces()]
    before = held.held_at(own, NOW, provinces)
    own.store.remove_original(2, LOCAL_OPERATOR, "thử")
    assert held.held_at(own, NOW, provinces) is before


def _rows(found: held.Held) -> list[set[tuple[object, ...]]]:
    frames = (found.kinds, found.nodes, found.entities)
    return [set(frame.itertuples(index=False, name=None)) for frame in frames]
