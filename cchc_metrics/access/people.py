"""People and the rule table.

One operator works at the machine for now. A role that comes later is a new line in the table, not a new ``if``.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from cchc_metrics.errors import NotAllowedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor


class Deed(StrEnum):
    """What a person may want to do."""

    READ = "read"
    DOWNLOAD = "download"
    IMPORT = "import"
    EDIT = "edit"
    UNDO = "undo"
    MAINTAIN = "maintain"


OPERATOR = "operator"
SOFTWARE = "software"
LOCAL_OPERATOR = Actor(id="local", name="Cán bộ vận hành", role=OPERATOR)
# Takes in what is shipped; nobody can sit down as this actor.
SYSTEM = Actor(id="system", name="Phần mềm", role=SOFTWARE)

RULES: Mapping[str, frozenset[Deed]] = {OPERATOR: frozenset(Deed), SOFTWARE: frozenset({Deed.READ, Deed.IMPORT})}


# What remains of any role while its bearer looks at a past day.
_READING = frozenset({Deed.READ, Deed.DOWNLOAD})
_PAST = "@past"


def looking_back(actor: Actor) -> Actor:
    """The same person, reading only: nothing may be stored by somebody who looks at the figures of a past day."""
    return replace(actor, role=actor.role.removesuffix(_PAST) + _PAST)


def may(actor: Actor, action: Deed | str) -> bool:
    """Whether the actor's role allows the action. An unknown role may do nothing, nobody may do an unknown action."""
    role = actor.role.removesuffix(_PAST)
    return action in RULES.get(role, frozenset()) and (role == actor.role or action in _READING)


def require(actor: Actor, action: Deed | str) -> None:
    """Raises NotAllowedError unless the actor may do this. Every service call begins with it."""
    if not may(actor, action):
        if actor.role.endswith(_PAST):
            raise NotAllowedError(texts().clock.reading_only)
        raise NotAllowedError(texts().services.not_allowed.format(name=actor.name))
