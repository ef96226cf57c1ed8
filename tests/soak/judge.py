"""The judge: what the acknowledged operations make of the facts, worked out by hand, and whether a folder says so.

It shares no code with the store: it parses the journal itself, hashes files itself and asks the database file itself.
"""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

Facts = dict[str, float]


@dataclass(slots=True)
class Model:
    """Facts after each acknowledged entry, by entry number (0: none), and the files that came and went."""

    states: list[Facts] = field(default_factory=lambda: [{}])
    originals: dict[int, bytes] = field(default_factory=dict)
    removed: set[bytes] = field(default_factory=set)
    redacted: str = ""

    @property
    def facts(self) -> Facts:
        return self.states[-1]

    def copy(self) -> "Model":
        return Model(list(self.states), dict(self.originals), set(self.removed), self.redacted)

    def stored(self, cells: Facts, original: bytes = b"") -> None:
        """An import or an edit set these cells."""
        self.states.append({**self.facts, **cells})
        if original:
            self.originals[len(self.states) - 1] = original
            self.removed.discard(original)

    def undone(self, seq: int) -> None:
        """An entry was taken back; in these campaigns it is always the one before."""
        assert seq == len(self.states) - 1
        self.states.append(dict(self.states[seq - 1]))

    def original_removed(self, seq: int) -> None:
        """The file of an entry was removed for good."""
        self.removed.add(self.originals[seq])
        self.states.append(dict(self.facts))


def judged(folder: Path, acknowledged: Model, in_flight: Model | None = None) -> list[str]:
    """What is wrong with a closed folder: nothing, when it holds every acknowledged operation and no other.

    An operation that was under way when the process died may be there whole or not at all.
    """
    wrong: list[str] = []
    lines = _lines(folder / "journal.jsonl", wrong)
    models = [acknowledged, *([in_flight] if in_flight is not None else [])]
    fitting = [model for model in models if len(model.states) - 1 == len(lines)]
    if not fitting:
        expected = " or ".join(str(len(model.states) - 1) for model in models)
        return [*wrong, f"lost or invented: the journal has {len(lines)} entries, {expected} expected"]
    model = fitting[0]
    wrong += _archive(folder, model, lines)
    wrong += _database(folder, model)
    wrong += _redacted(folder, model.redacted, lines) if model.redacted else []
    return wrong


def _lines(path: Path, wrong: list[str]) -> list[dict[str, object]]:
    data = path.read_bytes()
    if data and not data.endswith(b"\n"):
        wrong.append("the journal does not end with a line")
    found, head = [], ""
    for number, raw in enumerate(data.splitlines(), start=1):
        payload = json.loads(raw)
        digest = payload.pop("hash")
        payload.pop("seal", None)
        text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if payload["previous_hash"] != head or digest != hashlib.sha256((head + text).encode()).hexdigest():
            wrong.append(f"line {number} does not chain")
        if payload["seq"] != number:
            wrong.append(f"line {number} is numbered {payload['seq']}")
        head = digest
        found.append(payload)
    times = [str(payload["recorded_at"]) for payload in found]
    if times != sorted(times):
        wrong.append("times go back")
    return found


def _archive(folder: Path, model: Model, lines: list[dict[str, object]]) -> list[str]:
    wrong = []
    for seq, original in model.originals.items():
        path = folder / "archive" / "originals" / hashlib.sha256(original).hexdigest()
        if original in model.removed:
            if path.exists():
                wrong.append(f"the removed original of entry {seq} is there")
        elif not path.exists() or path.read_bytes() != original:
            wrong.append(f"the original of entry {seq} is lost")
    for payload in lines:
        path = folder / "archive" / f"{payload['seq']}.changes.parquet"
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != payload["changes_sha256"]:
            wrong.append(f"the change set of entry {payload['seq']} is another")
    return wrong


def _redacted(folder: Path, text: str, lines: list[dict[str, object]]) -> list[str]:
    """What was written before a redaction does not hold the text; what change sets say of their line is not packed."""
    end = next(number for number, line in enumerate(lines) if line["action"] == "redact")
    files = [folder / "archive" / f"{number + 1}.changes.parquet" for number in range(end)]
    held = [f"line {number + 1}" for number in range(end) if text in str(lines[number])]
    held += [file.name for file in files if file.exists() and text.encode() in file.read_bytes()]
    return [f"the redacted text is still in {place}" for place in held]


def _database(folder: Path, model: Model) -> list[str]:
    """Facts in force, and as they were after every entry."""
    wrong = []
    database = duckdb.connect(str(folder / "cchc.duckdb"), read_only=True)
    try:
        now = dict(database.execute("SELECT entity_id, CAST(value AS DOUBLE) FROM score").fetchall())
        if now != model.facts:
            wrong.append(f"silently wrong: facts are {_difference(now, model.facts)}")
        versions = database.execute(
            "SELECT entity_id, CAST(value AS DOUBLE), seq_from, NULL FROM score UNION ALL "
            "SELECT entity_id, CAST(value AS DOUBLE), seq_from, seq_to FROM score_history"
        ).fetchall()
    finally:
        database.close()
    for seq, state in enumerate(model.states):
        then = {cell: value for cell, value, first, end in versions if first <= seq and (end is None or seq < end)}
        if then != state:
            wrong.append(f"silently wrong: as known at {seq}, facts are {_difference(then, state)}")
    return wrong


def _difference(found: Facts, expected: Facts) -> str:
    cells = sorted(cell for cell in found.keys() | expected.keys() if found.get(cell) != expected.get(cell))
    return ", ".join(f"{cell}={found.get(cell)} not {expected.get(cell)}" for cell in cells[:5])
