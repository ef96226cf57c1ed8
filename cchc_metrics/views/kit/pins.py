"""Pinned provinces on the base that a page shows."""

from collections.abc import Sequence

from cchc_metrics.services.office.desk import Desk


def pins_on(desk: Desk, pins: Sequence[str], base: str, without: Sequence[str] = ()) -> tuple[str, ...]:
    """The pinned provinces as the base has them, in their order: of another base the one it became or was made of.

    without: those that are shown anyway.
    """
    catalogue, found = desk.catalogue, list[str]()
    held = {entity.id: entity for entity in catalogue.provinces()}
    for entity in (held[one] for one in pins if one in held):
        kin = [one.id for one in catalogue.predecessors(entity.id)] or [entity.successor]
        found += [entity.id] if entity.era == base else [one for one in kin[:1] if one]
    return tuple(one for one in dict.fromkeys(found) if one not in without)
