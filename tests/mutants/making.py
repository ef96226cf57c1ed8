"""The faults that can be made in a room, by mutmut, and a sample of them drawn by lines."""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import libcst as cst
from libcst import matchers
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.file_mutation import Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines

# Words, types and what a type checker refuses need no test of their own.
LEFT_OUT = re.compile(
    r"raise \w+|texts\(\)|\.format\(|@dataclass|\bcast\(|TypeVar\(|NewType\(|\bLOG\.|\blog\.|warnings\."
)
SAME = Path(__file__).with_name("same.csv")


@dataclass(frozen=True)
class Fault:
    """One fault: where it is, what stands there and what is put in its place, in code."""

    file: str
    line: int
    words: str
    before: str
    after: str
    made: Mutation
    module: cst.Module

    @property
    def name(self) -> str:
        """Place and change, whatever the number of the line: what its line says, then what is changed in it."""
        return f"{self.file}: {self.words} | {self.before} → {self.after}"

    def source(self) -> str:
        """The whole file with the fault in it."""
        put = self.module.deep_replace(self.made.original_node, self.made.mutated_node)
        assert isinstance(put, cst.Module)
        return put.code


_EXPORTS = matchers.Assign(targets=[matchers.AssignTarget(matchers.Name("__all__"))])


class _Visitor(MutationVisitor):
    """Decorated functions too: every fault is tried as a file of its own, not beside the others in one."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if matchers.matches(node, _EXPORTS):
            return True
        if isinstance(node, cst.FunctionDef) and node.decorators:
            node = node.with_changes(decorators=())
        return super()._skip_node_and_children(node)


def drawn(root: Path, room: str, number: int, seed: int) -> list[Fault]:
    """So many faults of a room: a line is drawn among all its lines, then one of the faults of that line."""
    chance = random.Random(seed)
    lines = [(file, line) for file in _files(root, room) for line in range(1, _length(root / file) + 1)]
    chance.shuffle(lines)
    known = same()
    found: list[Fault] = []
    for file, line in lines:
        offered = [one for one in faults(root, file) if one.line == line and one.name not in known]
        if offered:
            found.append(chance.choice(offered))
        if len(found) == number:
            break
    return found


def same() -> dict[str, str]:
    """Faults that change nothing anybody can see, each with the reason."""
    with SAME.open(encoding="utf-8", newline="") as told:
        return {row["fault"]: row["reason"] for row in csv.DictReader(told)}


@cache
def faults(root: Path, file: str) -> tuple[Fault, ...]:
    """Every fault of a file, in the order of its lines."""
    code = (root / file).read_text("utf-8")
    return tuple(sorted(_faults(file, code), key=lambda fault: fault.line))


def _faults(file: str, code: str) -> Iterator[Fault]:
    wrapper = MetadataWrapper(cst.parse_module(code))
    visitor = _Visitor(mutation_operators, get_ignored_lines(file, code, wrapper, None))
    module = wrapper.visit(visitor)
    places, parents = wrapper.resolve(PositionProvider), wrapper.resolve(ParentNodeProvider)
    lines = code.splitlines()
    for made in visitor.mutations:
        node = made.original_node
        while node not in places:
            node = parents[node]
        line = places[node].start.line
        if not LEFT_OUT.search(lines[line - 1]):
            before, after = (_plain(module, one) for one in (made.original_node, made.mutated_node))
            yield Fault(file, line, lines[line - 1].strip(), before, after, made, module)


def _plain(module: cst.Module, node: cst.CSTNode) -> str:
    return " ".join(module.code_for_node(node).split())


def _files(root: Path, room: str) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in (root / "cchc_metrics" / room).rglob("*.py"))


@cache
def _length(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
