"""What is worth doing, held against the planner and the ranking."""

from cchc_metrics.services.indices.noise import apart
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.planning.field import Place, plan_field
from cchc_metrics.services.planning.worth import worth_doing

PLACE = Place("PAPI", "2024", "P63-45")


def test_the_part_that_promises_most_stands_first(shipped: Desk) -> None:
    found = worth_doing(shipped, PLACE)
    assert found is not None
    promises = [part.promise(found.rank) for part in found.parts]
    assert promises == sorted(promises, reverse=True)
    assert all(part.rank <= found.rank for part in found.parts)


def test_the_rank_is_that_of_the_ranking(shipped: Desk) -> None:
    found, row = worth_doing(shipped, PLACE), standing(shipped, Question("PAPI", "2024")).row("P63-45")
    assert found is not None and row is not None
    assert (found.rank, found.of) == (int(row["rank"]), int(row["n_ranked"]))


def test_a_rise_leads_to_the_best_of_the_own_group(shipped: Desk) -> None:
    field, found = plan_field(shipped, PLACE), worth_doing(shipped, PLACE)
    assert found is not None
    peers = shipped.catalogue.members("Bắc Trung Bộ", "63")
    for part in found.parts:
        held = field.held[part.code].dropna()
        group = held[held.index.isin(peers)]
        ahead = group if group.max() > held["P63-45"] else held
        assert abs(part.rise - (ahead.max() - held["P63-45"])) < 1e-9
        assert part.like == shipped.catalogue.name_of(str(ahead.idxmax()))
        assert 0 <= part.times <= part.of


def test_the_best_of_a_part_has_nothing_to_gain_in_it(shipped: Desk) -> None:
    parts = plan_field(shipped, PLACE).held
    leader = str(parts["D6"].idxmax())
    found = worth_doing(shipped, Place("PAPI", "2024", leader))
    assert found is None or "D6" not in [part.code for part in found.parts]


def test_what_is_worth_doing_tells_provinces_apart(shipped: Desk) -> None:
    # All of them: what is said first is not the same for more than a third.
    everyone = [Place("PAPI", "2024", str(entity)) for entity in plan_field(shipped, PLACE).held.index]
    found = [answer for place in everyone if (answer := worth_doing(shipped, place)) is not None]
    firsts = [answer.parts[0].code for answer in found]
    assert len(firsts) > 55
    assert max(map(firsts.count, firsts)) <= len(firsts) / 3


def test_a_distance_inside_the_noise_is_none_to_be_worked_at(shipped: Desk) -> None:
    found = worth_doing(shipped, PLACE)
    assert found is not None
    for part in found.parts:
        least = apart(shipped, "PAPI", part.code, "2024", "P63-45", other="P63-22")
        assert least is not None
        assert not least.hides(part.rise)


def test_without_enough_provinces_nothing_is_promised(shipped: Desk) -> None:
    assert worth_doing(shipped, Place("PAR INDEX", "2023", "P63-45")) is None
