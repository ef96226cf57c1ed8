"""Which moves in rank noise alone may well make."""

from math import sqrt

from cchc_metrics.services.indices.country import atlas_rows
from cchc_metrics.services.indices.lineage import AFTER, pro_forma_standing, way_of
from cchc_metrics.services.indices.noise import noise_of
from cchc_metrics.services.indices.places import likely_ranks, quiet_moves
from cchc_metrics.services.indices.places_on_base import quiet_estimates
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question

OURS, TAY_NINH, NGHE_AN = "P63-45", "P63-72", "P63-40"


def test_a_move_inside_what_a_next_survey_gives_is_quiet_and_one_far_outside_is_not(shipped: Desk) -> None:
    low, high = likely_ranks(shipped, Question("PAPI", "2023"))[OURS]
    assert low <= 14 <= high
    moves = quiet_moves(shipped, Question("PAPI", "2024"))
    assert (moves[OURS].score, moves[OURS].rank) == (True, True)
    assert (moves[TAY_NINH].score, moves[TAY_NINH].rank) == (False, False)


def test_a_rank_of_a_survey_without_both_scores_is_claimed_neither_way(shipped: Desk) -> None:
    move = quiet_moves(shipped, Question("SIPAS", "2024"))[NGHE_AN]
    assert (move.unsure, move.rank) == (True, False)


def test_of_an_index_that_authorities_judge_nothing_is_known(shipped: Desk) -> None:
    assert quiet_moves(shipped, Question("PAR INDEX", "2023")) == {}
    assert likely_ranks(shipped, Question("PAR INDEX", "2023")) == {}


def test_an_estimate_of_two_bears_less_noise_than_one_of_them_and_its_moves_are_judged_by_it(shipped: Desk) -> None:
    made = pro_forma_standing(shipped, Question("PAPI", "2023"), way=way_of(shipped))
    quiet = quiet_estimates(shipped, made)
    noise = noise_of(shipped, Question("PAPI", "2023"), [])
    assert noise is not None and noise.panel is not None
    # Two predecessors of equal weight in both years: 1.645 · √2 · s/√2.
    limit = 1.6449 * noise.panel.upper / sqrt(2) * sqrt(2)
    pairs = made.parts.groupby("successor_id").size()
    checked = 0
    for row in made.table.dropna(subset=["change"]).to_dict("records"):
        if pairs[row["entity_id"]] == 2 and abs(abs(row["change"]) - limit) > 0.1:
            assert quiet[row["entity_id"]].score is (abs(row["change"]) < limit), row
            checked += 1
    assert checked > 3
    rows = atlas_rows(shipped, Question("PAPI", "2023"), base=AFTER, way=way_of(shipped)).rows.set_index("entity_id")
    assert {one for one in quiet if quiet[one].score} == set(rows.index[rows["hidden"]])
