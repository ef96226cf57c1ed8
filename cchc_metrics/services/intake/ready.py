"""The shipped facts as change sets made beforehand, so that the first start need not read and check them again.

Each is what reading and checking its file gives on an office that holds the files before it and nothing else but a try-
out's mark; a test makes them anew and compares. They are stored as every import is: with the file itself, what was
found in it, and an entry of the journal. Where anything differs – the file, what is stored before it, the shape of its
kind, a byte of the change set – the file is read and checked as any other.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cchc_metrics.errors import CchcError
from cchc_metrics.model import ChangeCounts, Finding, ImportPlan, RowCounts, Severity
from cchc_metrics.schema import KINDS, Kind
from cchc_metrics.services.office.illustrative import is_marked
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing.storing import plan_id
from cchc_metrics.storage.changes import entry_of, from_parquet, to_parquet
from cchc_metrics.storage.store import Store

FOLDER = "ready"
_SUMS = "sums.json"


def ready_plan(office: Office, kind: Kind, path: Path) -> ImportPlan | None:
    """The plan made beforehand for a shipped file, None where it does not hold here and now."""
    sums = _sums(office.settings.reference_dir / FOLDER)
    entries = list(reversed(office.store.entries()))
    # A try-out begins with its mark, on which no shipped file depends.
    before = [entry.original_sha256 for entry in entries[bool(entries) and is_marked(office.store) :]]
    place, version = len(before), office.store.version
    original = path.read_bytes()
    digest = hashlib.sha256(original).hexdigest()
    if place >= len(sums) or [*before, digest] != [each["original"] for each in sums[: place + 1]]:
        return None
    try:
        changes = (office.settings.reference_dir / FOLDER / _name(place)).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(changes).hexdigest() != sums[place]["changes"] or sums[place]["version"] != kind.version:
        return None
    told = json.loads(entry_of(changes))
    frame = from_parquet(kind, changes).to_pandas()
    return ImportPlan(
        plan_id=plan_id(digest, kind, version),
        kind=kind.name,
        file_name=path.name,
        original=original,
        base_seq=version,
        rows=RowCounts(**told["rows"]),
        counts=ChangeCounts(**told["counts"]),
        findings=tuple(_finding(each) for each in told["findings"]),
        changes=frame,
        previous=frame.iloc[:0],
        missing=frame.iloc[:0],
    )


def made_of(store: Store) -> dict[str, bytes]:
    """Name -> content of the files of the folder, taken from a store that holds the shipped facts and nothing else.

    Raises CchcError when somebody else stored something.
    """
    entries = list(reversed(store.entries()))
    if any(entry.counts.changed or entry.undoes for entry in entries):
        raise CchcError("the store holds more than the shipped facts")
    files, sums = {}, []
    for place, entry in enumerate(entries):
        kind = KINDS[entry.kind]
        told = {
            "rows": asdict(entry.rows),
            "counts": asdict(entry.counts),
            "findings": [asdict(each) for each in entry.findings],
        }
        said = json.dumps(told, ensure_ascii=False, sort_keys=True)
        content = to_parquet(kind, store.change_set(entry), said)
        files[_name(place)] = content
        digest = hashlib.sha256(content).hexdigest()
        sums.append({"original": entry.original_sha256, "changes": digest, "version": kind.version})
    return files | {_SUMS: (json.dumps(sums, indent=1) + "\n").encode()}


def _name(place: int) -> str:
    return f"{place:02}.parquet"


def _sums(folder: Path) -> Sequence[Mapping[str, Any]]:
    try:
        sums: Sequence[Mapping[str, Any]] = json.loads((folder / _SUMS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return sums


def _finding(told: Mapping[str, Any]) -> Finding:
    return Finding(**{**told, "severity": Severity(told["severity"]), "cells": tuple(told["cells"])})
