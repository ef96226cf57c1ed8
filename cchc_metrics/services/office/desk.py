"""One person at the open office: who asks, of which data version, as of when."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import pandas as pd

from cchc_metrics.access import Deed, looking_back, may, require
from cchc_metrics.access.rows import narrowed, reading
from cchc_metrics.errors import NotAllowedError
from cchc_metrics.labels import spoken, texts
from cchc_metrics.model import Actor, Entry
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.clock import NOW, Clock, ClockKind, distinct_at, last_entry
from cchc_metrics.services.office.compared import facts_seen
from cchc_metrics.services.office.kept import present_day
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.wholes import Whole, wider

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
        """A desk with the names as they are now."""
        reader = actor if clock.kind is ClockKind.NOW else looking_back(actor)
        return Desk(office, reader, Catalogue.of(office, clock), clock)

    def of_anybody(self) -> "Desk":
        """The desk of nobody in particular who has these rights: what it answers may be shown to all who have them."""
        return replace(self, actor=Actor("", "", self.actor.role))

    def facts(
        self,
        kind: Kind,
        where: Mapping[str, Sequence[object]] | None = None,
        *,
        provenance: bool = False,
        columns: Sequence[str] = (),
    ) -> pd.DataFrame:
        """Facts as this desk sees them, one row per grain of the kind, sorted by ``kind.order``.

        where: column -> allowed values, all of which must hold. provenance: adds ``schema.PROVENANCE``. columns: only
        these of the kind's, none named: all.
        """
        rows = reading(self.actor, kind)
        own = narrowed(where, rows)

        def asked(condition: Mapping[str, Sequence[object]]) -> pd.DataFrame:
            return facts_seen(
                self.office, self.clock, self.catalogue, kind, condition, provenance=provenance, columns=columns
            )

        def read() -> pd.DataFrame:
            present = self.clock == NOW and not columns
            wide = wider(self.office, self.catalogue, kind, own, narrowed(None, rows)) if present else None
            if wide is None:
                return asked(own)
            key = (self.clock, self.actor, Whole, kind.name, frozen(wide), provenance)
            return self.office.kept.facts.answer(key, lambda: Whole(asked(wide))).within(own)

        return self._kept((kind.name, frozen(own), provenance, columns), read)

    def distinct(
        self,
        kind: Kind,
        columns: Sequence[str],
        where: Mapping[str, Sequence[object]] | None = None,
        *,
        counted: bool = False,
    ) -> pd.DataFrame:
        """Every combination of these columns among the facts of ``facts``, once, sorted by them.

        counted: adds ``facts``, how many facts have it.
        """
        own = narrowed(where, reading(self.actor, kind))
        return self._kept(
            (kind.name, frozen(own), "distinct", columns, counted),
            lambda: distinct_at(self.office, self.clock, kind, columns, own, counted=counted),
        )

    def _kept(self, asked: Hashable, read: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """What ``read`` gives, read once; each who asks has a frame of their own over the same values.

        Under a key that holds the asker, and with it his rights: what is kept for one is met by nobody else.
        """
        return self.office.kept.facts.answer((self.clock, self.actor, asked), read).copy(deep=False)

    def facts_after(self, kind: Kind, where: Mapping[str, Sequence[object]], seq: int) -> pd.DataFrame:
        """The facts of a kind that were in force after an entry; rows of others stay away here too."""
        own = narrowed(where, reading(self.actor, kind))
        return self.office.store.facts(kind, own, as_known_at=seq)

    def versions(self, kind: Kind, where: Mapping[str, Sequence[object]]) -> pd.DataFrame:
        """Every version of the facts that match, as ``Store.versions`` gives them, less those of others."""
        return self.office.store.versions(kind, narrowed(where, reading(self.actor, kind)))

    def original(self, seq: int) -> tuple[str, bytes]:
        """Name and bytes of the file behind an entry. Raises NotAllowedError for one that holds rows of others."""
        require(self.actor, Deed.DOWNLOAD)
        kind = KINDS.get(self.office.store.entry(seq).kind)
        if kind is not None and not may(self.actor, Deed.READ_ALL):
            count, own = self.office.store.count_from, narrowed(None, reading(self.actor, kind))
            if count(kind, seq, {}) != count(kind, seq, own):
                raise NotAllowedError(texts().services.not_allowed.format(name=self.actor.name))
        return self.office.store.original(seq)

    def count(self, kind: Kind) -> int:
        """How many facts of a kind this desk sees."""
        if self.clock == NOW and not reading(self.actor, kind):
            return self.office.store.count(kind)
        return len(self.facts(kind))

    def last_entry(self) -> Entry | None:
        """The newest journal entry that this desk sees; None when nothing was stored yet."""
        return last_entry(self.office, self.clock)


def frozen(where: Mapping[str, Sequence[object]]) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """A condition as part of a key."""
    return tuple((column, tuple(values)) for column, values in sorted(where.items()))


def once(question: "Callable[Concatenate[Desk, Asked], Answer]") -> "Callable[Concatenate[Desk, Asked], Answer]":
    """A question that is answered once per clock, asker, language and arguments, until something changes that it reads.

    All who ask share the answer and must not change it; it must not hold the desk. Arguments: hashable.
    """
    return _answered(question, lambda desk: (desk.actor, spoken()))


def once_for_all(
    question: "Callable[Concatenate[Desk, Asked], Answer]",
) -> "Callable[Concatenate[Desk, Asked], Answer]":
    """The same, shared by all who have the same rights, whoever they are and whatever they speak.

    For what is costly and says nothing in words.
    """
    return _answered(question, lambda desk: desk.actor.role)


def _answered(
    question: "Callable[Concatenate[Desk, Asked], Answer]", of: Callable[[Desk], Hashable]
) -> "Callable[Concatenate[Desk, Asked], Answer]":
    @wraps(question)
    def answered(desk: Desk, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        key = (question, desk.clock, of(desk), asked, tuple(named.items()))
        return desk.office.kept.answers.answer(key, lambda: question(desk, *asked, **named))

    return answered


def this_year(desk: Desk) -> str:
    """The year that the form begins with."""
    return str(present_day(desk.office.settings.timezone).year)
