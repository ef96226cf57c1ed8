"""Figures in words: ``ranking``, ``trend``, ``shortfall``."""

import argparse
from typing import Any

from cchc_metrics.cli.commands import say
from cchc_metrics.cli.terminal import Add, desk_of, with_series
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.metrics.lineage import Method
from cchc_metrics.services.indices.sightings import CONFLICT, DERIVED
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.records import ranking


def declare(add: Add) -> None:
    """The commands of this module."""
    t = texts().cli
    one = with_series(add("ranking", _ranking, t.help_ranking), period=True)
    one.add_argument("--base", choices=("63", "34"))
    one.add_argument("--method", choices=tuple(Method), default=str(Method.WEIGHTED), help=texts().lineage.help_method)
    one.add_argument("--weight-set", help=texts().lineage.help_weight_set)
    with_series(add("trend", _trend, t.help_trend), period=False).add_argument("--entity", required=True)
    with_series(add("shortfall", _shortfall, t.help_shortfall), period=True).add_argument("--entity", required=True)


def _ranking(office: Office, options: argparse.Namespace) -> int:
    found = ranking.ranking(
        desk_of(office, options),
        options.index,
        options.period,
        options.node,
        base=options.base,
        score_kind=options.score_kind,
        method=options.method,
        weight_set=options.weight_set,
    )
    lines = [
        f"{fmt.rank_of(r['rank'], r['n_ranked']):>7}  {fmt.plain(r['value'])}  {_named(r)}{_mark(r)}" for r in found
    ]
    say(options, found, "\n".join(lines) or texts().cli.nothing_ranked)
    return 0


def _mark(row: dict[str, Any]) -> str:
    """Behind a line: that its figures were derived, or that sources differ."""
    words = texts().published.standings
    return f" ({words[row['known']]})" if row.get("known") in {DERIVED, CONFLICT} else ""


def _named(row: dict[str, Any]) -> str:
    """The province; an estimate says so, and between which bounds any weighting would put it."""
    if not row.get("estimate"):
        return str(row["name"])
    t = texts().lineage
    told = [texts().common.estimate]
    if row["low"] != row["high"]:
        told.append(t.cli_span.format(low=fmt.plain(row["low"]), high=fmt.plain(row["high"])))
    if row["method"] == Method.BAND:
        told.append(t.cli_ranks.format(best=row["rank_best"], worst=row["rank_worst"]))
    return f"{row['name']} ({', '.join(told)})"


def _trend(office: Office, options: argparse.Namespace) -> int:
    found = ranking.trend(
        desk_of(office, options), options.index, options.entity, options.node, score_kind=options.score_kind
    )
    lines = [
        f"{r['period']}  {fmt.plain(r['value'])}  {fmt.rank_of(r['rank'], r['n_ranked'])}{_mark(r)}"
        for r in found["values"]
    ]
    breaks = [f"{r['period_before']} | {r['period_after']}: {r['reason']}" for r in found["breaks"]]
    say(options, found, "\n".join(lines + breaks))
    return 0


def _shortfall(office: Office, options: argparse.Namespace) -> int:
    found = ranking.shortfall(
        desk_of(office, options),
        options.index,
        options.period,
        options.entity,
        options.node,
        score_kind=options.score_kind,
    )
    lines = [
        f"{r['node']}  {fmt.plain(r['value'])}/{fmt.plain(r['max_score'])}  {fmt.plain(r['lost_points'])}  {r['name']}"
        for r in found["parts"]
    ]
    whole = f"{options.node}  {fmt.plain(found['value'])}{_mark(found)}  {found['name']}"
    say(options, found, "\n".join([whole, *lines]))
    return 0
