"""A journal line: canonical JSON, chained by hash to the one before, sealed with a key from outside the folder.

Format 1 is what the first programs wrote: no ``format``, no seal. A line of a later format, or with a word that this
program does not know, is never called damaged: it asks for a newer program. Format 3 is that of redactions alone, so
that a folder without any stays one for the programs before.
"""

import json
from dataclasses import asdict, fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from cchc_metrics.errors import NewerStoreError, StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Actor, ChangeCounts, Entry, Finding, RowCounts, Severity

FORMAT = 2
OF_REDACTIONS = 3
_SINCE_3 = ("redacts", "redacted_cells", "redacted_length", "redacted_code", "replaced_code")
_SINCE_2 = ("clock_behind", "facts_sha256", "tables_sha256", "format")
_KNOWN = frozenset(field.name for field in fields(Entry))


def payload_of(entry: Entry) -> dict[str, Any]:
    """What the hash of an entry covers, as it is written; a line of format 1 has fewer words."""
    payload = asdict(entry)
    del payload["hash"]
    payload["recorded_at"] = entry.recorded_at.isoformat()
    absent = (*(_SINCE_3 if entry.format < OF_REDACTIONS else ()), *(_SINCE_2 if entry.format < FORMAT else ()))
    for name in absent:
        del payload[name]
    return payload


def chained(payload: dict[str, Any]) -> str:
    """The hash of an entry: over the previous hash and everything it says."""
    return sha256((payload["previous_hash"] + canonical(payload)).encode()).hexdigest()


def digest_of(data: bytes) -> str:
    """The hash by which a line names a file."""
    return sha256(data).hexdigest()


def canonical(payload: dict[str, Any]) -> str:
    """One spelling for one value."""
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def encode(entry: Entry, seal: str = "") -> bytes:
    """The line of an entry with its hash, its seal where there is a key, and a line feed."""
    payload = {**payload_of(entry), "hash": entry.hash, **({"seal": seal} if seal else {})}
    return (canonical(payload) + "\n").encode()


def decode(line: bytes) -> Entry:
    """The entry of a line. Raises ValueError, KeyError or TypeError when it is none or its hash is not its own.

    Raises NewerStoreError for a line that only a later program understands.
    """
    payload: dict[str, Any] = json.loads(line)
    digest = payload.pop("hash")
    payload.pop("seal", None)
    if digest != chained(payload):
        raise ValueError("the hash is not that of the line")
    # Every format keeps this chain, so that a flipped byte is never taken for a newer program.
    if (
        int(payload.get("format", 1)) > OF_REDACTIONS
        or not payload.keys() <= _KNOWN
        or payload["action"] not in set(Action)
    ):
        raise NewerStoreError(texts().errors.newer_journal)
    return entry_of(payload, digest)


def entry_of(payload: dict[str, Any], digest: str = "") -> Entry:
    """The entry that a payload describes."""
    return Entry(
        **{
            **payload,
            "action": Action(payload["action"]),
            "actor": Actor(**payload["actor"]),
            "recorded_at": datetime.fromisoformat(payload["recorded_at"]),
            "rows": RowCounts(**payload["rows"]),
            "counts": ChangeCounts(**payload["counts"]),
            "findings": tuple(_finding(each) for each in payload["findings"]),
            # Older lines know of no removals.
            "removes": tuple(payload.get("removes", ())),
            "redacts": tuple(payload.get("redacts", ())),
            "hash": digest,
        }
    )


def checked(number: int, line: bytes, previous_hash: str) -> Entry:
    """The entry of line ``number`` behind that hash. Raises StoreDamagedError when it is none, NewerStoreError."""
    try:
        entry = decode(line)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreDamagedError(texts().errors.journal_broken.format(line=number)) from error
    if entry.seq != number or entry.previous_hash != previous_hash:
        raise StoreDamagedError(texts().errors.journal_broken.format(line=number))
    return entry


def mended(number: int, tail: bytes, previous_hash: str) -> bytes | None:
    """The line that bytes behind the last line feed hold whole, with its line feed; None when they hold none.

    A line that lost its line feed, or whose line feed turned into another byte, was written and acknowledged.
    """
    line = tail.rstrip()
    for candidate in (line, line[:-1]):
        try:
            checked(number, candidate, previous_hash)
        except StoreDamagedError:
            continue
        return candidate + b"\n"
    return None


def seal_of(line: bytes) -> str:
    """The seal of a line; empty when it bears none."""
    return str(json.loads(line).get("seal", ""))


def _finding(payload: dict[str, Any]) -> Finding:
    return Finding(
        **{**payload, "severity": Severity(payload["severity"]), "cells": tuple(payload["cells"])},
    )
