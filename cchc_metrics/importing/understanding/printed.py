"""Sets of criteria as decisions print them: STT 1, 1.1, 1.1.1, names, maxima; index and decision in the title."""

import re
from collections.abc import Mapping

from cchc_metrics.importing.normalise import compact, key
from cchc_metrics.importing.understanding.bands import counts_columns
from cchc_metrics.importing.understanding.scene import Scene
from cchc_metrics.importing.understanding.view import View
from cchc_metrics.importing.understanding.words import is_ordinal
from cchc_metrics.model import FROM_TITLE, TableMap
from cchc_metrics.schema import FRAMEWORKS

_HEADERS = {column.store: column.header for column in FRAMEWORKS.template}
INDEX, FRAMEWORK, LEGAL = (_HEADERS[store] for store in ("index_code", "framework_id", "legal_basis"))
CODE, NAME, MOST = (_HEADERS[store] for store in ("node_code", "name", "max_score"))
METHOD, REMARK, PARENT = (_HEADERS[store] for store in ("method", "note", "parent_code"))
_SEARCHED_ROWS, _MOST_ROWS = 60, 3
_FEWEST = 3
NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})(?:\.\d{1,2}){0,5}\.?|[A-Z]\.?")
_PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,5}\.?")
_NAMES = re.compile(r"(?:ten )?(?:cac )?(?:linh vuc|tieu chi|noi dung|chi tieu)(?: .*)?")
_MAXIMA = frozenset({"diemtoida", "diemchuan", "thangdiem", "sodiemtoida", "toida", "diemtoidacua", "diemtoidatieuchi"})
_METHODS = re.compile(r"(?:tai lieu kiem chung|phuong phap|cach (?:tinh|danh gia|cham)|huong dan)(?: .*)?")
_GIVEN = re.compile(r".*(?:tu (?:cham|danh gia)|tham dinh|diem dat|xhh|thuc te|dieu tra|tong diem dat).*")
_DECISION = re.compile(
    r"(?P<form>quyết định|nghị quyết|công văn|kế hoạch|thông tư)?\s*(?:số:?\s*)?"
    r"(?P<number>\d{1,5}/[A-ZĐ][A-ZĐa-z0-9&.-]*)"
    r"(?:,?\s*ngày\s*(?P<day>\d{1,2})(?:\s*tháng\s*|[/.-])(?P<month>\d{1,2})(?:\s*năm\s*|[/.-])(?P<year>\d{4}))?",
    re.IGNORECASE,
)


def printed_set(scene: Scene) -> TableMap | None:
    """The set of criteria that a sheet prints; None where no header has a number, a name and a maximum, or where fewer
    than three rows below are numbered, one of them in parts or by a Roman number."""
    view = scene.view
    for first in range(min(_SEARCHED_ROWS, view.height)):
        if not any(is_ordinal(view.text(first, column)) for column in view.places(first, 0, view.width - 1)):
            continue
        for last in range(first, min(first + _MOST_ROWS, view.height)):
            columns = _columns(view, first, last)
            if {CODE, NAME, MOST} <= columns.keys() and _is_outline(view, last + 1, columns[CODE] - 1):
                below = last + 1
                numbered = below < view.height and counts_columns(view, below, view.places(below, 0, view.width - 1))
                rows = (first + 1, last + 1 + int(numbered))
                return TableMap(view.grid.name, rows, columns, constants=_constants(scene, first))
    return None


def prints_a_set(scene: Scene) -> bool:
    """Whether a sheet prints a set of criteria and no scores given under it."""
    table = printed_set(scene)
    if table is None:
        return False
    first, last = table.header
    for column in range(scene.view.width):
        said = " ".join(key(scene.view.text(row, column)) for row in range(first - 1, last))
        if _GIVEN.fullmatch(said) and scene.view.numeric(column)[last:].any():
            return False
    return True


def decision_of(text: str) -> tuple[str, str]:
    """The number of the decision that a line names, with its year, and how it is cited; empty where it names none.

    «(Kèm theo Quyết định số 876/QĐ-BNV ngày 10 tháng 11 năm 2022)» -> 876/QĐ-BNV (2022), Quyết định số 876/QĐ-BNV
    ngày 10/11/2022.
    """
    found = _DECISION.search(text)
    if found is None:
        return "", ""
    form = (found["form"] or "").capitalize()
    cited = f"{form} số {found['number']}" if form else found["number"]
    if not found["year"]:
        return found["number"], cited
    day = f"{int(found['day']):02d}/{int(found['month']):02d}/{found['year']}"
    return f"{found['number']} ({found['year']})", f"{cited} ngày {day}"


def _columns(view: View, first: int, last: int) -> dict[str, int]:
    """Template header -> 1-based column: the first whose words in these rows say it."""
    found: dict[str, int] = {}
    for column in range(view.width):
        texts = [view.text(row, column) for row in range(first, last + 1)]
        header = next((said for text in texts if text and (said := _header(text))), "")
        if header and header not in found:
            found[header] = column + 1
    return found


def _header(text: str) -> str:
    if is_ordinal(text):
        return CODE
    said = key(text)
    if re.sub(r"\d+$", "", compact(text)) in _MAXIMA:
        return MOST
    if _METHODS.fullmatch(said):
        return METHOD
    if said.startswith("ghi chu"):
        return REMARK
    return NAME if _NAMES.fullmatch(said) else ""


def _is_outline(view: View, below: int, column: int) -> bool:
    codes = [view.text(row, column) for row in range(below, view.height) if view.filled[column][row]]
    numbered = [code for code in codes if NUMBERED.fullmatch(code)]
    parted = [code for code in numbered if _PARTED.fullmatch(code) or not code.rstrip(".").isdecimal()]
    return len(numbered) >= _FEWEST and bool(parted)


def _constants(scene: Scene, first: int) -> Mapping[str, str]:
    """What the title says of the whole set, each part where it can be said."""
    title = scene.title(-1, first)
    told = {}
    index, source = scene.told_index(title)
    if index:
        told[INDEX] = source if source == FROM_TITLE else index
    if any(decision_of(line)[0] for line in title):
        told |= {FRAMEWORK: FROM_TITLE, LEGAL: FROM_TITLE}
    return told
