"""The command line takes larger files than the page: nobody shares its process."""

import argparse
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cchc_metrics.cli import files
from cchc_metrics.config import load_settings
from cchc_metrics.services.intake import intake


def test_a_parquet_file_beyond_the_limit_of_the_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_MAX_PARQUET_ROWS", "2")
    path = tmp_path / "diem.parquet"
    pq.write_table(pa.table({"value": [1.0, 2.0, 3.0]}), path)
    options = argparse.Namespace(file=path, mapping=None)
    files._look_at_files(options)
    assert options.opened.workbook.sheets[0].height == 4
    page = intake.opened(path.name, path.read_bytes(), load_settings().reader)
    assert page.workbook is None
    assert "vượt giới hạn 2" in page.problem
