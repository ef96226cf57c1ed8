"""What is said where figures bear least: kept word by word in ``sentences.txt`` beside this file."""

import os
from pathlib import Path

from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.results import latest
from cchc_metrics.services.indices.series import series
from cchc_metrics.services.indices.why import why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.gap.page import GapFilters
from cchc_metrics.views.gap.page import page as gap
from cchc_metrics.views.kit.result_card import card, empty_card
from cchc_metrics.views.kit.sentences import plain
from cchc_metrics.views.ranking.page import RankingFilters
from cchc_metrics.views.ranking.page import page as ranking
from cchc_metrics.views.trend.words import HiddenByNoise
from cchc_metrics.views.trend.words import finding as trend
from cchc_metrics.views.why.words import rank_sentence, value_sentence

KEPT = Path(__file__).with_name("sentences.txt")
OURS, CAO_BANG, TIEN_GIANG, THAI_NGUYEN, TAY_NINH, QUANG_BINH = (
    "P63-45",
    "P63-04",
    "P63-82",
    "P63-19",
    "P63-72",
    "P63-44",
)


def moved(desk: Desk, entity: str, after: str, node: str = TOTAL) -> str:
    found = why(desk, WhyQuestion("PAPI", entity, str(int(after) - 1), after, node))
    return " ".join(filter(None, (plain(value_sentence(desk, found)), plain(rank_sentence(desk, found)))))


def ranked(desk: Desk, index: str, period: str, entity: str) -> str:
    view = ranking(desk, RankingFilters(index, period, TOTAL, "published", "", entity, False))
    return f"{view.title}. {view.finding}"


def over_years(desk: Desk, index: str, entity: str, node: str = TOTAL) -> str:
    return trend(series(desk, index, [entity], node), "điểm", [entity], HiddenByNoise(desk))


def carded(desk: Desk, index: str, entity: str) -> str:
    found = latest(desk, entity, index)
    shown = card(desk, found) if found else empty_card(desk, desk.catalogue.entity(entity), index)
    return " · ".join(filter(None, (shown.heading, f"{shown.value} {shown.unit}".strip(), *shown.facts, shown.empty)))


def told(desk: Desk) -> list[tuple[str, str]]:
    return [
        ("inside noise: why", moved(desk, OURS, "2024")),
        ("inside noise: ranking", ranked(desk, "PAPI", "2024", OURS)),
        ("inside noise: card", carded(desk, "PAPI", OURS)),
        ("inside noise: trend", over_years(desk, "PAPI", OURS)),
        ("inside noise: distance to the best", gap(desk, GapFilters("PAPI", "2024", OURS, against="cao-nhat")).finding),
        ("inside noise: distance to the mean", gap(desk, GapFilters("PAPI", "2024", OURS, against="vung")).finding),
        ("outside noise: why", moved(desk, TAY_NINH, "2024")),
        ("outside noise: ranking", ranked(desk, "PAPI", "2024", TAY_NINH)),
        ("new part", moved(desk, OURS, "2018", "D2")),
        ("new and dropped part", moved(desk, OURS, "2018", "D3")),
        ("suspect break: a dimension", moved(desk, OURS, "2019", "D7")),
        ("suspect break: the total", moved(desk, OURS, "2021")),
        ("conflict: a rank", ranked(desk, "SIPAS", "2022", TIEN_GIANG)),
        ("derived: a rank", ranked(desk, "PAR INDEX", "2022", CAO_BANG)),
        ("derived: a value", ranked(desk, "SIPAS", "2020", THAI_NGUYEN)),
        ("derived: the rank before", carded(desk, "SIPAS", "P63-24")),
        ("rank range", carded(desk, "SIPAS", "P63-60")),
        ("rank range: ranking", ranked(desk, "SIPAS", "2020", QUANG_BINH)),
    ]


def test_what_is_said_of_uncertain_figures(shipped: Desk) -> None:
    text = "\n".join(f"## {case}\n{words}\n" for case, words in told(shipped))
    if os.environ.get("CCHC_ACCEPT_GOLDEN"):
        KEPT.write_text(text, encoding="utf-8")
    assert text == KEPT.read_text(encoding="utf-8"), "look at it; CCHC_ACCEPT_GOLDEN=1 keeps it"
