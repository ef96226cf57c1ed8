"""A mapping as JSON, the form in which a person keeps it and the command line takes it; columns are Excel letters."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cchc_metrics.errors import CchcError
from cchc_metrics.importing.areas import LAST_COLUMN, area_of, area_text, column_number
from cchc_metrics.importing.problems import column_name
from cchc_metrics.importing.tables.fitting import Layout
from cchc_metrics.labels import texts
from cchc_metrics.model import AcrossColumn, FileMapping, LeftOut, NameAnswer, TableMap
from cchc_metrics.schema import KINDS, NAME_SUBJECTS

_Item = TypeVar("_Item")

_LETTERS = re.compile(r"[A-Z]{1,3}")
_DECIMALS, _FONTS, _BLANKS = ("", ",", "."), ("", "tcvn3", "vni"), ("keep", "clear")
_MORE = {"skipped", "decimal", "font", "answers", "left_out", "constants", "blanks"}


class MappingError(CchcError):
    """A mapping that is not in the form; the sentence names the wrong key."""


def mapping_to_dict(mapping: FileMapping) -> dict[str, Any]:
    """The mapping as plain values, in the shape of its JSON."""
    return {
        "kind": mapping.kind,
        "tables": [_table_to_dict(table) for table in mapping.tables],
        "skipped": list(mapping.skipped),
        "decimal": mapping.decimal,
        "font": mapping.font,
        "answers": [
            {"subject": one.subject, "scope": one.scope, "written": one.written, "target": one.target}
            for one in mapping.answers
        ],
    } | {name: said for name, said in _said_since(mapping).items() if said}


def _said_since(mapping: FileMapping) -> dict[str, Any]:
    """What most mappings do not say, and then leave out."""
    return {
        "left_out": [{"sheet": one.sheet, "area": area_text(one)} for one in mapping.left_out],
        "constants": dict(mapping.constants),
        "blanks": dict(mapping.blanks),
    }


def _table_to_dict(table: TableMap) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "header": list(table.header),
        "last_row": table.last_row,
        "columns": {header: column_name(column) for header, column in table.columns.items()},
        "across": [
            {"column": column_name(one.column), "takes": one.takes, "says": dict(one.says)} for one in table.across
        ],
        "constants": dict(table.constants),
    }


def mapping_to_json(mapping: FileMapping) -> str:
    """The mapping as JSON text; ``mapping_from_json`` gives it back as it was."""
    return json.dumps(mapping_to_dict(mapping), ensure_ascii=False, indent=2)


def layout_to_json(layout: Layout) -> str:
    """A remembered layout as one line of JSON: a mapping, and the words above the columns of each of its tables."""
    words = [{column_name(column): text for column, text in said.items()} for said in layout.headings]
    return json.dumps(mapping_to_dict(layout.mapping) | {"headings": words}, ensure_ascii=False)


def layout_from_json(text: str) -> Layout:
    """A remembered layout; a plain mapping is one whose words nobody knows. Raises MappingError as a mapping does."""
    mapping = mapping_from_json(text, headings=True)
    raw = json.loads(text).get("headings", [])
    words = _list(raw, "headings", _heading)
    if words and len(words) != len(mapping.tables):
        raise MappingError(texts().mapping.no_list.format(key="headings"))
    return Layout(mapping, tuple(words))


def _heading(raw: Any, at: str) -> dict[int, str]:
    return {_column(column, at): text for column, text in _texts_to(raw, at, _text).items()}


def mapping_from_json(text: str, *, headings: bool = False) -> FileMapping:
    """The mapping that a JSON text holds. Raises MappingError with the key that is wrong, and why.

    headings: the text may be that of a remembered layout.
    """
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MappingError(texts().mapping.no_json) from error
    keys = _keys(raw, "", {"kind", "tables"}, _MORE | ({"headings"} if headings else set()))
    return FileMapping(
        kind=_one_of(keys["kind"], "kind", tuple(KINDS)),
        tables=tuple(_list(keys["tables"], "tables", _table)),
        skipped=tuple(_list(keys.get("skipped", []), "skipped", _text)),
        decimal=_one_of(keys.get("decimal", ""), "decimal", _DECIMALS),
        font=_one_of(keys.get("font", ""), "font", _FONTS),
        answers=tuple(_list(keys.get("answers", []), "answers", _answer)),
        left_out=tuple(_list(keys.get("left_out", []), "left_out", _left_out)),
        constants=_texts_to(keys.get("constants", {}), "constants", _text),
        blanks=_texts_to(keys.get("blanks", {}), "blanks", lambda one, at: _one_of(one, at, _BLANKS)),
    )


def _table(raw: Any, at: str) -> TableMap:
    keys = _keys(raw, at, {"sheet", "header"}, {"last_row", "columns", "across", "constants"})
    last = keys.get("last_row")
    return TableMap(
        sheet=_text(keys["sheet"], f"{at}.sheet"),
        header=_rows(keys["header"], f"{at}.header"),
        columns=_texts_to(keys.get("columns", {}), f"{at}.columns", _column),
        across=tuple(_list(keys.get("across", []), f"{at}.across", _across)),
        constants=_texts_to(keys.get("constants", {}), f"{at}.constants", _text),
        last_row=None if last is None else _row(last, f"{at}.last_row"),
    )


def _across(raw: Any, at: str) -> AcrossColumn:
    keys = _keys(raw, at, {"column", "takes"}, {"says"})
    says = _texts_to(keys.get("says", {}), f"{at}.says", _text)
    return AcrossColumn(_column(keys["column"], f"{at}.column"), _text(keys["takes"], f"{at}.takes"), says)


def _left_out(raw: Any, at: str) -> LeftOut:
    keys = _keys(raw, at, {"sheet", "area"}, set())
    found = area_of(_text(keys["sheet"], f"{at}.sheet"), _text(keys["area"], f"{at}.area"))
    if found is None:
        raise MappingError(texts().intake.no_area.format(key=f"{at}.area"))
    return found


def _answer(raw: Any, at: str) -> NameAnswer:
    keys = _keys(raw, at, {"subject", "scope", "written", "target"}, set())
    subject = _one_of(keys["subject"], f"{at}.subject", tuple(NAME_SUBJECTS.values()))
    scope, written, target = (_text(keys[name], f"{at}.{name}") for name in ("scope", "written", "target"))
    return NameAnswer(subject, scope, written, target)


def _keys(raw: Any, at: str, needed: set[str], more: set[str]) -> Mapping[str, Any]:
    t = texts().mapping
    if not isinstance(raw, dict):
        raise MappingError(t.no_object.format(key=at or t.whole_file))
    for key in raw:
        if key not in needed | more:
            known = ", ".join(sorted(needed | more))
            raise MappingError(t.unknown_key.format(key=_under(at, key), names=known))
    for key in sorted(needed):
        if key not in raw:
            raise MappingError(t.key_missing.format(key=_under(at, key)))
    return raw


def _under(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _list(raw: Any, at: str, read: Callable[[Any, str], _Item]) -> list[_Item]:
    if not isinstance(raw, list):
        raise MappingError(texts().mapping.no_list.format(key=at))
    return [read(one, f"{at}[{place}]") for place, one in enumerate(raw)]


def _texts_to(raw: Any, at: str, read: Callable[[Any, str], _Item]) -> dict[str, _Item]:
    if not isinstance(raw, dict):
        raise MappingError(texts().mapping.no_object.format(key=at))
    return {header: read(one, f"{at}.{header}") for header, one in raw.items()}


def _text(raw: Any, at: str) -> str:
    if not isinstance(raw, str):
        raise MappingError(texts().mapping.no_text.format(key=at))
    return raw


def _one_of(raw: Any, at: str, allowed: tuple[str, ...]) -> str:
    if raw not in allowed or not isinstance(raw, str):
        names = ", ".join(f"«{name}»" for name in allowed)
        raise MappingError(texts().mapping.not_allowed.format(key=at, names=names))
    return raw


def _row(raw: Any, at: str) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool) or raw < 1:
        raise MappingError(texts().mapping.no_row.format(key=at))
    return raw


def _rows(raw: Any, at: str) -> tuple[int, int]:
    if raw is None:
        return 1, 0
    if not isinstance(raw, list) or len(raw) != 2:
        raise MappingError(texts().mapping.no_rows.format(key=at))
    # No header: [1, 0], or [k, k − 1] for rows that begin at k.
    first, last = _row(raw[0], at), raw[1] if raw[1] == 0 else _row(raw[1], at)
    if first > last + 1:
        raise MappingError(texts().mapping.no_rows.format(key=at))
    return first, last


def _column(raw: Any, at: str) -> int:
    letters = raw.strip().upper() if isinstance(raw, str) else ""
    number = column_number(letters) if _LETTERS.fullmatch(letters) else 0
    if not 1 <= number <= LAST_COLUMN:
        raise MappingError(texts().mapping.no_column.format(key=at))
    return number
