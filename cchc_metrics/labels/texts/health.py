"""The state of the system: limits, repairs, checks."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HealthTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    finding: str  # {version} {who} {moment} {limits}
    finding_empty: str  # {limits}
    all_on: str
    some_off: str  # {names}
    read_only: str  # {reason}
    repaired: str  # {sentences}
    store_caption: str  # {moment}
    item: str
    value: str
    version: str
    version_value: str  # {version}
    nothing_yet: str
    last_entry: str
    last_entry_value: str  # {moment} {who} {what}
    typed: str
    at_start: str
    at_start_fine: str
    can_store: str
    can_store_yes: str
    folder: str
    journal: str
    archive: str
    archive_value: str  # {size} {count}
    database: str
    free: str
    kilobytes: str  # {size}
    megabytes: str  # {size}
    gigabytes: str  # {size}
    limits_title: str
    limits_lead: str
    limits_caption: str  # {on} {count}
    limit: str
    level: str
    state: str
    setting: str
    on: str
    off: str
    fixed: str
    limit_names: Mapping[str, str]  # workbooks.LimitState.name -> words
    limit_values: Mapping[str, str]  # workbooks.LimitState.name -> {value} with its unit
    reasons: Mapping[str, str]  # workbooks.LimitState.reason -> sentence
    libraries_title: str
    libraries_lead: str
    libraries_caption: str
    library: str
    library_version: str
    used_for: str
    uses: Mapping[str, str]  # library -> what it does here
    verify_title: str
    verify_lead: str
    verify: str
    verifying: str
    verified: str  # {moment} {entries} {facts}
    verify_found: str  # {moment} {count}
    verify_failed: str  # {reason}
    verify_older: str  # {version}
    problems_caption: str
    problem: str
