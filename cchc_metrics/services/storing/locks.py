"""Locked periods: nothing of them is written. Locking is one person's act; unlocking asks for a reason and a second.

They stand in the ledger of accounts, for a lock is a rule about people; every step is a line of the audit log.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from cchc_metrics.access import LOCAL_OPERATOR, Deed, require
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.ledger import drop, put
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Period
from cchc_metrics.services.office.notes import lasting
from cchc_metrics.services.office.office import Office

_PREFIX = "lock:"


@dataclass(frozen=True, slots=True)
class Lock:
    """A locked period. by: the account that locked it · asked_by, reason: who asks to unlock it and why, or nothing."""

    period_id: str
    by: str
    asked_by: str = ""
    reason: str = ""


def locks(office: Office, actor: Actor) -> tuple[Lock, ...]:
    """Every locked period, in order. Raises NotAllowedError."""
    require(actor, Deed.ENTER)
    return _locks(office)


def lock(office: Office, actor: Actor, period_id: str) -> None:
    """Lock a period. Raises CchcError when it is locked already, NotAllowedError."""
    require(actor, Deed.LOCK)
    t = texts().locks
    _require_period(period_id)
    if _of(office, period_id) is not None:
        raise CchcError(t.locked_already.format(period=fmt.period(period_id)))
    _keep(office, actor, Lock(period_id, actor.id), ("", "locked"))


def ask_to_unlock(office: Office, actor: Actor, period_id: str, reason: str) -> None:
    """Ask that a period be unlocked, with the reason; another person grants it. Raises CchcError, NotAllowedError."""
    require(actor, Deed.LOCK)
    t, held = texts().locks, _of(office, period_id)
    _require_period(period_id)
    if held is None:
        raise CchcError(t.not_locked.format(period=fmt.period(period_id)))
    if not reason.strip():
        raise CchcError(t.reason_missing)
    before = "unlock asked" if held.asked_by else "locked"
    _keep(office, actor, Lock(period_id, held.by, actor.id, lasting(reason)), (before, "unlock asked"))


def unlock(office: Office, actor: Actor, period_id: str) -> None:
    """Grant what somebody else asked for. Raises CchcError when nobody did or when it was the same person.

    At a machine with one operator there is no second person: he grants his own question.
    """
    require(actor, Deed.LOCK)
    t, held = texts().locks, _of(office, period_id)
    _require_period(period_id)
    if held is None or not held.asked_by:
        raise CchcError(t.nobody_asked.format(period=fmt.period(period_id)))
    if held.asked_by == actor.id and actor != LOCAL_OPERATOR:
        raise CchcError(t.second_person)
    _keep(office, actor, held, ("unlock asked", "open"))


def any_locked(office: Office) -> bool:
    """Whether some period is locked."""
    return bool(_locks(office))


def refuse_locked(office: Office, rows: pd.DataFrame) -> None:
    """Raises CchcError when a row belongs to a locked period."""
    if "period_id" not in rows.columns:
        return
    shut = {one.period_id for one in _locks(office)} & set(rows["period_id"].dropna().unique())
    if shut:
        names = ", ".join(fmt.period(period) for period in sorted(shut))
        raise CchcError(texts().locks.locked.format(period=names))


def _locks(office: Office) -> tuple[Lock, ...]:
    if not office.settings.access.exists():
        return ()
    found = access_of(office.settings).ledger.settings_under(_PREFIX)
    return tuple(Lock(name.removeprefix(_PREFIX), *_parts(value)) for name, value in sorted(found.items()))


def _require_period(period_id: str) -> None:
    """Raises CchcError for what is no period."""
    try:
        Period.parse(period_id)
    except ValueError as error:
        raise CchcError(texts().locks.no_period.format(period=period_id)) from error


def _of(office: Office, period_id: str) -> Lock | None:
    return next((one for one in _locks(office) if one.period_id == period_id), None)


def _keep(office: Office, actor: Actor, one: Lock, states: tuple[str, str]) -> None:
    """Keep a lock as it is after a step, or forget one that is open now, with the line that tells of it."""
    before, after = ({"state": state} for state in states)
    audit, name = access_of(office.settings).audit, f"{_PREFIX}{one.period_id}"
    with audit.telling(Kept.LOCK, actor, about=one.period_id, text=one.reason, before=before, after=after) as now:
        if states[1] == "open":
            drop(now, name)
        else:
            put(now, name, "\n".join((one.by, one.asked_by, one.reason)))


def _parts(value: str) -> Iterable[str]:
    return value.split("\n", 2)
