"""What a file is held against: the facts in force that it could touch, and what the comparison says of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from cchc_metrics import importing
from cchc_metrics.labels import texts
from cchc_metrics.model import EntityType, Finding, Period, RowCounts, Severity
from cchc_metrics.schema import SCORES, Kind
from cchc_metrics.services.office.office import Office


def stored_in_scope(office: Office, kind: Kind, facts: pd.DataFrame) -> pd.DataFrame:
    """Facts in force that the file could touch: those agreeing with it on the kind's scope, and on its grains."""
    where = importing.scope_of(kind, facts)
    return office.store.facts(kind, where or None, provenance=True)


def stored_beside(office: Office, kind: Kind, facts: pd.DataFrame) -> pd.DataFrame:
    """Facts in force to hold a file against: for scores those of its indices in its periods, all kinds, and those of
    provinces in the years beside."""
    if kind.name != SCORES.name:
        return stored_in_scope(office, kind, facts)
    own = [Period.parse(period_id) for period_id in facts["period_id"].dropna().unique()]
    beside = {replace(period, year=period.year + step) for period in own for step in (-1, 1)}
    indices = facts["index_code"].dropna().unique().tolist()

    def stored(periods: Collection[Period], **more: Sequence[object]) -> pd.DataFrame:
        where = {"index_code": indices, "period_id": sorted(period.id for period in periods), **more}
        return office.store.facts(kind, where, provenance=True)

    # Only among provinces is a change from year to year judged: communes are as many as the file's own again.
    near = stored(beside.difference(own), entity_id=provinces_of(office))
    found = stored(own)
    return pd.concat([found, near], ignore_index=True) if len(found) and len(near) else near if len(near) else found


def provinces_of(office: Office) -> list[str]:
    """The ids of all provinces of both eras."""
    entities = office.store.snapshot().entities
    return entities.loc[entities["entity_type"] == EntityType.PROVINCE, "entity_id"].tolist()


def same_content(rows: RowCounts) -> tuple[Finding, ...]:
    """That another file has brought all of this before, when every row of this one is accepted."""
    if not rows.accepted or rows.rejected:
        return ()
    return (Finding("same_content", Severity.INFO, texts().findings.same_content),)


def by_severity(*findings: Finding) -> tuple[Finding, ...]:
    """Errors, then warnings, then information, each as they came."""
    return tuple(sorted(findings, key=lambda finding: list(Severity).index(finding.severity)))
