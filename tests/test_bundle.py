"""The bundle for Windows holds what is needed to start, in Windows' own lines, and nothing of anybody's data."""

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT


def works(app: Path, folder: Path) -> None:
    """The unpacked program takes in its facts and writes a document, with nothing of the checkout in reach."""
    told = {"CCHC_DATA_DIR": str(folder), "CCHC_KEY_FILE": "", "PYTHONPATH": ""}
    out = folder.with_suffix(".docx")
    command = [sys.executable, "-m", "cchc_metrics", "brief", "--out", str(out)]
    done = subprocess.run(command, cwd=app, env={**os.environ, **told}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 10_000
    loaded = "import app, cchc_metrics, sys; sys.exit(cchc_metrics.__file__.startswith(sys.argv[1]) - 1)"
    subprocess.run([sys.executable, "-c", loaded, str(app)], cwd=app, env={**os.environ, **told}, check=True)


def test_the_bundle_holds_the_program_wheels_and_files_to_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.spec_from_file_location("tasks", PROJECT / "tasks.py")
    assert spec is not None
    assert spec.loader is not None
    tasks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tasks)
    for name in ("app.py", "requirements.txt", "LICENSE", "README.md", "CHANGELOG.md"):
        (tmp_path / name).write_bytes((PROJECT / name).read_bytes())
    for folder in ("cchc_metrics", "pages", "data", "docs", ".streamlit", "deploy"):
        (tmp_path / folder).symlink_to(PROJECT / folder)
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    (wheels / "pip-1-py3-none-any.whl").write_bytes(b"wheel")
    monkeypatch.setattr(tasks, "HERE", tmp_path)
    tasks.bundle([str(wheels)])
    with zipfile.ZipFile(tmp_path / "dist" / "cchc-metrics-windows.zip") as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "there")
        batches = {name: archive.read(name) for name in names if name.endswith(".bat")}
    assert {"Cai-dat.bat", "Chay.bat", "Sao-luu.bat", "DOC-TRUOC.txt", "wheels/pip-1-py3-none-any.whl"} <= names
    assert {"app/app.py", "app/requirements.txt", "app/cchc_metrics/ui/main.py", "app/.streamlit/config.toml"} <= names
    assert "app/data/reference/entities.csv" in names
    assert not [name for name in names if "local" in name.split("/") or "__pycache__" in name]
    templates = [file for file in (PROJECT / "data" / "templates").rglob("*") if file.is_file()]
    assert {f"app/{file.relative_to(PROJECT)}" for file in templates} <= names
    assert all(data.count(b"\r\n") == data.count(b"\n") > 5 for data in batches.values())
    works(tmp_path / "there" / "app", tmp_path / "data-there")
