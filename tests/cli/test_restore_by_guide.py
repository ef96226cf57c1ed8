"""The restore of the user guide, step by step on another machine: its own commands, in its order, within its time."""

import re
import time
from pathlib import Path

import pytest

from cchc_metrics import cli
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT, load_settings
from cchc_metrics.schema import SCORES, UNIT_REPORTS
from cchc_metrics.services.office import backups
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.views.health.page import verified

# A quarter of an hour less ten minutes for a person who reads five steps.
SECONDS = 300


def test_the_guide_restores_an_office_on_a_new_machine(
    own: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = (PROJECT / "docs" / "huong-dan.md").read_text("utf-8")
    section = guide[guide.index("**Khôi phục") : guide.index("Mất điện giữa chừng")]
    steps = re.findall(r"^\d\. ", section, re.M)
    assert len(steps) == 5
    kept = backups.back_up(own, LOCAL_OPERATOR, tmp_path / "usb", prove=False)
    monkeypatch.setenv("CCHC_DATA_DIR", str(tmp_path / "other" / "data"))
    monkeypatch.setenv("CCHC_KEY_FILE", str(tmp_path / "other.key"))
    commands = re.findall(r"`python -m cchc_metrics (restore[^`]*)`", section)
    assert commands == ["restore", "restore TỆP.zip"]
    began = time.perf_counter()
    assert cli.main([word.replace("TỆP.zip", str(kept.backup.path)) for word in commands[1].split()]) == 0
    assert "Đã khôi phục" in capsys.readouterr().out
    office = Office.open(load_settings())
    told = verified(Desk.at(office, LOCAL_OPERATOR))
    took = time.perf_counter() - began
    assert told.good, told.sentence
    for kind in (SCORES, UNIT_REPORTS):
        assert office.store.count(kind) == own.store.count(kind) > 0
    office.close()
    assert took < SECONDS
