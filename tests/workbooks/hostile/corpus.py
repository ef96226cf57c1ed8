"""The whole corpus of hostile and awkward files, by family, and what must become of each of them."""

import re
from datetime import date
from typing import Any

from cchc_metrics import workbooks
from cchc_metrics.config import load_settings
from cchc_metrics.errors import UnreadableFileError
from cchc_metrics.importing import Interpretation, detect_kind, interpret
from cchc_metrics.labels import texts
from cchc_metrics.model import Grid, Severity, Snapshot
from cchc_metrics.schema import KINDS
from tests.workbooks.hostile.active import ACTIVE
from tests.workbooks.hostile.builders import Case, FileCase
from tests.workbooks.hostile.cells import CRITERIA, NAMES, PERIODS, VALUES
from tests.workbooks.hostile.letters import ENCODINGS, FILE_NAMES
from tests.workbooks.hostile.packages import CONTAINERS, WRONG_TYPES
from tests.workbooks.hostile.sheets import FILE_STRUCTURE
from tests.workbooks.hostile.tables import LISTS, STRUCTURE
from tests.workbooks.hostile.xml import XML_ATTACKS

CORPUS: dict[str, list[Case] | list[FileCase] | list[Case | FileCase]] = {
    "containers": CONTAINERS,
    "wrong types": WRONG_TYPES,
    "XML attacks": XML_ATTACKS,
    "structure": [*FILE_STRUCTURE, *STRUCTURE],
    "values": VALUES,
    "meaning": [*NAMES, *PERIODS, *CRITERIA, *LISTS],
    "active content": ACTIVE,
    "file names": FILE_NAMES,
    "encodings": ENCODINGS,
}
TODAY = date(2026, 6, 1)
LIMITS = load_settings({}).reader

# Words by which a sentence asks for something.
ASKING = (
    *("nhập", "ghi", "sửa", "kiểm tra", "chọn", "bổ sung", "giữ", "đổi", "nạp", "tách", "mở tệp"),
    *("định dạng", "thêm", "điền", "để trống"),
)


def check(case: Case | FileCase, data: bytes, snapshot: Snapshot) -> str:
    """Hold a file against what is expected of it; returns the outcome in a word. Raises AssertionError."""
    if isinstance(case, FileCase):
        return _check_file(case, data)
    return _check_facts(case, data, snapshot)


def _check_file(case: FileCase, data: bytes) -> str:
    try:
        workbook = workbooks.read(case.file, data, LIMITS)
    except UnreadableFileError as error:
        assert sentence_of(str(error), case.file) in case.refused, str(error)
        return "refused"
    assert not case.refused, "it was read"
    for grid in workbook.sheets:
        assert all(len(column.kinds) == grid.height for column in grid.columns)
    first = workbook.sheets[0] if workbook.sheets else None
    if case.cells is not None:
        assert rows_of(first) == list(case.cells)
    if case.height is not None:
        assert first is not None and first.height == case.height
    if case.look is not None:
        assert case.look(workbook) == case.seen
    return "read"


def sentence_of(said: str, file: str) -> str:
    """Which sentence of the catalogue this is, with everything filled in."""
    for name in texts().reading.__slots__:
        pieces = re.split(r"(\{\w+\})", getattr(texts().reading, name))
        filled = [re.escape(file) if p == "{file}" else "(?s:.+)" if p[:1] == "{" else re.escape(p) for p in pieces]
        if re.fullmatch("".join(filled), said):
            return name
    return said


def rows_of(grid: Grid | None) -> list[tuple[object, ...]]:
    """A number, a text or None for each cell."""
    if grid is None:
        return []
    return [
        tuple(c.texts[row] if c.numbers[row] != c.numbers[row] else float(c.numbers[row]) for c in grid.columns)
        for row in range(grid.height)
    ]


def told(read: Interpretation) -> dict[str, str]:
    """Code -> first cell of every error and warning."""
    found = [finding for finding in read.findings if finding.severity is not Severity.INFO]
    return {finding.code: finding.cell for finding in reversed(found)}


def _check_facts(case: Case, data: bytes, snapshot: Snapshot) -> str:
    workbook = workbooks.read(case.file, data, LIMITS)
    kind = KINDS[case.kind] if case.kind else detect_kind(workbook)
    if kind is None:
        assert dict(case.told) == {"kind_not_recognised": ""}
        return "not recognised"
    read = interpret(workbook, kind, snapshot, today=TODAY)
    assert told(read) == dict(case.told)
    for finding in read.findings:
        asks = any(verb in finding.message.lower() for verb in ASKING)
        assert asks or finding.severity is Severity.INFO, finding.message
        assert "{" not in finding.message
    counts = read.rows
    assert counts.read == counts.accepted + counts.rejected + counts.ignored
    if case.rows is not None:
        assert (counts.read, counts.accepted, counts.rejected, counts.ignored) == case.rows
    if case.kept is not None:
        facts: list[dict[Any, Any]] = read.facts.to_dict("records")
        assert [{name: fact[name] for name in kept} for fact, kept in zip(facts, case.kept, strict=True)] == case.kept
    return "told" if case.told else "accepted"
