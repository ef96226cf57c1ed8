"""100,000 score rows, read to committed, against the fastest raw read of the same file and pandas.read_excel."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import fastexcel
import pandas as pd
import xlsxwriter

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.schema import SCORE_KINDS, SCORES
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.bench.timing import in_turn, medians

ROWS = 100_000


def rows_of(desk: Desk) -> Iterator[list[object]]:
    """Plausible score rows under the shipped frameworks: every grain once."""
    catalogue = desk.catalogue
    provinces = catalogue.provinces("63")
    for year in range(2011, 2025):
        nodes = [n for n in catalogue.nodes("PAPI", str(year)) if n.max_score]
        for kind in list(SCORE_KINDS)[:4]:
            for node in nodes:
                for place, province in enumerate(provinces):
                    share = 0.3 + 0.5 * ((place * 37) % 101) / 101 + 0.01 * (year - 2011) + 0.001 * ((place + year) % 7)
                    value = round((node.max_score or 0) * share, 6)
                    yield [
                        "PAPI",
                        year,
                        province.id,
                        province.name,
                        node.code,
                        node.name,
                        kind,
                        value,
                        node.max_score,
                        None,
                        "CECODES, RTA và UNDP, papi.org.vn",
                        None,
                    ]


def workbook(desk: Desk, *, percent: bool) -> bytes:
    """The rows as an office would save them; ``percent``: a note holds a percent-formatted cell."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Điểm")
    style = book.add_format({"num_format": "0.00%"}) if percent else None
    sheet.write_row(0, 0, SCORES.headers)
    for number, row in enumerate(rows_of(desk), start=1):
        if number > ROWS:
            break
        for place, value in enumerate(row):
            if value is None:
                continue
            if isinstance(value, str):
                sheet.write_string(number, place, value)
            else:
                sheet.write_number(number, place, float(value))  # type: ignore[arg-type]
        if style is not None:
            sheet.write_number(number, len(SCORES.headers) - 1, 0.8525, style)
    book.close()
    return buffer.getvalue()


class Bench:
    """An office with names and frameworks but no scores, copied anew for each import."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = replace(load_settings({}), data_dir=folder / "base")
        office = Office.open(self.settings)
        for kind, path in reference.missing_files(office):
            if kind.name != "scores":
                storing.commit(
                    office,
                    LOCAL_OPERATOR,
                    intake.plan(office, LOCAL_OPERATOR, path.name, path.read_bytes(), kind.name),
                    "đo",
                )
        self.desk = Desk.at(office, LOCAL_OPERATOR)
        self.files = {percent: workbook(self.desk, percent=percent) for percent in (False, True)}
        office.close()
        self.turn = 0
        self.next: Office | None = None

    def fresh(self) -> Office:
        """A new copy of the office, opened."""
        self.turn += 1
        target = self.folder / f"copy{self.turn}"
        shutil.copytree(self.settings.data_dir, target)
        return Office.open(replace(self.settings, data_dir=target))

    def import_file(self, office: Office, data: bytes) -> None:
        """Read, validate, compare and commit."""
        plan = intake.plan(office, LOCAL_OPERATOR, "do-luong.xlsx", data, "scores")
        if plan.rejected or plan.counts.added != ROWS:
            raise RuntimeError(f"the benchmark's workbook was not accepted: {plan.counts} {plan.findings[:3]}")
        storing.commit(office, LOCAL_OPERATOR, plan, "đo")


def measure(rounds: int = 5) -> list[str]:
    """Lines to print."""
    lines = []
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        for percent, title in ((False, "no percent cells"), (True, "percent-formatted cells present")):
            data = bench.files[percent]
            offices = iter([bench.fresh() for _ in range(rounds + 1)])
            seconds = medians(
                in_turn(
                    {
                        "ours": lambda data=data, offices=offices: bench.import_file(next(offices), data),
                        "raw": lambda data=data: fastexcel.read_excel(data).load_sheet(0).to_arrow(),
                    },
                    rounds,
                )
            )
            lines.append(
                f"{ROWS:,} rows × {len(SCORES.headers)} columns, {title}: read → validated → committed "
                f"{seconds['ours']:.2f} s; (a) {seconds['ours'] / seconds['raw']:.2f}× the fastest raw read"
                f" ({seconds['raw']:.2f} s)"
            )
            if not percent:
                alone = medians(in_turn({"pandas": lambda data=data: pd.read_excel(io.BytesIO(data))}, 1, 0))
                lines.append(
                    f"  (b) {alone['pandas'] / seconds['ours']:.1f}× faster than pandas.read_excel"
                    f" ({alone['pandas']:.1f} s)"
                )
    return lines
