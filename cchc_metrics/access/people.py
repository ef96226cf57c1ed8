"""People and the rule table: which role may do what, for which units. Pure; a rule that changes is a line of the table.

What a person holds travels as one text, ``Actor.role``: ``"specialist+unit:HC-TC"``. It is part of every cache key and
of every line of the journal, so that nobody meets a view of somebody with other rights, and the journal tells by
what right a thing was done.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from cchc_metrics.errors import NotAllowedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor


class Deed(StrEnum):
    """What a person may want to do."""

    ENTER = "enter"  # what every page shows around the figures
    READ = "read"  # published figures, and what is needed to understand them
    READ_ALL = "read-all"  # self-assessed scores, targets, plans, scenarios
    READ_REPORTS = "read-reports"  # what units report
    DOWNLOAD = "download"
    IMPORT = "import"
    EDIT = "edit"
    UNDO = "undo"
    SEND = "send"
    APPROVE = "approve"
    JUDGE = "judge"  # accept, return, reopen, allow more time, chase
    LOCK = "lock"
    FREEZE = "freeze"  # what was signed is the office's word
    MAINTAIN = "maintain"
    ACCOUNTS = "accounts"
    AUDIT = "audit"


class Role(StrEnum):
    """The roles that the administrator gives. Those of units are given for one unit each."""

    LEADER = "leader"
    APPROVING_LEADER = "approving-leader"
    HEAD = "head"
    UNIT = "unit"
    SPECIALIST = "specialist"
    APPROVER = "approver"
    ADMIN = "admin"
    GUEST = "guest"


OPERATOR = "operator"
# Who comes by a one-purpose link: one unit's one form of one period.
LINK = "link"
SOFTWARE = "software"
LOCAL_OPERATOR = Actor(id="local", name="Cán bộ vận hành", role=OPERATOR)
# Takes in what is shipped; nobody can sit down as this actor.
SYSTEM = Actor(id="system", name="Phần mềm", role=SOFTWARE)

_READS = frozenset({Deed.ENTER, Deed.READ, Deed.READ_ALL, Deed.READ_REPORTS, Deed.DOWNLOAD})
# What only reads, whoever may do it: the audit log is read on a past day too.
_READS_BACK = _READS | {Deed.AUDIT}
_OF_UNIT = frozenset({Deed.ENTER, Deed.READ_REPORTS, Deed.DOWNLOAD, Deed.SEND})
RULES: Mapping[str, frozenset[Deed]] = {
    OPERATOR: frozenset(Deed),
    SOFTWARE: _READS | {Deed.IMPORT, Deed.EDIT},
    Role.LEADER: _READS,
    Role.APPROVING_LEADER: _READS | {Deed.FREEZE},
    Role.HEAD: _OF_UNIT | {Deed.APPROVE},
    Role.UNIT: _OF_UNIT,
    Role.SPECIALIST: _READS | {Deed.IMPORT, Deed.EDIT, Deed.UNDO, Deed.SEND},
    Role.APPROVER: _READS | {Deed.JUDGE, Deed.LOCK},
    Role.ADMIN: frozenset({Deed.ENTER, Deed.MAINTAIN, Deed.ACCOUNTS, Deed.AUDIT}),
    Role.GUEST: frozenset({Deed.ENTER, Deed.READ, Deed.DOWNLOAD}),
    LINK: _OF_UNIT,
}
# These are given for a unit, and mean that unit alone; a specialist's may be, and then the reports of others stay away.
NEEDS_UNIT = frozenset({Role.HEAD, Role.UNIT, LINK})
MAY_HAVE_UNIT = NEEDS_UNIT | {Role.SPECIALIST}

# What remains of any role while its bearer looks at a past day.
_PAST = "@past"
_UNIT = re.compile(r"[^\s+:@]{1,40}")


@dataclass(frozen=True, slots=True)
class Held:
    """One role that a person holds. unit: the one it is given for; empty for the whole office.

    form, period: of a link alone, the one report that it is for.
    """

    role: str
    unit: str = ""
    form: str = ""
    period: str = ""

    @property
    def place(self) -> str:
        """What the role is given for, as it travels."""
        return "/".join((self.unit, self.form, self.period)) if self.role == LINK else self.unit


def role_text(held: Iterable[Held]) -> str:
    """Roles as they travel in ``Actor.role``. Raises ValueError for a unit whose code would read as something else."""
    one_each = sorted({(each.role, each.place) for each in held})
    for _, unit in one_each:
        if unit and not _UNIT.fullmatch(unit):
            raise ValueError(f"a unit code {unit!r}")
    return "+".join(f"{role}:{unit}" if unit else role for role, unit in one_each)


def held_by(actor: Actor) -> tuple[Held, ...]:
    """The roles that an actor bears."""
    return _parsed(actor.role.removesuffix(_PAST))


@lru_cache(maxsize=256)
def _parsed(role: str) -> tuple[Held, ...]:
    pairs = (part.partition(":") for part in role.split("+") if part)
    return tuple(Held(name, *place.split("/")[:3]) if name == LINK else Held(name, place) for name, _, place in pairs)


def is_for(actor: Actor, unit: str, form: str, period: str) -> bool:
    """Whether the actor may see anything of this report: the unit's, and for who came by a link this one alone."""
    reads = may(actor, Deed.READ_REPORTS, unit)
    only = only_report(actor)
    return reads and (only is None or (only.form, only.period) == (form, period))


def acting_name(actor: Actor, typed: str) -> str:
    """Whose name stands beside an act: the account's own; what was typed where nobody has one."""
    return typed if actor.id == LOCAL_OPERATOR.id or only_report(actor) else actor.name


def only_report(actor: Actor) -> Held | None:
    """The one report of somebody who came by a link; None for everybody else."""
    return next((held for held in held_by(actor) if held.role == LINK), None)


def looking_back(actor: Actor) -> Actor:
    """The same person, reading only: nothing may be stored by somebody who looks at the figures of a past day."""
    return replace(actor, role=actor.role.removesuffix(_PAST) + _PAST)


def units_for(actor: Actor, action: Deed | str) -> frozenset[str] | None:
    """The units for which the actor may do this: None for all of them, an empty set for none."""
    if actor.role.endswith(_PAST) and action not in _READS_BACK:
        return frozenset()
    giving = [held for held in held_by(actor) if action in RULES.get(held.role, frozenset())]
    if any(not held.unit for held in giving if held.role not in NEEDS_UNIT):
        return None
    return frozenset(held.unit for held in giving if held.unit)


def may(actor: Actor, action: Deed | str, unit: str = "") -> bool:
    """Whether the actor's roles allow the action, for this unit where one is named.

    An unknown role may do nothing, nobody may do an unknown action.
    """
    units = units_for(actor, action)
    return units is None or (unit in units if unit else bool(units))


def require(actor: Actor, action: Deed | str, unit: str = "") -> None:
    """Raises NotAllowedError unless the actor may do this. Every service call begins with it."""
    if not may(actor, action, unit):
        if actor.role.endswith(_PAST) and may(replace(actor, role=actor.role.removesuffix(_PAST)), action, unit):
            raise NotAllowedError(texts().clock.reading_only)
        raise NotAllowedError(texts().services.not_allowed.format(name=actor.name))
