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
    if kind.name != FRAMEWORKS.name or facts.empty or any(intake.field(column) is not None for intake in intakes):
        return facts
    found = facts.copy()
    for _, rows in facts.groupby(_OF, sort=False):
        codes = {str(code).rstrip("."): str(code) for code in rows["node_code"].dropna()}
        parents = [_parent(str(code).rstrip("."), codes) for code in rows["node_code"].fillna("")]
        found.loc[rows.index, "parent_code"] = pd.Series(parents, index=rows.index, dtype="str")
    problems.of_file(info("parents_derived", texts().intake.parents_derived))
    return found


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
    counts = np.bincount(codes[codes >= 0], minlength=len(words.words))
    parted = np.array(["." in word for word in words.words], dtype=np.bool_)
    for code, places in groups(codes, (counts > 1) & parted):
        word = words.words[code]
        message = texts().findings.node_code_cut.format(value=word, codes=f"{word}, {word}0")
        intake.report(column).at(error("node_code_cut", message), places, word)
