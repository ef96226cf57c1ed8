"""The office of this process once somebody has opened it, for those who ask without opening it."""

from cchc_metrics.services.office.office import Office

OPENED: list[Office] = []
