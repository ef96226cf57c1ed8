"""Why a result moved, as a plain record for the command line and for programs."""

from cchc_metrics.errors import UnknownNameError
from cchc_metrics.labels import texts
from cchc_metrics.metrics.crosswalk import EFFECTS
from cchc_metrics.metrics.decomposition import OTHERWISE_MADE, Line
from cchc_metrics.model import Period, ScoreKind
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.why import Case, Why, why
from cchc_metrics.services.indices.why_facts import WhyQuestion
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.kit.sentences import plain
from cchc_metrics.views.records.ranking import Record, index_named, records
from cchc_metrics.views.why.words import rank_sentence, value_sentence


def answer(
    desk: Desk,
    index: str,
    entity: str,
    before: str,
    after: str,
    *,
    node: str = TOTAL,
    score_kind: str = ScoreKind.PUBLISHED,
) -> tuple[Record, str]:
    """The record, and the same in sentences. Raises UnknownNameError for names and for years that hold no scores.

    delta: after − before, None where the two years may not be subtracted (``case``, ``reason``). parts: direct parts
    with delta (None where it cannot be told) and, as nodes "remeasured" and "rest", the lines that close the sum.
    rank_delta = rank after − rank before (negative is better) = own_effect + others_effect wherever these are told.
    within_noise, of the whole and of each part, and rank_within_noise: noise alone may well make the change; the latter
    is None where nobody can tell.
    """
    catalogue = desk.catalogue
    asked = WhyQuestion(
        index_named(catalogue, index), catalogue.entity_named(entity).id, before, after, node, score_kind
    )
    _require_years(desk, asked)
    found = why(desk, asked)
    sentences = (value_sentence(desk, found), rank_sentence(desk, found))
    words = "\n".join(plain(sentence) for sentence in sentences if sentence)
    return _record(desk, found) | {"sentence": words.partition("\n")[0]}, words


def _require_years(desk: Desk, asked: WhyQuestion) -> None:
    held = desk.catalogue.periods(asked.index_code)
    said = texts()
    for period in (asked.before, asked.after):
        if period not in held:
            raise UnknownNameError(
                said.services.no_scores.format(index=asked.index_code, node=asked.node_code, period=period)
            )
    if asked.before == asked.after:
        raise UnknownNameError(said.why.years_equal.format(year=asked.after))
    if Period.parse(asked.before) > Period.parse(asked.after):
        raise UnknownNameError(said.why.years_reversed.format(before=asked.before, after=asked.after))


def _record(desk: Desk, found: Why) -> Record:
    return {
        "entity_id": found.entity_id,
        "name": desk.catalogue.name_of(found.entity_id),
        "index": found.index_code,
        "node": found.node.code,
        "from": found.before,
        "to": found.after,
        "case": str(found.case),
        "reason": found.reason,
        "value_before": found.value_before,
        "value_after": found.value_after,
        "delta": found.delta,
        "within_noise": found.hidden,
        "parts": _parts(found),
        "remeasured": _line(found, Line.REMEASURED),
        "rest": _line(found, Line.REST),
        **_ranks(desk, found),
        "sources": list(found.sources),
    }


def _parts(found: Why) -> list[Record]:
    if found.case is Case.CROSSWALK:
        table = found.effects[found.effects["line"] == Line.PART]
        columns = ["node_before", "node_after", "name", "value_before", "value_after", *EFFECTS, "delta"]
        return [{"node": row["node_after"] or row["node_before"], **row} for row in records(table[columns])]
    if found.parts.empty:
        return []
    told = found.parts["line"].isin([Line.PART, *OTHERWISE_MADE, Line.REMEASURED, Line.REST])
    table = found.parts[told & ~((found.parts["line"] == Line.REST) & (found.parts["delta"] == 0))]
    # The lines that no part answers for stand under their own name, so that the parts add up to delta exactly.
    codes = table["node_code"].where(table["line"].isin([Line.PART, *OTHERWISE_MADE]), table["line"])
    columns = ["node", "line", "name", "value_before", "value_after", "delta", "broken", "within_noise"]
    return records(table.assign(node=codes).rename(columns={"hidden": "within_noise"})[columns])


def _line(found: Why, line: Line) -> float | None:
    table = found.effects if found.case is Case.CROSSWALK else found.parts
    if table.empty:
        return None
    values = table.loc[table["line"] == line, "delta"].dropna()
    return float(values.iloc[0]) if len(values) else None


def _named(desk: Desk, rows: list[Record]) -> list[Record]:
    return [{"name": desk.catalogue.name_of(row["entity_id"]), **row} for row in rows]


def _ranks(desk: Desk, found: Why) -> Record:
    ranks, before, after = found.ranks, found.rank_before, found.rank_after
    alike = before.published == after.published and found.case is not Case.BROKEN
    delta = None if before.rank is None or after.rank is None or not alike else after.rank - before.rank
    told: Record = {
        "rank_before": before.rank,
        "n_before": before.n,
        "rank_after": after.rank,
        "n_after": after.n,
        "rank_delta": delta,
        "rank_within_noise": None if found.quiet.unsure else bool(delta) and found.quiet.rank,
        "own_effect": None,
        "others_effect": None,
        "field_effect": None,
        "overtook": [],
        "overtaken_by": [],
        "entered": [],
        "left": [],
    }
    if ranks is None:
        return told
    return told | {
        # Effects are taken on scores; a rank that a publisher printed otherwise stays in rank_before and rank_after.
        "rank_delta": ranks.rank_delta,
        "own_effect": ranks.own_effect,
        "others_effect": ranks.others_effect,
        "field_effect": ranks.field_effect,
        "overtook": _named(desk, records(ranks.overtook)),
        "overtaken_by": _named(desk, records(ranks.overtaken_by)),
        "entered": list(ranks.entered),
        "left": list(ranks.left),
    }
