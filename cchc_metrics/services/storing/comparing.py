"""What a file is held against: the facts in force that it could touch, and what the comparison says of it."""

from dataclasses import replace

import pandas as pd

from cchc_metrics import importing
from cchc_metrics.labels import texts
from cchc_metrics.model import Finding, Period, RowCounts, Severity
from cchc_metrics.schema import SCORES, Kind
from cchc_metrics.services.office.office import Office


def stored_in_scope(office: Office, kind: Kind, facts: pd.DataFrame) -> pd.DataFrame:
    """Facts in force that the file could touch: those agreeing with it on the kind's scope, and on its grains."""
    where = importing.scope_of(kind, facts)
    return office.store.facts(kind, where or None, provenance=True)


def stored_beside(office: Office, kind: Kind, facts: pd.DataFrame) -> pd.DataFrame:
    """Facts in force to hold a file against: for scores of its indices also the years beside its own, all kinds."""
    if kind.name != SCORES.name:
        return stored_in_scope(office, kind, facts)
    periods = [Period.parse(period_id) for period_id in facts["period_id"].dropna().unique()]
    beside = {replace(period, year=period.year + step).id for period in periods for step in (-1, 0, 1)}
    indices = facts["index_code"].dropna().unique().tolist()
    return office.store.facts(kind, {"index_code": indices, "period_id": sorted(beside)}, provenance=True)


def same_content(rows: RowCounts) -> tuple[Finding, ...]:
    """That another file has brought all of this before, when every row of this one is accepted."""
    if not rows.accepted or rows.rejected:
        return ()
    return (Finding("same_content", Severity.INFO, texts().findings.same_content),)


def by_severity(*findings: Finding) -> tuple[Finding, ...]:
    """Errors, then warnings, then information, each as they came."""
    return tuple(sorted(findings, key=lambda finding: list(Severity).index(finding.severity)))
