"""Page Xếp hạng."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RankingTexts:
    """Page Xếp hạng.

    Placeholders in braces are filled with ``str.format``.
    """

    eyebrow: str  # {index}
    subject: str  # {index} {period}
    subject_part: str  # {index} {period} {node}
    subject_kind: str  # {subject} {kind}
    # The finding
    belongs: str
    group_named: str  # {group}
    group_prefix: str
    rank_computed: str  # {rank}
    rank_published: str  # {rank}
    headline: str  # {subject} {name} {parts}
    since: str  # {change} {period}
    has_value: str  # {value}
    nothing_of_us: str  # {subject} {name}
    last_told: str  # {name} {period}
    withheld: str
    in_peers: str  # {group} {rank}
    peers_withheld: str  # {group}
    best: str  # {name} {value} {gap}
    best_only: str  # {name} {value}
    we_are_best: str
    target: str  # {target} {left}
    target_only: str  # {target}
    target_met: str  # {target}
    target_rank: str  # {rank}
    target_rank_left: str  # {rank} {places}
    target_rank_met: str  # {rank}
    incomplete: str  # {count} {population}
    incomplete_unranked: str  # {count} {population}
    break_before: str  # {period} {reason}
    unconfirmed: str
    without_value: str  # {count} {names}
    # Filters
    province: str
    nation: str
    show: str
    show_top: str
    show_all: str
    # Chart and table
    caption: str  # {node} {index} {period} {scale}
    caption_group: str  # {caption} {group}
    scale_max: str  # {unit} {max}
    scale: str  # {unit}
    hover: str  # {name} {value}
    hover_peers: str  # {rank} {group}
    hover_previous: str  # {period} {rank}
    column_peer_rank: str  # {group}
    column_previous: str  # {period}
    column_change: str
    column_source: str
    rows_hidden: str  # {first} {last}
    row_hidden: str  # {rank}
    rows_unknown: str  # {first} {last}
    row_unknown: str  # {rank}
    absent: str  # {name} {state}
    state_because: str  # {state} {reason}
    rank_note_computed: str
    rank_note_published: str
    rank_note_estimate: str
    # On the base of 34
    filter_base: str
    bases: Mapping[str, str]
    subject_estimate: str  # {subject}
    caption_estimate: str  # {caption}
    table_caption: str  # {subject}
    no_previous: str  # {period}
    ranks_computed: str
    one_source: str  # {source}
    empty_title: str
    empty_body: str
    no_scores_title: str  # {index}
    no_scores_body: str  # {index}
    no_rows_title: str
    no_rows_body: str
