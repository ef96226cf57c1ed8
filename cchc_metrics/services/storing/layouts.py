"""How files are read, kept: mappings as JSON, and layouts and names that the office need not tell twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from cchc_metrics import importing, workbooks
from cchc_metrics.importing.questions import names_as_facts
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import day
from cchc_metrics.model import FileMapping, Finding, ImportPlan, Severity, Snapshot, Workbook
from cchc_metrics.schema import LAYOUTS, NAMES
from cchc_metrics.services.office.office import Office


@dataclass(frozen=True, slots=True)
class Recalled:
    """What is remembered of a layout: the mapping, none where it cannot be read any more, and what to say of it."""

    mapping: FileMapping | None
    finding: Finding


def read_mapping(text: str) -> FileMapping:
    """A mapping from its JSON. Raises MappingError with the key that is wrong."""
    return importing.mapping_from_json(text)


def written_mapping(mapping: FileMapping) -> str:
    """A mapping as the JSON that ``read_mapping`` takes."""
    return importing.mapping_to_json(mapping)


def mapping_as_dict(mapping: FileMapping) -> dict[str, Any]:
    """A mapping as plain values, in the shape of its JSON."""
    return importing.mapping_to_dict(mapping)


def recalled(office: Office, workbook: Workbook, kind_name: str | None) -> Recalled | None:
    """What the office said of the layout of a file; None when it is new or of another kind."""
    snapshot = office.store.snapshot()
    if not len(snapshot.layouts) or not (mark := importing.fingerprint(workbook)):
        return None
    found = office.store.facts(LAYOUTS, {"fingerprint": [mark]}, provenance=True)
    if found.empty or (kind_name is not None and found["kind"].iloc[0] != kind_name):
        return None
    row, t = found.iloc[0], texts().findings
    name, when = str(row["name"]), day(row["recorded_at"].date())
    try:
        kept = importing.layout_from_json(str(row["mapping"]))
    except importing.MappingError as error:
        message = t.layout_not_readable.format(name=name, reason=error)
        return Recalled(None, Finding("layout_not_readable", Severity.WARNING, message))
    mapping, literal = importing.fitted(kept, workbook, snapshot)
    if mapping is None:
        return Recalled(None, Finding("layout_not_fitting", Severity.INFO, t.layout_not_fitting.format(name=name)))
    return Recalled(mapping, _told(name, when, literal))


def _told(name: str, when: str, literal: Mapping[str, str]) -> Finding:
    """Constants that the next file may not share ask for a look: they make the finding a warning."""
    t = texts().findings
    if not literal:
        return Finding("layout_remembered", Severity.INFO, t.layout_remembered.format(name=name, day=when))
    told = "; ".join(f"{header}: {text}" for header, text in literal.items())
    message = t.layout_remembered_subject.format(name=name, day=when, constants=told)
    return Finding("layout_remembered", Severity.WARNING, message)


def layout_facts(office: Office, plan: ImportPlan, note: str) -> pd.DataFrame:
    """The layout of a plan's file as facts of «layouts»: one row; none for a template or one that is known already.

    The same layout keeps the name of the file that first had it. Raises UnreadableFileError.
    """
    columns = [*LAYOUTS.grain_names, *LAYOUTS.value_names]
    nothing = pd.DataFrame({name: pd.Series([], dtype="str") for name in columns})
    if plan.mapping is None or not plan.mapping.tables or not plan.original:
        return nothing
    workbook = workbooks.read(plan.file_name, plan.original, office.settings.reader)
    mark = importing.fingerprint(workbook)
    if workbook.stamp is not None or not mark:
        return nothing
    kept = importing.layout_of(plan.mapping, workbook)
    known = office.store.facts(LAYOUTS, {"fingerprint": [mark]})
    if len(known) and _says_the_same(str(known["mapping"].iloc[0]), kept, workbook, office.store.snapshot()):
        return nothing
    text = importing.layout_to_json(kept)
    row = {"fingerprint": mark, "name": plan.file_name, "kind": plan.kind, "mapping": text, "note": note or None}
    return pd.DataFrame({name: pd.Series([row[name]], dtype="str") for name in columns})


def _says_the_same(text: str, kept: importing.Layout, workbook: Workbook, snapshot: Snapshot) -> bool:
    """Whether a stored mapping reads this file as ``kept`` does, whatever its sheets are called."""
    try:
        stored = importing.layout_from_json(text)
    except importing.MappingError:
        return False
    fitted, _ = importing.fitted(stored, workbook, snapshot)
    return fitted is not None and importing.layout_of(fitted, workbook) == kept


def name_facts(office: Office, plan: ImportPlan, note: str) -> pd.DataFrame:
    """The answers of a plan as facts of «names», less those that are stored with the same meaning."""
    new = names_as_facts(plan.mapping.answers if plan.mapping is not None else (), note)
    grain = [*NAMES.grain_names, "target"]
    known = pd.MultiIndex.from_frame(office.store.facts(NAMES)[grain].astype("str"))
    return new[~pd.MultiIndex.from_frame(new[grain].astype("str")).isin(known)].reset_index(drop=True)
