"""No sentence calls a change inside the noise a rise or a fall: a seeded sample in each run, all in a full audit."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from cchc_metrics.metrics.lineage import Method
from cchc_metrics.services.indices.country import atlas_rows
from cchc_metrics.services.indices.lineage import BEFORE, way_of
from cchc_metrics.services.indices.noise import noise_of, swing
from cchc_metrics.services.indices.places import likely_ranks
from cchc_metrics.services.indices.results import latest
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.indices.why import Why, why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.question import Question
from cchc_metrics.views.atlas.words import change_words
from cchc_metrics.views.kit.result_card import facts_of
from cchc_metrics.views.kit.sentences import plain
from cchc_metrics.views.ranking.page import RankingFilters
from cchc_metrics.views.ranking.page import page as ranking
from cchc_metrics.views.records.ranking import ranking as records
from cchc_metrics.views.trend.words import HiddenByNoise
from cchc_metrics.views.trend.words import finding as trend_finding
from cchc_metrics.views.why.words import rank_sentence, value_sentence
from tests.audit.recompute import UNIT, Scores
from tests.audit.test_audit import DIMENSIONS, EVERYTHING, YEARS, sampled

NODES = ("TOTAL", *DIMENSIONS)
# Words that make a rise or a fall of a difference.
MOVED = re.compile(r"\b(tăng|giảm|đưa lên|kéo xuống|giúp lên|đẩy xuống)\b")
QUIET = "không đáng kể"


def steps_told(desk: Desk) -> list[tuple[str, str]]:
    """(node, year) of every ranking with changes that may be told."""
    cases = [(node, year) for node in NODES for year in YEARS[1:] if year in desk.catalogue.periods("PAPI", node)]
    return [case for case in cases if standing(desk, Question("PAPI", case[1], case[0])).table["change"].notna().any()]


def is_quiet(desk: Desk, node: str, year: str, entity: str, change: float) -> bool:
    known = swing(desk, "PAPI", node, (str(int(year) - 1), year), entity)
    return known is not None and known.hides(change)


def test_the_declared_noise_is_what_the_raw_files_give(shipped: Desk, scores: Scores) -> None:
    for node in NODES:
        years = {year: pd.Series(scores["PAPI", year, node]) / UNIT for year in YEARS[-4:]}
        changes = pd.DataFrame(years).diff(axis=1).iloc[:, 1:]
        square = (((changes - changes.mean()) ** 2).to_numpy(dtype="float64") / 2).ravel()
        found = noise_of(shipped, Question("PAPI", "2024", node), [])
        assert found is not None
        assert found.panel is not None
        assert found.panel.upper == pytest.approx(float(pd.Series(square).mean()) ** 0.5, rel=1e-6), node


def test_trend_and_map_call_a_change_what_it_is(shipped: Desk) -> None:
    way, met = way_of(shipped, Method.WEIGHTED), {True: 0, False: 0}
    for node, year in sampled(steps_told(shipped), 2):
        shown = atlas_rows(shipped, Question("PAPI", year, node), base=BEFORE, way=way)
        rows = shown.rows[shown.rows["change"].notna() & (shown.rows["change"] != 0)]
        held = series(shipped, "PAPI", list(rows["entity_id"]), node)
        past = replace(held, history=held.history[held.history["period_id"] <= year])
        for row in rows.to_dict("records"):
            entity, quiet = row["entity_id"], is_quiet(shipped, node, year, row["entity_id"], row["change"])
            said = trend_finding(past, "điểm", [entity], HiddenByNoise(shipped)).partition("; tính từ năm")[0]
            for words in (said, change_words(shown, pd.Series(row), "điểm")):
                assert bool(MOVED.search(words)) is not quiet, words
                assert not quiet or QUIET in words, words
            met[quiet] += 1
    assert min(met.values()) > 5


def test_a_ranking_says_of_a_move_in_rank_what_it_is(shipped: Desk) -> None:
    met = {True: 0, False: 0}
    for node, year in sampled(steps_told(shipped), 2):
        before = str(int(year) - 1)
        likely = likely_ranks(shipped, Question("PAPI", before, node))
        changes = standing(shipped, Question("PAPI", year, node)).table.set_index("entity_id")["change"]
        told = records(shipped, "PAPI", year, node)
        some = [(row["entity_id"],) for row in told if row["previous_rank"] not in (None, row["rank"])]
        titled = {entity for (entity,) in (some if EVERYTHING else sampled(some, 6))}
        for row in told:
            entity = row["entity_id"]
            if row["previous_rank"] in (None, row["rank"]):
                assert row["within_noise"] in (None, False)
                continue
            inside = entity in likely and likely[entity][0] <= row["rank"] <= likely[entity][1]
            quiet = inside or is_quiet(shipped, node, year, entity, float(changes[entity]))
            assert row["within_noise"] is quiet
            met[quiet] += 1
            if entity in titled:
                title = ranking(shipped, RankingFilters("PAPI", year, node, "published", "", entity, False)).title
                assert bool(MOVED.search(title)) is not quiet, title
                assert (QUIET in title) is quiet, title
    assert min(met.values()) > 5


def names_of_moves(found: Why) -> set[str]:
    return set(found.parts.loc[found.parts["hidden"].astype(bool), "name"]) if len(found.parts) else set()


def test_why_tells_neither_rise_nor_cause_inside_the_noise(shipped: Desk) -> None:
    provinces = [one.id for one in shipped.catalogue.provinces("63")]
    cases = [(entity, year, node) for entity in provinces for node, year in steps_told(shipped)]
    quiet = 0
    for entity, year, node in sampled(cases, 10):
        found = why(shipped, WhyQuestion("PAPI", entity, str(int(year) - 1), year, node))
        whole, rank = plain(value_sentence(shipped, found)), plain(rank_sentence(shipped, found))
        if found.hidden:
            quiet += 1
            assert QUIET in whole.partition(";")[0], whole
            assert not MOVED.search(whole.partition(";")[0]), whole
        for clause in re.split("; ", whole):
            if MOVED.search(clause):
                assert not any(f"{name} (" in clause for name in names_of_moves(found)), clause
        if found.quiet.rank and found.rank_before.rank != found.rank_after.rank:
            assert QUIET in rank, rank
            assert not MOVED.search(rank), rank
    assert quiet > 1


def test_a_card_says_of_its_change_what_it_is(shipped: Desk) -> None:
    met = {True: 0, False: 0}
    provinces = [(one.id,) for one in shipped.catalogue.provinces("63")]
    for (entity,) in provinces if EVERYTHING else sampled(provinces, 12):
        found = latest(shipped, entity, "PAPI")
        if found is None or pd.isna(found.row["change"]):
            continue
        quiet = is_quiet(shipped, "TOTAL", found.standing.period_id, entity, float(found.row["change"]))
        words = " ".join(facts_of(found))
        assert not (quiet and MOVED.search(words)), words
        assert (QUIET in words) is (quiet or found.quiet.rank), words
        met[quiet] += 1
    assert min(met.values()) > 0
