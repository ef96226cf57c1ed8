"""Where facts went out of force: what is known of the rest need not be read anew."""

from dataclasses import dataclass

import pyarrow.compute as pc

from cchc_metrics.schema import Kind
from cchc_metrics.services.office.office import Office

INDEX, PERIOD = "index_code", "period_id"


@dataclass(frozen=True, slots=True)
class Gone:
    """Indices and periods; outside of them nothing went. Empty: nothing at all."""

    indices: frozenset[str]
    periods: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.periods)

    @property
    def where(self) -> dict[str, list[str]]:
        """As ``Store.facts`` takes it."""
        return {INDEX: sorted(self.indices), PERIOD: sorted(self.periods)}


def gone(office: Office, kind: Kind, after: int, upto: int) -> Gone | None:
    """Where entries took facts of a kind with index and period out of force, or changed back what earlier ones did.

    None when an entry wrote earlier ones anew: then it is known of nothing.
    """
    entries = [office.store.entry(seq) for seq in range(after + 1, upto + 1)]
    if any(one.redacts for one in entries):
        return None
    sets = [
        office.store.change_set(one) for one in entries if one.kind == kind.name and (one.counts.removed or one.undoes)
    ]
    indices, periods = (
        frozenset(str(word) for done in sets for word in pc.unique(done.column(name)).to_pylist())
        for name in (INDEX, PERIOD)
    )
    return Gone(indices, periods)


def touched(office: Office, kind: Kind, after: int, upto: int) -> bool:
    """Whether an entry did anything to facts of a kind."""
    return any(office.store.entry(seq).kind == kind.name for seq in range(after + 1, upto + 1))
