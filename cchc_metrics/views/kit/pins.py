"""What people pin: provinces on the base that a page shows, parts of the index that it shows."""

from collections.abc import Collection, Mapping, Sequence

from cchc_metrics.labels import texts
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.office.desk import Desk

_BETWEEN = "|"


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


def part_pin(index: str, node: str) -> str:
    """How a part of an index is pinned: a word that no province has."""
    return f"{index}{_BETWEEN}{node}"


def parts_on(pins: Sequence[str], indices: Sequence[str]) -> tuple[str, ...]:
    """The pinned parts of some indices, of all where none is named, by code, in their order."""
    split = (pin.rpartition(_BETWEEN) for pin in pins)
    return tuple(node for held, between, node in split if between and (not indices or held in indices))


def pinned_first(labels: Mapping[str, str], parts: Sequence[str]) -> dict[str, str]:
    """The parts of a list, code -> label: the pinned ones that are among them first, with their stars."""
    order = dict.fromkeys([*(code for code in parts if code in labels), *labels])
    return {code: starred(labels[code], code, parts) for code in order}


def starred(name: str, code: object, parts: Collection[str]) -> str:
    """The name of a part as a picture has it: a star before a pinned one."""
    return f"★ {name}" if str(code) in parts else name


def pinnable(desk: Desk, _: object = None) -> Mapping[str, str]:
    """Whatever can be pinned -> its name: provinces, then by index every part of its newest framework, and every other
    that some year holds results of.
    """
    catalogue = desk.catalogue
    found = {entity.id: entity.name for entity in catalogue.provinces()}
    for index in catalogue.indices():
        held = {info.code: info for period in catalogue.periods(index)[:1] for info in catalogue.nodes(index, period)}
        for code, period in catalogue.newest_by_node(index).items():
            held.setdefault(code, catalogue.node(index, period, code))
        for code, info in held.items():
            if code != TOTAL:
                found[part_pin(index, code)] = texts().shelf.part_of.format(index=index, part=info.label)
    return found
