"""A dry run of a published table as CSV: how long planning takes, and what a process of its own costs."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.schema import SCORES
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office

ROWS, ROUNDS = 5_740, 3
# The command is started by a small process: a child that a large one forks is counted as large.
_STARTED = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, _, used = os.wait4(child.pid, 0)
print(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024)
"""


def table(desk: Desk) -> bytes:
    """Scores that are stored, each a thousandth higher, as a CSV with decimal commas."""
    facts = desk.facts(SCORES)
    facts = facts[facts["index_code"].eq("PAPI") & facts["value"].notna()].head(ROWS)
    names = {one.id: one.name for one in desk.catalogue.provinces()}
    lines = ["Bộ chỉ số,Kỳ,Mã đơn vị,Tên đơn vị,Mã tiêu chí,Điểm"]
    for row in facts.to_dict("records"):
        value = f"{row['value'] + 0.001:.4f}".replace(".", ",")
        who, entity = names[row["entity_id"]], row["entity_id"]
        lines.append(f'PAPI,{row["period_id"]},{entity},{who},{row["node_code"]},"{value}"')
    return "\n".join(lines).encode("utf-8-sig")


def measure() -> Iterator[str]:
    """Planning in an open office, then the whole command in its own process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office.open(replace(load_settings({}), data_dir=folder / "data"))
        reference.prepare(office)
        data = table(Desk.at(office, LOCAL_OPERATOR))
        read = intake.opened("papi.csv", data, office.settings.reader)
        took: list[tuple[float, float]] = []
        for _ in range(ROUNDS):
            wall, cpu = time.perf_counter(), time.process_time()
            intake.plan(office, LOCAL_OPERATOR, "papi.csv", data, before=read)
            took.append((time.perf_counter() - wall, time.process_time() - cpu))
        office.close()
        walls, cpus = (median(one[at] for one in took) for at in (0, 1))
        yield f"dry run of {ROWS} rows: planning {walls:.2f} s, processor {cpus:.2f} s"
        (folder / "papi.csv").write_bytes(data)
        command = [sys.executable, "-m", "cchc_metrics", "import", str(folder / "papi.csv"), "--json"]
        settings = {**os.environ, "CCHC_DATA_DIR": str(folder / "data"), "CCHC_KEY_FILE": ""}
        wall = time.perf_counter()
        said = subprocess.run([sys.executable, "-c", _STARTED, *command], env=settings, capture_output=True, check=True)
        seconds, megabytes = said.stdout.split()
        yield (
            f"the command: {time.perf_counter() - wall:.1f} s, processor {float(seconds):.1f} s, "
            f"{int(megabytes)} MB at most"
        )
