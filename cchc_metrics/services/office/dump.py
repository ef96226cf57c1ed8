"""All facts in force in files of their own, for whoever goes on with another program."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pandas as pd

from cchc_metrics.access import Deed, require
from cchc_metrics.access.audit import Audit
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.rows import narrowed, reading
from cchc_metrics.model import Actor
from cchc_metrics.schema import KINDS, PROVENANCE, Kind
from cchc_metrics.services.office.office import Office
from cchc_metrics.workbooks.export_column import ExportColumn
from cchc_metrics.workbooks.export_csv import export_csv


@dataclass(frozen=True, slots=True)
class Dumped:
    """How many kinds and facts were written."""

    kinds: int
    facts: int


def dump(office: Office, actor: Actor, folder: Path, audit: Audit) -> Dumped:
    """``<kind>.parquet`` and ``.csv`` for each kind that holds facts, with where they came from, and the dictionary.

    CSV: UTF-8 with a mark at the beginning, an apostrophe before cells that a spreadsheet could run; a missing value
    is an empty cell. audit: where it is told; the office may be a look at another. Raises NotAllowedError, OSError.
    """
    require(actor, Deed.DOWNLOAD)
    require(actor, Deed.READ_ALL)
    require(actor, Deed.READ_REPORTS)
    folder.mkdir(parents=True, exist_ok=True)
    count = kinds = 0
    for kind in KINDS.values():
        facts = office.store.facts(kind, narrowed(None, reading(actor, kind)), provenance=True)
        if facts.empty:
            continue
        facts.to_parquet(folder / f"{kind.name}.parquet", index=False)
        (folder / f"{kind.name}.csv").write_bytes(_csv(facts))
        count, kinds = count + len(facts), kinds + 1
    dictionary = pd.DataFrame([row for kind in KINDS.values() for row in _rows(kind)])
    (folder / "tu-dien.csv").write_bytes(_csv(dictionary))
    audit.record(Kept.DUMP, actor, about=folder.name, after={"kinds": kinds, "facts": count})
    return Dumped(kinds, count)


def _csv(frame: pd.DataFrame) -> bytes:
    """By the type of each column: numbers whole, everything else as text."""
    return export_csv(frame, [ExportColumn(name, name, _sort(frame[name])) for name in frame.columns])


def _sort(values: pd.Series) -> Literal["text", "number", "integer"]:
    if pd.api.types.is_bool_dtype(values):
        return "text"
    if pd.api.types.is_integer_dtype(values):
        return "integer"
    return "number" if pd.api.types.is_float_dtype(values) else "text"


def _rows(kind: Kind) -> list[dict[str, str]]:
    """One row per column: kind, its title, column, type, whether it belongs to the grain, header and help."""
    told = {one.store: one for one in kind.template}
    columns = [(column.name, str(column.type), "x") for column in kind.grain]
    columns += [(column.name, str(column.type), "") for column in kind.values]  # noqa: PD011 - a kind, no frame
    columns += [(name, sql, "") for name, sql in PROVENANCE]
    return [
        {
            "kind": kind.name,
            "title": kind.title,
            "column": name,
            "type": sql,
            "grain": grain,
            "header": told[name].header if name in told else "",
            "help": told[name].help if name in told else "",
        }
        for name, sql, grain in columns
    ]
