"""A set of criteria as decisions print it: numbered 1, 1.1, 1.1.1 without saying what belongs to what."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from cchc_metrics.importing.cells import groups
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.problems import Problems, error, info
from cchc_metrics.labels import texts
from cchc_metrics.model import CellKind
from cchc_metrics.schema import FRAMEWORKS, TOTAL, Kind

_OF = ["index_code", "framework_id"]


def with_parents(kind: Kind, facts: pd.DataFrame, intakes: Sequence[Intake], problems: Problems) -> pd.DataFrame:
    """The facts of a framework with the parent that each number gives, where the file has no column of parents.

    1.2.3 belongs to 1.2, or to the nearest number above it that is there; a number of one part to the total.
    """
    column = next(column for column in FRAMEWORKS.template if column.store == "parent_code")
    if kind.name != FRAMEWORKS.name or facts.empty:
        return facts
    fields = [field for intake in intakes if (field := intake.field(column)) is not None]
    if fields:
        printed = all(field.column == 0 for field in fields)
        return _of_printed(facts, intakes, problems) if printed else facts
    found = facts.copy()
    for _, rows in facts.groupby(_OF, sort=False):
        codes = {str(code).rstrip("."): str(code) for code in rows["node_code"].dropna()}
        parents = [_parent(str(code).rstrip("."), codes) for code in rows["node_code"].fillna("")]
        found.loc[rows.index, "parent_code"] = pd.Series(parents, index=rows.index, dtype="str")
    problems.of_file(info("parents_derived", texts().intake.parents_derived))
    return found


def _of_printed(facts: pd.DataFrame, intakes: Sequence[Intake], problems: Problems) -> pd.DataFrame:
    """The facts of printed sets, whose numbers have given the parents already, each with its root.

    A root that no line prints is made of the highest criteria: its maximum is their sum, where all are known. The
    first year of a set is asked for where nothing says it.
    """
    t = texts().intake
    problems.of_file(info("parents_derived", t.parents_derived))
    sheet = intakes[0].records.sheet
    parts = [facts]
    for (_, framework), rows in facts.groupby(_OF, sort=False):
        if rows["year_from"].isna().all():
            message = t.framework_year_open.format(framework=framework)
            problems.of_sheet(error("framework_year_open", message), sheet, str(framework))
        if TOTAL in set(rows["node_code"]):
            continue
        highest = rows[rows["parent_code"] == TOTAL]
        most = highest["max_score"].sum(min_count=1) if highest["max_score"].notna().all() else np.nan
        root = rows.iloc[:1].assign(node_code=TOTAL, parent_code=None, name=t.root_name, level=t.level_index)
        root = root.assign(max_score=round(float(most), 9), survey=None, method=None, note=None)
        parts.append(root.astype({name: facts[name].dtype for name in ("parent_code", "survey", "method", "note")}))
        message = t.root_derived.format(framework=framework)
        problems.of_sheet(info("root_derived", message), sheet, str(framework))
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else facts


def _parent(code: str, codes: dict[str, str]) -> str | None:
    """The nearest code above; none for the total itself."""
    if not code or code.upper() == TOTAL:
        return None
    above = code.rpartition(".")[0]
    while above and above not in codes:
        above = above.rpartition(".")[0]
    return codes.get(above, TOTAL)


def say_cut_codes(intake: Intake) -> None:
    """Codes stored as numbers that stand twice: 1.1 and 1.10 have become one."""
    column = next((one for one in intake.kind.template if one.store == "node_code"), None)
    field = intake.field(column)
    if intake.kind.name != FRAMEWORKS.name or field is None or column is None:
        return
    words = intake.words(column)
    codes = np.where(field.where(CellKind.NUMBER), words.codes, -1)
    # 1.1 as a text beside 1.1 as a number: the number was 1.10.
    counts = np.bincount(words.codes[words.codes >= 0], minlength=len(words.words))
    parted = np.array(["." in word for word in words.words], dtype=np.bool_)
    for code, places in groups(codes, (counts > 1) & parted):
        word = words.words[code]
        message = texts().findings.node_code_cut.format(value=word, codes=f"{word}, {word}0")
        intake.report(column).at(error("node_code_cut", message), places, word)
