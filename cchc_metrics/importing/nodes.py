"""What a row measures: criterion code or name -> a node of the framework that an index applies in a year."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from cchc_metrics.importing.entities import ALIKE
from cchc_metrics.importing.headings import code_first, cut_to_initials
from cchc_metrics.importing.names import NODE, Answers, Neighbours, Unasked, Unresolved
from cchc_metrics.importing.normalise import LONGEST_LABEL, canonical, clean, compact, has_foreign_letters, key
from cchc_metrics.importing.problems import Fault, error, warning
from cchc_metrics.labels import texts
from cchc_metrics.schema import TOTAL

_TOTAL_WORDS = frozenset({"total", "tongdiem", "tong", "chiso", "tongso", "diemtong"})
# What a person can settle by saying which criterion a name means.
_ASKED = frozenset({"node_unknown", "node_ambiguous"})


@dataclass(frozen=True, slots=True)
class Node:
    """A criterion of a framework; numbers are NaN where the framework does not say.

    highest: the highest score possible – the maximum and its bonus; where no maximum is known 100 for a percentage,
    else the total's, for no part exceeds its whole.
    """

    framework_id: str
    code: str
    name: str
    name_en: str
    unit: str
    max_score: float
    min_score: float
    bonus: float
    highest: float = np.nan
    parent: str = ""
    level: str = ""


class Framework:
    """The nodes that an index applies in one year, found by code and by name."""

    def __init__(self, index_code: str, nodes: Iterable[Node], answers: Answers | None = None) -> None:
        self.index_code = index_code
        self._answers = answers or Answers(None, NODE)
        self.nodes = tuple(nodes)
        self._by_code = {code_key(node.code): node for node in self.nodes}
        self._by_name: dict[str, list[Node]] = {}
        self._has_plain_codes = any(node.code[:1].isdecimal() for node in self.nodes)
        for node in self.nodes:
            forms = (form for name in (node.name, node.name_en) if name for form in (canonical(name), compact(name)))
            for form in dict.fromkeys(forms):
                self._by_name.setdefault(form, []).append(node)

    def coded(self, text: str) -> Node | None:
        """The node with this code: ``3.0``, ``3.`` and ``3`` are one, unless the framework has more of them."""
        code = code_key(text)
        forms = (code, code.rstrip("."), code.replace(",", "."), re.sub(r"[.,]0+$", "", code))
        found = next((self._by_code[form] for form in forms if form in self._by_code), None)
        return found if found is not None or not self._means_total(text) else self._by_code.get(code_key(TOTAL))

    def named(self, text: str) -> list[Node]:
        """The nodes that a name may mean: by the name itself, a code written in its place, ``D5. Tên``, or by what
        a person said of the name."""
        return self._named(text) or self._told(text)

    def _named(self, text: str) -> list[Node]:
        if len(text) > LONGEST_LABEL:
            return []
        exact = self._by_name.get(canonical(text)) or self._by_name.get(compact(text))
        if exact:
            return exact
        if (node := self.coded(text)) is not None:
            return [node]
        parted = code_first(text)
        if parted is None:
            return []
        found = self._named(parted.name)
        if (node := self.coded(parted.code)) is not None:
            return [node] if node in found else []
        # «1. Tham gia …»: a plain number that no code of the framework could be only counts the names.
        return found if parted.code.isdecimal() and not self._has_plain_codes else []

    def _told(self, text: str) -> list[Node]:
        """The node that a person said a name means, when this framework has it."""
        target = self._answers.target(self.index_code, text)
        node = self._by_code.get(code_key(target)) if target else None
        return [node] if node is not None else []

    def cut_codes(self, number: str) -> tuple[str, ...]:
        """The codes that a number in a cell may stand for, when there are several: 2.1 is 2.1 or 2.10."""
        forms = (f"{number}{zeros}" for zeros in ("", "0", "00"))
        codes = tuple(self._by_code[form].code for form in forms if "." in form and form in self._by_code)
        return codes if len(codes) > 1 or codes[:1] not in ((), (number,)) else ()

    def _means_total(self, text: str) -> bool:
        said, whole = compact(text), self._by_code.get(code_key(TOTAL))
        cut = whole is not None and said in cut_to_initials(whole.name)
        return cut or said in _TOTAL_WORDS or said == compact(self.index_code)

    def find(self, code: str, name: str) -> tuple[Node | None, Fault | None]:
        """The node that a code, a name or both mean; or why none can be taken."""
        code, name, t = code[:LONGEST_LABEL], name[:LONGEST_LABEL], texts().findings
        told = self._told(name or code)
        coded = (self.coded(code) or next(iter([] if name else told), None)) if code else None
        if code and coded is None:
            return None, self._unknown(code)
        # Letters of another alphabet serve to recognise a header, not to take a name for what it resembles.
        named = told if has_foreign_letters(name) else self.named(name) if name else []
        if coded is not None:
            return self._agreeing(code, coded, name, named)
        if not named:
            return None, self._unknown(name)
        if len(named) > 1 and told and told[0] in named:
            named = told
        if len(named) > 1:
            codes = "; ".join(node.code for node in named)
            return None, error("node_ambiguous", t.node_ambiguous.format(value=name, codes=codes))
        return named[0], None

    def _agreeing(self, code: str, coded: Node, name: str, named: list[Node]) -> tuple[Node | None, Fault | None]:
        t = texts().findings
        if not name or coded in named:
            return coded, None
        if named or fuzz.ratio(key(name), key(coded.name)) < ALIKE:
            other = named[0].code if named else t.nobody
            message = t.node_disagrees.format(code=code, of_code=coded.name, name=name, other=other)
            return None, error("node_disagrees", message)
        message = t.node_name_by_code.format(name=name, code=code, taken=coded.name)
        return coded, warning("node_name_by_code", message)

    def _unknown(self, text: str) -> Fault:
        t = texts().findings
        near = "; ".join(self.choices[code] for code in self.near(text))
        hint = t.suggestion.format(names=near) if near else t.no_suggestion_node
        if has_foreign_letters(text):
            hint = f"{t.name_foreign_letters} {hint}"
        return error("node_unknown", t.node_unknown.format(value=text, index=self.index_code, hint=hint))

    @cached_property
    def choices(self) -> Mapping[str, str]:
        """Every code -> ``D5 (Thủ tục hành chính công)``, in the framework's order."""
        return {node.code: f"{node.code} ({node.name})" if node.name else node.code for node in self.nodes}

    def near(self, text: str) -> tuple[str, ...]:
        """Up to three codes whose names are near a text, the likeliest first."""
        return self._neighbours.near(text)

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours((node.code, name) for node in self.nodes for name in (node.name, node.name_en) if name)


class NodeBook:
    """The frameworks of a snapshot.

    names: the frame of the kind «names». What ``find`` could not resolve and a person could is in ``unresolved``.
    """

    def __init__(self, nodes: pd.DataFrame, names: pd.DataFrame | None = None) -> None:
        self._answers = Answers(names, NODE)
        self._unasked = Unasked()
        self._nodes: dict[str, list[tuple[float, float, Node]]] = {}
        self._names: dict[str, str] = {}
        self._made: dict[tuple[str, int], Framework | None] = {}
        self._ever: dict[str, Framework] = {}
        for index_code, year_from, year_to, node in _nodes(nodes):
            self._nodes.setdefault(index_code, []).append((year_from, year_to, node))
            self._names[compact(index_code)] = index_code
        for index_code, rows in self._nodes.items():
            for _, _, node in rows:
                if node.code == TOTAL and node.name:
                    self._names.setdefault(compact(node.name), index_code)

    @property
    def indexes(self) -> tuple[str, ...]:
        return tuple(sorted(self._nodes))

    def find_index(self, text: str) -> tuple[str | None, Fault | None]:
        """The code of the index that a text names, by its code or by the name of its total."""
        text = text[:LONGEST_LABEL]
        found = None if has_foreign_letters(text) else self._names.get(compact(text))
        if found is not None:
            return found, None
        known = "; ".join(self.indexes) or texts().findings.none_yet
        return None, error("index_unknown", texts().findings.index_unknown.format(value=text, names=known))

    def indexes_in(self, text: str) -> tuple[str, ...]:
        """The indexes whose code stands in a text, such as the name of a sheet or a file."""
        words = f" {key(text)} "
        return tuple(code for code in self.indexes if f" {key(code)} " in words)

    def framework(self, index_code: str, year: int) -> Framework | None:
        """The framework of an index in a year; of several in force, the one that began last."""
        if (index_code, year) not in self._made:
            rows = [row for row in self._nodes.get(index_code, []) if row[0] <= year <= row[1]]
            began: dict[str, float] = {}
            for year_from, _, node in rows:
                began[node.framework_id] = min(year_from, began.get(node.framework_id, np.inf))
            latest = max(began.values(), default=0)
            chosen = [node for _, _, node in rows if began[node.framework_id] == latest]
            self._made[index_code, year] = Framework(index_code, _bounded(chosen), self._answers) if chosen else None
        return self._made[index_code, year]

    def newest_years(self, count: int) -> tuple[int, ...]:
        """The last years for which some framework is known, the newest first."""
        ends = [
            int(begun if np.isinf(ended) else ended)
            for rows in self._nodes.values()
            for begun, ended, _ in rows
            if not (np.isinf(begun) and np.isinf(ended))
        ]
        newest = max(ends, default=0)
        return tuple(range(newest, newest - count, -1)) if newest else ()

    def framework_years(self, index_code: str) -> str:
        """The years that the index's frameworks cover, for a message: ``2011–2024``; ``2022–`` when open."""
        rows = self._nodes.get(index_code, [])
        spans = sorted({(begun, ended) for begun, ended, _ in rows})
        return "; ".join(f"{_year(begun)}–{_year(ended)}" for begun, ended in spans) or texts().findings.none_yet

    def any_year(self, index_code: str) -> Framework:
        """Every node that any framework of an index ever had, to recognise headers by."""
        if index_code not in self._ever:
            nodes = (node for _, _, node in self._nodes.get(index_code, []))
            self._ever[index_code] = Framework(index_code, nodes, self._answers)
        return self._ever[index_code]

    def find(self, index_code: str, year: int, code: str, name: str) -> tuple[Node | None, Fault | None]:
        """The node that a row means in a year; or why none can be taken."""
        t = texts().findings
        framework = self.framework(index_code, year)
        if framework is None:
            years = self.framework_years(index_code)
            message = t.framework_missing.format(index=index_code, year=year, years=years)
            return None, error("framework_missing", message)
        names = sorted({node.framework_id for node in framework.nodes})
        if len(names) > 1:
            message = t.framework_ambiguous.format(index=index_code, year=year, names="; ".join(names))
            return None, error("framework_ambiguous", message)
        node, fault = framework.find(code, name)
        if node is None and fault is not None and fault.code in _ASKED and not (code and name):
            self._note(framework, name or code, fault)
        return node, fault

    def _note(self, framework: Framework, written: str, fault: Fault) -> None:
        likely = tuple(node.code for node in framework.named(written)) or framework.near(written)
        scope = framework.index_code
        self._unasked.note(Unresolved(NODE, scope, written, fault, likely, framework.choices))

    def refuses(self, name: str) -> bool:
        """Whether a person said that a name is no criterion's."""
        return self._answers.refuses(name)

    @property
    def unresolved(self) -> tuple[Unresolved, ...]:
        """The names that ``find`` could not resolve so far and that a person can explain; scope: the index code."""
        return self._unasked.all


def _bounded(nodes: Iterable[Node]) -> tuple[Node, ...]:
    nodes = tuple(nodes)
    limits = {node.code: node.max_score + (0.0 if np.isnan(node.bonus) else node.bonus) for node in nodes}
    whole = limits.get(TOTAL, np.nan)
    fallback = {node.code: 100.0 if node.unit.strip() == "%" else whole for node in nodes}
    return tuple(
        replace(node, highest=fallback[node.code] if np.isnan(limits[node.code]) else limits[node.code])
        for node in nodes
    )


def _year(year: float) -> str:
    return "" if np.isinf(year) else str(int(year))


def code_key(text: str) -> str:
    """A code as it is compared: no blanks, capitals. Points stay, for 1.1 is not 11."""
    return clean(text).replace(" ", "").upper()


def _nodes(frame: pd.DataFrame) -> Iterable[tuple[str, float, float, Node]]:
    columns = ["index_code", "framework_id", "node_code", "name", "name_en", "unit", "parent_code", "level"]
    parts = [frame[column].astype("object").where(frame[column].notna(), "").map(str) for column in columns]
    numbers = [
        pd.to_numeric(frame[column]).astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)
        for column in ("year_from", "year_to", "max_score", "min_score", "bonus")
    ]
    for row in zip(*parts, *numbers, strict=True):
        index_code, framework_id, code, name, english, unit, parent, level, begun, ended, most, least, bonus = row
        node = Node(
            framework_id, code, name, english, unit, float(most), float(least), float(bonus), parent=parent, level=level
        )
        yield index_code, -np.inf if np.isnan(begun) else begun, np.inf if np.isnan(ended) else ended, node
