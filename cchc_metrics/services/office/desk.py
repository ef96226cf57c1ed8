"""One person at the open office: who asks, of which data version, as of when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import pandas as pd

from cchc_metrics.access import looking_back
from cchc_metrics.labels import language
from cchc_metrics.model import Actor, Entry
from cchc_metrics.schema import Kind
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.clock import NOW, Clock, ClockKind, facts_at, last_entry
from cchc_metrics.services.office.office import Office

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Desk:
    """What every question is asked with: the office, the asker, the names known, and as of when.

    Under a clock other than now the asker may only read: nothing is stored by somebody who looks at the past.
    """

    office: Office
    actor: Actor
    catalogue: Catalogue
    clock: Clock = NOW

    @staticmethod
    def at(office: Office, actor: Actor, clock: Clock = NOW) -> "Desk":
        """A desk at the present data version."""
        reader = actor if clock.kind is ClockKind.NOW else looking_back(actor)
        return Desk(office, reader, _catalogue(office, office.version, clock), clock)

    def facts(
        self, kind: Kind, where: Mapping[str, Sequence[object]] | None = None, *, provenance: bool = False
    ) -> pd.DataFrame:
        """Facts as this desk sees them, one row per grain of the kind, sorted by ``kind.order``.

        where: column -> allowed values, all of which must hold. provenance: adds ``schema.PROVENANCE``.
        """
        allowed = tuple((column, tuple(values)) for column, values in sorted((where or {}).items()))
        return self.catalogue.kept(
            (self.office.version, kind.name, self.actor, allowed, provenance),
            lambda: facts_at(self.office, self.clock, kind, where, provenance=provenance),
        )

    def count(self, kind: Kind) -> int:
        """How many facts of a kind this desk sees."""
        return self.office.store.count(kind) if self.clock == NOW else len(self.facts(kind))

    def last_entry(self) -> Entry | None:
        """The newest journal entry that this desk sees; None when nothing was stored yet."""
        return last_entry(self.office, self.clock)


def once(question: "Callable[Concatenate[Desk, Asked], Answer]") -> "Callable[Concatenate[Desk, Asked], Answer]":
    """A question that is answered once per data version, clock, asker, language and arguments.

    All who ask share the answer and must not change it; it goes with the names it was made by. Arguments: hashable.
    """

    @wraps(question)
    def answered(desk: Desk, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        answer: Answer = desk.catalogue.answers(question, (desk.office.version, language()), desk, *asked, **named)
        return answer

    return answered


@lru_cache(maxsize=8)
def _catalogue(office: Office, version: int, clock: Clock) -> Catalogue:
    """One catalogue per data version and clock; ``version`` is only a key."""
    return Catalogue(office, clock)


def this_year(desk: Desk) -> str:
    """The year that the form begins with."""
    return str(datetime.now(ZoneInfo(desk.office.settings.timezone)).year)
