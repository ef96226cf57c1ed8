"""The journal: append-only JSON lines, each chained to the one before by its hash. Its fsync is the commit point."""

import json
import os
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from cchc_metrics.errors import StoreDamagedError
from cchc_metrics.labels import texts
from cchc_metrics.model import Action, Actor, ChangeCounts, Entry, Finding, RowCounts, Severity
from cchc_metrics.storage.files import sync_folder


class Journal:
    """The journal of a data folder, open for appending. One process, one writer at a time."""

    def __init__(self, path: Path) -> None:
        """Read and check every line, dropping a torn last one.

        Raises StoreDamagedError when a line before the end does not fit the chain.
        """
        is_new = not path.exists()
        self.unknown = False  # whether a failed append could not be taken back
        self._file: IO[bytes] = path.open("ab+", buffering=0)
        try:
            self._entries, self._length, self.torn_bytes = _read(path.read_bytes())
            if self.torn_bytes:
                self._cut()
        except BaseException:
            self._file.close()
            raise
        if is_new:
            os.fsync(self._file.fileno())
            sync_folder(path.parent)
        self._plans = {entry.plan_id: entry for entry in self._entries}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, oldest first; entry ``n`` stands at place ``n − 1``."""
        return tuple(self._entries)

    @property
    def last_seq(self) -> int:
        return len(self._entries)

    def of_plan(self, plan_id: str) -> Entry | None:
        """The entry that stored this plan."""
        return self._plans.get(plan_id)

    def next(self, draft: Entry) -> Entry:
        """The draft with the number, the previous hash and the hash that it would have as the next line."""
        previous = self._entries[-1].hash if self._entries else ""
        numbered = replace(draft, seq=self.last_seq + 1, previous_hash=previous, hash="")
        return replace(numbered, hash=_chained(_payload(numbered)))

    def append(self, entry: Entry) -> None:
        """Write one line and fsync it: when this returns, the entry is committed.

        On any failure the file is cut back to its old length and the error goes on; StoreDamagedError when even
        that fails, for then nobody knows what the file holds.
        """
        if entry.seq != self.last_seq + 1:
            raise ValueError(f"entry {entry.seq} does not follow {self.last_seq}")
        line = encode(entry)
        try:
            _write_all(self._file, line)
            os.fsync(self._file.fileno())
        except BaseException as error:
            self._withdraw(error)
            raise
        self._length += len(line)
        self._entries.append(entry)
        self._plans[entry.plan_id] = entry

    def close(self) -> None:
        self._file.close()

    def _withdraw(self, cause: BaseException) -> None:
        try:
            self._cut()
        except OSError:
            self.unknown = True
            raise StoreDamagedError(texts().errors.journal_unknown) from cause

    def _cut(self) -> None:
        self._file.truncate(self._length)
        os.fsync(self._file.fileno())


def read_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a journal file, for checking it. Raises StoreDamagedError when the chain is broken."""
    entries, _, _ = _read(path.read_bytes())
    return tuple(entries)


def encode(entry: Entry) -> bytes:
    """The line of an entry: canonical JSON with the hash as its last word, and a line feed."""
    return (_canonical({**_payload(entry), "hash": entry.hash}) + "\n").encode()


def decode(line: bytes) -> Entry:
    """The entry of a line. Raises ValueError, KeyError or TypeError when it is none or its hash is not its own."""
    payload: dict[str, Any] = json.loads(line)
    digest = payload.pop("hash")
    if digest != _chained(payload):
        raise ValueError("the hash is not that of the line")
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
            "hash": digest,
        }
    )


def _read(data: bytes) -> tuple[list[Entry], int, int]:
    """Entries, the length they take, and the bytes of a torn line behind them."""
    lines = data.split(b"\n")
    torn = lines.pop()
    # A line that was never fsynced may come back from a power cut with holes.
    if not torn and lines and b"\0" in lines[-1]:
        torn = lines.pop() + b"\n"
    entries: list[Entry] = []
    for number, line in enumerate(lines, start=1):
        entries.append(_checked(number, line, entries[-1].hash if entries else ""))
    return entries, len(data) - len(torn), len(torn)


def _checked(number: int, line: bytes, previous_hash: str) -> Entry:
    broken = texts().errors.journal_broken.format(line=number)
    try:
        entry = decode(line)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreDamagedError(broken) from error
    if entry.seq != number or entry.previous_hash != previous_hash:
        raise StoreDamagedError(broken)
    return entry


def _payload(entry: Entry) -> dict[str, Any]:
    payload = asdict(entry)
    del payload["hash"]
    payload["recorded_at"] = entry.recorded_at.isoformat()
    return payload


def _chained(payload: dict[str, Any]) -> str:
    return sha256((payload["previous_hash"] + _canonical(payload)).encode()).hexdigest()


def _canonical(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _finding(payload: dict[str, Any]) -> Finding:
    return Finding(
        **{**payload, "severity": Severity(payload["severity"]), "cells": tuple(payload["cells"])},
    )


def _write_all(file: IO[bytes], data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
