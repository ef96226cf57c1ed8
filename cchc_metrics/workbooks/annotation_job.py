"""What the annotating child is told: marks by cell, and the content of the first sheet."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.model import Finding, Severity
from cchc_metrics.schema import RESULT_TITLE
from cchc_metrics.workbooks.sheets import LONGEST_TEXT
from cchc_metrics.workbooks.stamp import SIGN

# More comments than this make Excel slow to open a file; the list still names every cell.
MOST_COMMENTS = 20_000
MOST_ROWS = 100_000
_MOST_RANGES = 12
_LONGEST_COMMENT = 1_500
_WIDTHS = (14, 20, 22, 30, 84, 9)
# What XML cannot hold.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ORDER = tuple(Severity)


def job_of(
    file_name: str,
    findings: Sequence[Finding],
    names: Mapping[str, str],
    remarks: Sequence[str],
    hidden: Sequence[str] = (),
) -> dict[str, object]:
    """The job of ``child.annotating``.

    names: sheet as the findings name it -> sheet in the copy · remarks: sentences about the copy for its first sheet.
    """
    t = texts().workbooks
    ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.severity))
    marks, all_said = _marks(ordered, names)
    limits = [] if all_said else [t.comments_limited.format(count=fmt.integer(MOST_COMMENTS))]
    if any(finding.count > max(1, len(finding.cells)) for finding in ordered):
        limits.append(t.cells_limited)
    if len(ordered) > MOST_ROWS:
        limits.append(t.rows_limited.format(count=fmt.integer(MOST_ROWS)))
    return {
        "sign": SIGN,
        "head": t.comment_head,
        "hidden": list(hidden),
        "sheets": marks,
        "lines": [_counts(file_name, ordered), t.result_how, *limits, *remarks],
        "losses": dict(t.losses),
        "loss_line": t.loss_line,
        "listing": {
            "name": t.result_sheet,
            "title": named(RESULT_TITLE),
            "headers": list(t.result_headers),
            "widths": list(_WIDTHS),
            "legend": [[severity.value, t.severities[severity.value]] for severity in Severity],
            "rows": [_row(finding, names) for finding in ordered[:MOST_ROWS]],
        },
    }


def _counts(file_name: str, findings: Iterable[Finding]) -> str:
    counted = Counter(finding.severity for finding in findings)
    return texts().workbooks.result_counts.format(
        file=clean(file_name),
        errors=fmt.integer(counted[Severity.ERROR]),
        warnings=fmt.integer(counted[Severity.WARNING]),
        infos=fmt.integer(counted[Severity.INFO]),
    )


def _marks(findings: Iterable[Finding], names: Mapping[str, str]) -> tuple[dict[str, dict[str, list[str]]], bool]:
    """sheet -> cell -> [worst severity, sentences], and whether every cell has its sentences. Worst findings first."""
    t = texts().workbooks
    marks: dict[str, dict[str, list[str]]] = {}
    said, complete = 0, True
    for finding in findings:
        if finding.sheet not in names:
            continue
        sheet = marks.setdefault(names[finding.sheet], {})
        sentence = t.comment_line.format(severity=t.severities[finding.severity.value], message=clean(finding.message))
        for cell in cells_of(finding):
            mark = sheet.setdefault(cell, [finding.severity.value, ""])
            if not mark[1]:
                said += 1
                if said > MOST_COMMENTS:
                    complete = False
                    continue
            if sentence not in mark[1] and len(mark[1]) + len(sentence) < _LONGEST_COMMENT:
                mark[1] = f"{mark[1]}\n{sentence}" if mark[1] else sentence[:_LONGEST_COMMENT]
    return marks, complete


def cells_of(finding: Finding) -> tuple[str, ...]:
    """Every cell that a finding names."""
    return finding.cells or ((finding.cell,) if finding.cell else ())


def _row(finding: Finding, names: Mapping[str, str]) -> list[object]:
    cells = cells_of(finding)
    link = ""
    if cells and finding.sheet in names:
        quoted = names[finding.sheet].replace("'", "''")
        link = f"'{quoted}'!{cells[0]}"
    return [
        finding.severity.value,
        texts().workbooks.severities[finding.severity.value],
        clean(names.get(finding.sheet, finding.sheet)),
        ranges_of(cells),
        link,
        clean(finding.value),
        clean(finding.message),
        finding.count,
    ]


def ranges_of(cells: Sequence[str]) -> str:
    """Cells in few words: ``H2, H3, H4, K9`` -> ``H2:H4; K9``; dots when there are more than fit."""
    runs: list[tuple[str, int, int]] = []
    for cell in cells:
        match = _CELL.fullmatch(cell)
        if match is None:
            continue
        column, row = match[1], int(match[2])
        if runs and runs[-1][0] == column and runs[-1][2] + 1 == row:
            runs[-1] = (column, runs[-1][1], row)
        else:
            runs.append((column, row, row))
    shown = [f"{c}{first}" if first == last else f"{c}{first}:{c}{last}" for c, first, last in runs[:_MOST_RANGES]]
    return "; ".join(shown) + ("; …" if len(runs) > _MOST_RANGES else "")


def clean(text: str) -> str:
    """A text that a workbook can hold."""
    return _UNPRINTABLE.sub("", text)[:LONGEST_TEXT]
