"""Ranks within a group of neighbours. Formula: docs/methodology.md «Rank»."""

import pandas as pd

from cchc_metrics.metrics.exact import covers, require_grain, scored, typed
from cchc_metrics.metrics.ranking import rank_exact

PEER_DTYPES = {"entity_id": "str", "peer_rank": "Int64", "peer_count": "Int64"}


def peer_rank(table: pd.DataFrame, members: set[str], *, coverage: float = 1.0) -> pd.DataFrame:
    """Competition rank among the members of a peer group, such as 3/6 of Bắc Trung Bộ.

    table: one row per entity – entity_id, value, state (a ``ranking_table`` will do); coverage: the share of the
    members that must have a value, by default all of them.
    Result: one row per member, best first – entity_id, peer_rank, peer_count (members ranked). Both ``<NA>`` for a
    member without a value or not in the table, and for all when too few have one.
    """
    require_grain(table, ("entity_id",))
    rows = table.set_index("entity_id").reindex(sorted(members))
    exact = scored(rows)
    count = int(exact.notna().sum())
    rank = rank_exact(exact).where(exact.notna() & covers(count, len(members), coverage))
    peers = pd.DataFrame(
        {
            "entity_id": rows.index,
            "peer_rank": rank.array,
            "peer_count": pd.array([count] * len(rows), dtype="Int64"),
        }
    )
    peers["peer_count"] = peers["peer_count"].where(peers["peer_rank"].notna())
    return typed(peers.sort_values(["peer_rank", "entity_id"], na_position="last"), PEER_DTYPES)
