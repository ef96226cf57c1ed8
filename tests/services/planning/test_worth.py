"""What is worth doing, held against the planner and the ranking."""

from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.planning.field import Place, plan_field
from cchc_metrics.services.planning.worth import worth_doing

PLACE = Place("PAPI", "2024", "P63-45")


def test_the_part_that_does_most_for_the_rank_stands_first(shipped: Desk) -> None:
    found = worth_doing(shipped, PLACE)
    assert found is not None
    ranks = [part.rank for part in found.parts]
    assert ranks == sorted(ranks)
    assert all(rank <= found.rank for rank in ranks)


def test_the_rank_is_that_of_the_ranking(shipped: Desk) -> None:
    found, row = worth_doing(shipped, PLACE), standing(shipped, "PAPI", "2024", "TOTAL").row("P63-45")
    assert found is not None and row is not None
    assert (found.rank, found.of) == (int(row["rank"]), int(row["n_ranked"]))


def test_a_rise_is_one_that_years_have_brought_and_ends_at_the_best(shipped: Desk) -> None:
    field, found = plan_field(shipped, PLACE), worth_doing(shipped, PLACE)
    assert found is not None
    parts = field.parts.set_index("node_code")
    for part in found.parts:
        row = parts.loc[part.code]
        assert 0 < part.rise <= min(row["attainable"], row["best"] - row["value"]) + 1e-9
        assert 0 < part.times <= part.of


def test_the_best_of_a_part_has_nothing_to_gain_in_it(shipped: Desk) -> None:
    parts = plan_field(shipped, PLACE).held
    leader = str(parts["D6"].idxmax())
    found = worth_doing(shipped, Place("PAPI", "2024", leader))
    assert found is None or "D6" not in [part.code for part in found.parts]


def test_what_is_worth_doing_tells_provinces_apart(shipped: Desk) -> None:
    firsts = []
    for entity in plan_field(shipped, PLACE).held.index[:8]:
        found = worth_doing(shipped, Place("PAPI", "2024", str(entity)))
        if found is not None:
            firsts.append(found.parts[0].code)
    assert len(set(firsts)) > 1


def test_without_enough_provinces_nothing_is_promised(shipped: Desk) -> None:
    assert worth_doing(shipped, Place("PAR INDEX", "2023", "P63-45")) is None
