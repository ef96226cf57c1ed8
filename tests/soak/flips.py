"""Flipped bits, cuts and deletions in every file of a data folder: healed, or refused by name, never silently wrong.

``python -m tests.soak.flips FOLDER COUNT SEED`` prints its figures as JSON.
"""

import logging
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from cchc_metrics.errors import CchcError
from cchc_metrics.storage import Store, look_over, verify
from tests.soak import office
from tests.soak.campaign import Bases, Figures
from tests.soak.faults import Shim, in_child
from tests.soak.judge import Model, judged
from tests.soak.office import settings_of

Say = Callable[[str], None]

# What a refusal or a found problem may speak of, by the file that was harmed.
_SPEAKS_OF = {
    "journal": ("hật ký", "iêm phong"),
    "archive": ("ho lưu trữ", "Tệp gốc", "tệp thay đổi"),
}


class Flips:
    """One harm, one opening, the judge; what was refused is made good and opened again."""

    def __init__(self, root: Path, bases: Bases, random_: random.Random) -> None:
        self._case, self._bases, self._random = root / "case", bases, random_
        self.figures = Figures()

    def case(self, base: str, harm: str) -> None:
        """Harm one file of a fresh copy."""
        self._bases.copy(base, self._case)
        file = self._random.choice(self._random.choice(_files(self._case)))
        where = self._harm(file, harm)
        name = f"{harm} of {file.relative_to(self._case)} {where} ({base})"
        kind = "journal" if file.name == "journal.jsonl" else file.relative_to(self._case).parts[0].split(".")[0]
        self.figures.cases[f"{harm}: {kind}"] += 1
        self.figures.note(name, self._findings(base, kind, file))

    def _harm(self, file: Path, harm: str) -> str:
        data = bytearray(file.read_bytes())
        if harm == "deletion":
            file.unlink()
            return ""
        at = self._random.randrange(len(data))
        if harm == "cut":
            file.write_bytes(data[:at])
            return f"at {at} of {len(data)}"
        data[at] ^= 1 << (bit := self._random.randrange(8))
        file.write_bytes(data)
        return f"at {at}.{bit}"

    def _findings(self, base: str, kind: str, file: Path) -> list[str]:
        model = self._bases.models[base]
        ended = in_child(lambda say: _opened(self._case, say, whole=kind == "archive"))
        if ended.failed or ended.killed or ended.aborted:
            return [f"dead: {ended}"]
        refused = [line for line in ended.said if line.startswith("refused")]
        told = [line for line in ended.said if line.startswith("told")]
        found = self._wrong_causes(kind, [*refused, *told])
        if refused:
            found += self._made_good(kind)
        if kind == "archive":
            put_back = self._bases.folder / base / file.relative_to(self._case)
            return found + self._archive(model, file, put_back, bool(told or refused))
        return found + judged(self._case, model)

    def _archive(self, model: Model, file: Path, put_back: Path, is_told: bool) -> list[str]:
        """A harmed archive is told of at once or by a check; with the file put back, all is well."""
        found = [] if is_told else ["silently wrong: a harmed file of the archive was not told of"]
        shutil.copy(put_back, file)
        ended = in_child(lambda say: _opened(self._case, say, whole=False))
        found += [f"dead: with the file put back, {line}" for line in ended.said]
        return found + judged(self._case, model)

    def _made_good(self, kind: str) -> list[str]:
        """What a refusal asks for: «repair» for the journal; then everything is there."""
        if kind != "journal":
            return [] if kind == "archive" else [f"dead: refused for a harmed {kind}"]
        ended = in_child(lambda say: _repaired(self._case, say))
        return [] if ended.said == ("repaired",) else [f"dead: not repaired, {list(ended.said)}"]

    @staticmethod
    def _wrong_causes(kind: str, told: list[str]) -> list[str]:
        words = _SPEAKS_OF.get(kind, ())
        return [f"wrong cause: {line}" for line in told if not any(word in line for word in words)]


def _files(folder: Path) -> list[list[Path]]:
    """Every file that holds something, by its sort: no sort is left out because it has few or small files."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size:
            found.setdefault(f"{path.parent.name}/{path.suffix}", []).append(path)
    return list(found.values())


def _opened(folder: Path, say: Say, *, whole: bool) -> None:
    """Open it as the office does; a flipped byte of the archive is found by the whole check only."""
    try:
        store = Store.open(settings_of(folder))
    except CchcError as refusal:
        say(f"refused: {refusal}")
        return
    for problem in {*look_over(store), *(verify(store).problems if whole else ())}:
        say(f"told: {problem}")
    store.close()


def _repaired(folder: Path, say: Say) -> None:
    try:
        office.repair(settings_of(folder))
        Store.open(settings_of(folder)).close()
    except CchcError as refusal:
        say(f"refused: {refusal}")
        return
    say("repaired")


def run(root: Path, count: int, seed: int) -> Figures:
    """So many harms, most of them flipped bits."""
    started = time.monotonic()
    logging.disable(logging.CRITICAL)
    flips = Flips(root, Bases.made(root / "bases", Shim(), many=False), random.Random(seed))
    for number in range(count):
        harm = ("flip", "flip", "flip", "flip", "flip", "flip", "cut", "deletion")[number % 8]
        flips.case(("lived", "with log")[number % 3 == 0], harm)
        if number % 100 == 99:
            print(f"{number + 1}/{count}, {len(flips.figures.wrong)} findings", file=sys.stderr, flush=True)
    flips.figures.seconds = round(time.monotonic() - started)
    return flips.figures


if __name__ == "__main__":
    where, asked, number = sys.argv[1:]
    sys.exit(run(Path(where), int(asked), int(number)).told())
