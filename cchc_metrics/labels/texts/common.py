"""Words that every page shares: names of things, states, units, buttons."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommonTexts:
    """Words that every page shares: names of things, states, units, buttons.

    Placeholders in braces are filled with ``str.format``.
    """

    sipas: str
    papi: str
    index: str
    node: str
    period: str
    index_year: str
    province: str
    region: str
    nation: str
    peer_group: str
    score_kind: str
    value: str
    rank: str
    change: str
    target: str
    distance: str
    total: str
    quartile: str
    quartile_1: str
    quartile_2: str
    quartile_3: str
    quartile_4: str
    rank_in_nation: str
    rank_in_region: str
    places_up: str
    places_down: str
    places_same: str
    computed_rank: str
    estimate: str
    unconfirmed: str
    exempt: str
    missing: str
    status_met: str
    status_on_track: str
    status_slow: str
    status_unknown: str
    no_target: str
    source: str
    as_of: str
    method: str
    method_link: str
    enter_target: str
    go_upload: str
    download_excel: str
    download_csv: str
    yes: str
    no: str
    all: str
    error: str
    warning: str
    information: str
    finding_place: str
    finding_value: str
    finding_message: str
    finding_repeated: str
    finding_file: str
    findings_none: str
