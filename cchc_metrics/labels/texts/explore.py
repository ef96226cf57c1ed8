"""Page Tra cứu & tải về, and the files it hands out."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExploreTexts:
    """Placeholders in braces are filled with ``str.format``."""

    index: str
    period: str
    entity_code: str
    entity: str
    node_code: str
    node: str
    score_kind: str
    value: str
    unit: str
    state: str
    states: Mapping[str, str]
    max_score: str
    published_rank: str
    rank_out_of: str
    source: str
    note: str
    everything: str
    file_title: str
    as_of: str
    missing_note: str
    rank_note: str
    # The page.
    title: str
    finding: str  # {count}
    finding_some: str  # {count} {total}
    eras: Mapping[str, str]
    caption: str  # {first} {last} {count}
    page: str
    page_of: str  # {page} {pages}
    previous_page: str
    next_page: str
    rank_column: str
    exempt: str
    missing: str
    more_sources: str  # {count}
    build_note: str
    nothing_title: str
    nothing_body: str
    empty_title: str
    empty_body: str
    downloads_lead: str  # {count}
    index_and_period: str
    filter_entity: str
    filter_node: str
