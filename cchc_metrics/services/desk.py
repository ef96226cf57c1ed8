"""One person at the open office: who asks, of which data version."""

from dataclasses import dataclass
from functools import lru_cache

from cchc_metrics.model import Actor
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


@lru_cache(maxsize=4)
def _catalogue(office: Office, version: int) -> Catalogue:
    """One catalogue per data version; ``version`` is only the key."""
    return Catalogue(office)
