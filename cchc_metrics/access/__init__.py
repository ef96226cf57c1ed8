"""Who is asking and what they may do: pure rules, no screen and no store."""

from cchc_metrics.access.people import LOCAL_OPERATOR, SYSTEM, Deed, looking_back, may, require

__all__ = ["LOCAL_OPERATOR", "SYSTEM", "Deed", "looking_back", "may", "require"]
