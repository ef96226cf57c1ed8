"""What a mapping says, in words, and the known values that there are to choose from."""

from collections.abc import Mapping

from cchc_metrics.labels import named, texts
from cchc_metrics.model import FROM_FILE, FROM_SHEET, FROM_TITLE, TableMap
from cchc_metrics.schema import Kind, Role
from cchc_metrics.services.intake.mapping import by_role
from cchc_metrics.services.office.desk import Desk


def place_words() -> Mapping[str, str]:
    """Where a constant may be taken from, in words."""
    t = texts().mapping
    return {FROM_SHEET: t.from_sheet, FROM_TITLE: t.from_title, FROM_FILE: t.from_file}


def said_words(desk: Desk, table: TableMap, kind: Kind, header: str, text: str) -> str:
    """What a column or a constant says, as a person reads it: a criterion's code with its name."""
    return said_choices(desk, table, kind, header).get(text, text)


def said_choices(desk: Desk, table: TableMap, kind: Kind, header: str) -> Mapping[str, str]:
    """The known values of a template column: what is written into the mapping -> what the person reads."""
    column = next(one for one in kind.template if one.header == header)
    catalogue = desk.catalogue
    match column.role:
        case Role.INDEX:
            return {code: f"{code} – {catalogue.index_name(code)}" for code in catalogue.indices()}
        case Role.PERIOD:
            held = {period for code in catalogue.indices() for period in catalogue.periods(code)}
            return {period: period for period in sorted(held, reverse=True)}
        case Role.ENTITY_NAME:
            return {info.name: info.name for info in catalogue.provinces()}
        case Role.NODE_NAME:
            return _criteria(desk, table.constants.get(by_role(kind, Role.INDEX), ""))
    return {words: named(words) for words in column.choices or {}}


def _criteria(desk: Desk, index_code: str) -> Mapping[str, str]:
    """The criteria of a known index in its newest framework, by code."""
    catalogue = desk.catalogue
    if index_code not in catalogue.indices() or not (periods := catalogue.periods(index_code)):
        return {}
    return {info.code: info.label for info in catalogue.nodes(index_code, periods[0])}
