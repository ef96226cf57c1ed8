"""How far a rank can be trusted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CertaintyTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str
    finding_draws: str
    finding_errors: str
    finding_without: str
    finding_without_same: str
    finding_alike: str
    finding_absent: str
    withheld: str
    rule_draws: str
    rule_errors: str
    rule_alike_draws: str
    rule_alike_errors: str
    caption: str
    axis: str
    hover: str
    table_caption: str
    column_rank: str
    column_name: str
    column_value: str
    column_span: str
    column_next: str
    span: str
    alike: str
    apart: str
    turned: str
    quartile_first: str
