"""One person at the open office: who asks, of which data version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from cchc_metrics.model import Actor
from cchc_metrics.schema import Kind
from cchc_metrics.services.catalogue import Catalogue
from cchc_metrics.services.office import Office


@dataclass(frozen=True, slots=True)
class Desk:
    """What every question is asked with: the office, the asker, and the names known at this data version."""

    office: Office
    actor: Actor
    catalogue: Catalogue

    @staticmethod
    def at(office: Office, actor: Actor) -> "Desk":
        """A desk at the present data version."""
        return Desk(office, actor, _catalogue(office, office.version))

    def facts(
        self, kind: Kind, where: Mapping[str, Sequence[object]] | None = None, *, provenance: bool = False
    ) -> pd.DataFrame:
        """Facts as this desk sees them, one row per grain of the kind, sorted by ``kind.order``.

        where: column -> allowed values, all of which must hold. provenance: adds ``schema.PROVENANCE``.
        """
        return self.office.store.facts(kind, where, provenance=provenance)


@lru_cache(maxsize=4)
def _catalogue(office: Office, version: int) -> Catalogue:
    """One catalogue per data version; ``version`` is only the key."""
    return Catalogue(office)
