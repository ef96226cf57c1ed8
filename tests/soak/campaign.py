"""Faults at every file operation of everything the office does: die, tear, fail once, fail for ever.

``python -m tests.soak.campaign FOLDER all|COUNT SEED [PART PARTS]`` runs under the shim (``tests.soak`` starts it so)
and prints its figures as JSON.
"""

import errno
import json
import logging
import os
import random
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

from cchc_metrics.errors import CchcError
from cchc_metrics.schema import SCORES
from cchc_metrics.storage import Store
from tests.soak import office
from tests.soak.faults import KILLS, Ended, Mode, Shim, in_child
from tests.soak.judge import Facts, Model, judged
from tests.soak.office import OPERATIONS, PACKING, Operation, settings_of

Say = Callable[[str], None]

_OF_A_RUN = 32
_IN_LOG = 17
_NEXT: Facts = {"NEXT": 99.0}
_ABOUT_THE_DISK = ("đĩa", "dung lượng", "quyền ghi", "ghi được")
_NOT_ABOUT_THE_DISK = ("chương trình khác", "phiên bản mới", "bản sao lưu", "bị sửa", "lỗi ngoài dự kiến")


@dataclass(slots=True)
class Figures:
    """What a campaign counted. faults: by mode · wrong: a line for each finding of the judge."""

    cases: Counter[str] = field(default_factory=Counter)
    operations: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    silent: int = 0
    dead: int = 0
    wrong_cause: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def told(self) -> int:
        """Print everything as JSON; the exit code is 1 when the judge found anything."""
        print(json.dumps({name.name: getattr(self, name.name) for name in fields(self)}, ensure_ascii=False, indent=1))
        return 1 if self.wrong else 0

    def note(self, case: str, findings: list[str]) -> None:
        """Count what was found in a case."""
        for finding in findings:
            self.silent += finding.startswith("silently")
            self.dead += finding.startswith("dead")
            self.wrong_cause += finding.startswith("wrong cause")
            self.lost += not finding.startswith(("silently", "dead", "wrong cause"))
            self.wrong.append(f"{case}: {finding}")
            print(self.wrong[-1], file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at which file operation."""

    at: int
    mode: Mode
    error: int = 0


@dataclass(frozen=True, slots=True)
class Bases:
    """The folders that operations begin with, each with what its acknowledged entries make of the facts."""

    folder: Path
    models: dict[str, Model]

    @staticmethod
    def made(folder: Path, shim: Shim, *, many: bool) -> "Bases":
        """Make them, in children: this process never opens a store."""
        folder.mkdir(parents=True)
        models: dict[str, Model] = {"empty": Model()}
        lived = folder / "lived"
        _must(in_child(lambda say: _lived(lived, say)), models, "lived")
        _must(in_child(lambda _: office.make_bases(folder, lived)), models, "")
        for name in ("without database", "other schema", "damaged", "torn", "cut"):
            models[name] = models["lived"]
        for name, at in (("with log", None), ("behind", shim)):
            shutil.copytree(lived, folder / name)
            shutil.copy(folder / "lived.key", folder / f"{name}.key")
            models[name] = models["lived"].copy()
            ended = in_child(_dying(folder / name, models[name], at))
            assert ended.killed, ended
            models[name].stored({"W": 8.0}, b"six")
        if many:
            _must(in_child(lambda say: _many(folder / "many", say)), models, "many")
        return Bases(folder, models)

    def copy(self, name: str, target: Path) -> None:
        """A fresh copy of a base."""
        shutil.rmtree(target, ignore_errors=True)
        if name == "empty":
            return
        shutil.copytree(self.folder / name, target)
        shutil.copy(self.folder / f"{name}.key", target.parent / f"{target.name}.key")


def _must(ended: Ended, models: dict[str, Model], name: str) -> None:
    assert not (ended.killed or ended.aborted or ended.failed), ended
    if name:
        told = json.loads(ended.said[-1])
        models[name] = Model(
            told["states"],
            {int(seq): text.encode() for seq, text in told["originals"].items()},
            {text.encode() for text in told["removed"]},
        )


def _tell(model: Model, say: Say) -> None:
    originals = {seq: data.decode() for seq, data in model.originals.items()}
    removed = [one.decode() for one in model.removed]
    say(json.dumps({"states": model.states, "originals": originals, "removed": removed}))


def _lived(folder: Path, say: Say) -> None:
    model = Model()
    office.live(settings_of(folder), model)
    _tell(model, say)


def _many(folder: Path, say: Say) -> None:
    """So many entries that old change sets are to be packed, and none is yet."""
    model, settings = Model(), settings_of(folder)
    store = Store.open(settings)
    store.parts.archive.pack = lambda _: None  # type: ignore[method-assign]
    for number in range(330):
        office.stored(store, model, {f"Y{number % 40}": number / 4})
    store.close()
    _tell(model, say)


def _dying(folder: Path, model: Model, shim: Shim | None) -> Callable[[Say], None]:
    """A process that dies behind its COMMIT (no shim: only the log has it) or between journal line and COMMIT."""

    def work(_: Say) -> None:
        if shim is None:
            office.with_log(settings_of(folder), model.copy())
        else:
            store = Store.open(settings_of(folder))
            real = store.parts.journal.append

            def append(entry: object) -> None:
                real(entry)  # type: ignore[arg-type]
                os.kill(os.getpid(), 9)

            store.parts.journal.append = append  # type: ignore[method-assign]
            office.stored(store, model.copy(), {"W": 8.0}, b"six")
        os.kill(os.getpid(), 9)

    return work


class Campaign:
    """Every operation, every mode, every n."""

    def __init__(self, root: Path, shim: Shim, bases: Bases) -> None:
        self._case, self._shim, self._bases = root / "case", shim, bases
        self.figures = Figures()

    def calls_of(self, operation: Operation) -> list[str]:
        """The file operations of an operation, in their order, by a run without faults."""
        log = self._case.parent.parent / "calls.log"
        self._bases.copy(operation.base, self._case)
        with log.open("wb") as file:
            ended = in_child(lambda say: self._act(operation, Fault(0, Mode.COUNT), say, file.fileno()))
        assert ended.said[:1] == ("acknowledged",), (operation.name, ended)
        calls = [line.split(" ")[0] for line in log.read_text(encoding="utf-8").splitlines()]
        self.figures.operations[operation.name] = len(calls)
        return calls

    def case(self, operation: Operation, fault: Fault) -> None:
        """One fault, then the judge."""
        self._bases.copy(operation.base, self._case)
        ended = in_child(lambda say: self._act(operation, fault, say))
        self.figures.cases[fault.mode.name] += 1
        name = f"{operation.name}, {fault.mode.name} at {fault.at} ({errno.errorcode.get(fault.error, '-')})"
        self.figures.note(name, self._findings(operation, ended, fault.mode))

    def _findings(self, operation: Operation, ended: Ended, mode: Mode) -> list[str]:
        before = self._bases.models[operation.base].copy()
        after = before.copy()
        operation.expects(after)
        acknowledged = "acknowledged" in ended.said
        certain = after if acknowledged else before
        possible = None if acknowledged else after
        if ended.failed or ended.aborted:
            return [f"dead: the program failed or was ended by a library; it had said {list(ended.said)}"]
        found = _causes(ended.said, mode)
        if ended.killed:
            again = in_child(lambda say: _opened_again(self._case, say))
            if again.said[-1:] != ("next",):
                return [*found, f"dead: after the end of the process, {list(again.said)}"]
        elif "next" not in ended.said:
            return [*found, f"dead until restart: {list(ended.said)}"]
        for model in (certain, possible):
            if model is not None:
                model.stored(_NEXT, b"next")
        return found + judged(self._case, certain, possible)

    def _act(self, operation: Operation, fault: Fault, say: Say, log: int | None = None) -> None:
        settings, model = settings_of(self._case), self._bases.models[operation.base].copy()
        store = Store.open(settings) if operation.does else None
        if log is not None:
            self._shim.log_to(log)
        self._shim.arm(fault.at, fault.mode, fault.error)
        try:
            if operation.opens is not None:
                store = operation.opens(settings)
            elif operation.does is not None and store is not None:
                operation.does(store, model)
            say("acknowledged")
        except CchcError as refusal:
            say(f"refused: {refusal}")
        if store is not None:
            _read(store, say)
        self._shim.disarm()
        if fault.mode is Mode.COUNT:
            if store is not None:
                store.close()
            return
        if store is None:
            if _is_cut(self._case):
                office.repair(settings)
            store = Store.open(settings)
        held = store.facts(SCORES)
        office.stored(store, Model([dict(zip(held["entity_id"], held["value"], strict=True))]), _NEXT, b"next")
        say("next")
        store.close()


def _read(store: Store, say: Say) -> None:
    try:
        store.facts(SCORES)
    except CchcError as refusal:
        say(f"not read: {refusal}")


def _opened_again(folder: Path, say: Say) -> None:
    try:
        if _is_cut(folder):
            office.repair(settings_of(folder))
        store = Store.open(settings_of(folder))
        held = store.facts(SCORES)
        office.stored(store, Model([dict(zip(held["entity_id"], held["value"], strict=True))]), _NEXT, b"next")
        store.close()
    except CchcError as refusal:
        say(f"refused: {refusal}")
        return
    say("next")


def _is_cut(folder: Path) -> bool:
    """Whether this is the folder whose journal was cut by hand and not yet repaired."""
    journal = folder / "journal.jsonl"
    return (folder / "archive" / "8.changes.parquet").exists() and (
        not journal.exists() or len(journal.read_bytes().splitlines()) in (0, 6)
    )


def _causes(said: tuple[str, ...], mode: Mode) -> list[str]:
    """Every sentence under a failing disk is about the disk."""
    told = [line for line in said if line.startswith(("refused", "not read"))]
    if mode in KILLS:
        return [f"wrong cause: {line}" for line in told]
    return [
        f"wrong cause: {line}"
        for line in told
        if not any(word in line for word in _ABOUT_THE_DISK) or any(word in line for word in _NOT_ABOUT_THE_DISK)
    ]


def faults_of(calls: list[str]) -> Iterator[Fault]:
    """Every fault for every call; tearing is for writes. Of a long run of equal calls, its ends and every 32nd."""
    for at, call in enumerate(calls, start=1):
        if at % _OF_A_RUN and len({*calls[max(at - 4, 0) : at + 3]}) == 1 and 4 < at < len(calls) - 3:
            continue
        yield Fault(at, Mode.DIE_BEFORE)
        yield Fault(at, Mode.DIE_AFTER)
        for error in (errno.EIO, errno.ENOSPC):
            yield Fault(at, Mode.FAIL_ONCE, error)
            yield Fault(at, Mode.FAIL_ON, error)
        if call == "write":
            yield Fault(at, Mode.DIE_TORN)
            yield Fault(at, Mode.TEAR_ONCE, errno.ENOSPC)


def _ended_by_duckdb(operation: Operation, fault: Fault) -> bool:
    """Where DuckDB once ended the process: a disk that from some call of a commit on refuses everything, half a log."""
    if operation.name != "import of new facts":
        return False
    refuses = fault.mode is Mode.FAIL_ON and fault.error == errno.EIO and fault.at % 3 == 0
    return refuses or (fault.mode is Mode.DIE_TORN and fault.at < _IN_LOG)


def run(root: Path, sample: int | None, seed: int, part: int = 0, parts: int = 1) -> Figures:
    """Run all cases or every so many-th of them, or a random sample."""
    started = time.monotonic()
    logging.disable(logging.CRITICAL)
    shim = Shim()
    campaign = Campaign(root, shim, Bases.made(root / "bases", shim, many=sample is None))
    listed = [
        (operation, fault)
        for operation in (*OPERATIONS, *([PACKING] if sample is None else []))
        for fault in faults_of(campaign.calls_of(operation))
    ]
    if sample is not None:
        always = [one for one in listed if _ended_by_duckdb(*one)]
        listed = always + random.Random(seed).sample(listed, sample)
    listed = listed[part::parts]
    for number, (operation, fault) in enumerate(listed, start=1):
        campaign.case(operation, fault)
        if number % 100 == 0:
            print(f"{number}/{len(listed)}, {len(campaign.figures.wrong)} findings", file=sys.stderr, flush=True)
    figures = campaign.figures
    figures.seconds = round(time.monotonic() - started)
    return figures


if __name__ == "__main__":
    where, asked, *numbers = sys.argv[1:]
    sys.exit(run(Path(where), int(asked) if asked != "all" else None, *map(int, numbers)).told())
