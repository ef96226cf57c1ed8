"""The findings of a file for one screen: which severities and sheets there are, and the part that is looked at."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Finding, Severity

ALL = "*"
# So many findings need no filters; and so many lines are listed at most.
FEW, MOST = 6, 60
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class FindingList:
    """severities, sheets: what there is to choose from, code -> words; empty where nothing is to be chosen."""

    severities: Mapping[str, str]
    sheets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FindingPart:
    """The part that is looked at, errors first, and a sentence where there is more of it."""

    findings: tuple[Finding, ...]
    more: str


def finding_choices(findings: Sequence[Finding]) -> FindingList:
    """The filters of a list of findings; none for a short one."""
    if len(findings) <= FEW:
        return FindingList({}, {})
    t = texts().upload
    counted = Counter(finding.severity for finding in findings)
    present = [severity for severity in _ORDER if counted[severity]]
    words = {one.value: t.severity_count[one.value].format(count=fmt.integer(counted[one])) for one in present}
    every = {ALL: t.all_severities.format(count=fmt.integer(len(findings)))}
    names = list(dict.fromkeys(finding.sheet for finding in findings))
    sheets = {ALL: t.all_sheets} | {name: name or t.whole_file for name in names}
    return FindingList(every | words if len(present) > 1 else {}, sheets if len(names) > 1 else {})


def finding_part(findings: Sequence[Finding], severity: str = ALL, sheet: str = ALL) -> FindingPart:
    """The findings of a severity and a sheet, at most sixty lines."""
    chosen = [one for one in findings if severity in (ALL, one.severity.value) and sheet in (ALL, one.sheet)]
    chosen.sort(key=lambda finding: _ORDER.index(finding.severity))
    left = len(chosen) - MOST
    more = texts().upload.findings_more.format(count=fmt.integer(left)) if left > 0 else ""
    return FindingPart(tuple(chosen[:MOST]), more)
