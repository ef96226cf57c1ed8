"""Who is asking and what they may do."""

from cchc_metrics.access.people import (
    LOCAL_OPERATOR,
    SYSTEM,
    Deed,
    Held,
    Role,
    held_by,
    looking_back,
    may,
    require,
    role_text,
    units_for,
)

__all__ = [
    "LOCAL_OPERATOR",
    "SYSTEM",
    "Deed",
    "Held",
    "Role",
    "held_by",
    "looking_back",
    "may",
    "require",
    "role_text",
    "units_for",
]
