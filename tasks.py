"""Every chore of the project, in one place for Linux and Windows: ``python tasks.py run | test | bench | …``.

Only the standard library: this file makes the environment that everything else needs.
"""

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# The tests that reach the formulas, the reading and the storing: by them coverage is measured.
REACHING = ("tests/metrics", "tests/importing", "tests/storage", "tests/services/reporting")


def call(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command in the project and stop with its exit code when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=HERE, env={**os.environ, **(env or {})}, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def install(requirements: str) -> None:
    """Make ``.venv`` hold exactly the locked requirements; nothing is done when it already does."""
    locked = HERE / requirements
    mark = VENV / f".{requirements}.sha256"
    digest = hashlib.sha256(locked.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text(encoding="utf-8") == digest and PYTHON.exists():
        return
    if sys.version_info[:2] != (3, 11):
        sys.exit(f"Cần Python 3.11; đang chạy {sys.version.split()[0]}.")
    if not PYTHON.exists():
        print("Tạo môi trường .venv …", flush=True)
        call(sys.executable, "-m", "venv", VENV)
    print(f"Cài đặt thư viện theo {requirements} (lần đầu mất một vài phút) …", flush=True)
    call(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", locked)
    mark.write_text(digest, encoding="utf-8")


def run(extra: Sequence[str]) -> None:
    """Install what is locked and start the dashboard on 127.0.0.1:8501."""
    install("requirements.txt")
    print("Mở trình duyệt tại http://127.0.0.1:8501 (Ctrl+C để dừng).", flush=True)
    try:
        call(PYTHON, "-m", "streamlit", "run", "app.py", *extra)
    except KeyboardInterrupt:
        print("Đã dừng.")


def demo(extra: Sequence[str]) -> None:
    """Make the illustrative office in a folder of its own and open the dashboard on it; real data are not touched."""
    install("requirements.txt")
    folder = os.environ.get("CCHC_DEMO_DIR", str(HERE / "data" / "demo-local"))
    trial = {"CCHC_DEMO": "1", "CCHC_DATA_DIR": folder}
    call(PYTHON, "-m", "cchc_metrics", "demo", env=trial)
    print("Bản dùng thử với SỐ LIỆU MINH HỌA: http://127.0.0.1:8501 (Ctrl+C để dừng).", flush=True)
    try:
        call(PYTHON, "-m", "streamlit", "run", "app.py", *extra, env=trial)
    except KeyboardInterrupt:
        print("Đã dừng.")


def chromium() -> str | None:
    """The Chromium that the browser tests drive, when there is one."""
    named = os.environ.get("CCHC_CHROMIUM")
    return named or next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


def lint(extra: Sequence[str]) -> None:
    """Format, lint, types and the arrows of the house."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "ruff", "format", "--check", ".")
    call(PYTHON, "-m", "ruff", "check", ".")
    call(PYTHON, "-m", "mypy")
    call(BIN / "lint-imports", env={"PYTHONPATH": str(HERE)})


def test(extra: Sequence[str]) -> None:
    """Lint, then every test but the long walks; those in a browser wherever a Chromium is found."""
    lint([])
    _pytest("not walk", *extra)


def walks(extra: Sequence[str]) -> None:
    """The long ways through the product in a real browser: a quarter, a day of an office, every page measured."""
    install("requirements-dev.txt")
    _pytest("walk", *extra)


def coverage(extra: Sequence[str]) -> None:
    """How much of formulas, reading and storing the tests reach, branches counted; below the floor it fails."""
    install("requirements-dev.txt")
    watched = [f"--cov=cchc_metrics.{name}" for name in ("metrics", "importing", "storage")]
    _pytest("not walk", *watched, "--cov-branch", *REACHING, *extra)


def ci(extra: Sequence[str]) -> None:
    """What CI runs, every test once: lint, the tests that coverage is measured by, all others, the walks."""
    lint([])
    coverage([])
    _pytest("not walk", *(f"--ignore={folder}" for folder in REACHING))
    walks([])


def _pytest(marked: str, *arguments: str) -> None:
    # One more than there are cores: browsers, office programs and disks are waited for.
    workers = str((os.cpu_count() or 1) + 1)
    call(PYTHON, "-m", "pytest", "-n", workers, "--dist", "loadfile", "-m", marked, *arguments, env=_browser())


def _browser() -> dict[str, str]:
    browser = chromium()
    if browser is None and os.environ.get("CCHC_BROWSER_REQUIRED"):
        sys.exit("Không tìm thấy Chromium mà CCHC_BROWSER_REQUIRED đòi hỏi.")
    return {"CCHC_CHROMIUM": browser} if browser else {}


def bench(extra: Sequence[str]) -> None:
    """Ratios measured in one run; see docs/performance.md."""
    install("requirements-dev.txt")
    browser = chromium()
    call(PYTHON, "-m", "tests.bench", *extra, env={"CCHC_CHROMIUM": browser} if browser else None)


def bench_scale(extra: Sequence[str]) -> None:
    """Offices of ten thousand to forty million scores; half an hour and four gigabytes of disk, deleted afterwards."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "tests.bench.scale", *extra)


def soak(extra: Sequence[str]) -> None:
    """The long campaigns on the store: a fault at every file operation, harmed files, growth; docs/reliability.md."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "tests.soak", *extra)


def lake(extra: Sequence[str]) -> None:
    """The suites of store, intake and pages on PostgreSQL and DuckLake, of the store in a bucket too; then a campaign.

    Of the campaign: processes that store, read and die at once.
    """
    install("requirements-dev.txt")
    suites = {"1": ("tests/storage", "tests/services/intake", "tests/pages"), "bucket": ("tests/storage",)}
    for where, folders in suites.items():
        told = {"CCHC_TESTS_ON_LAKE": where, "CCHC_BROWSER_REQUIRED": "1"}
        call(PYTHON, "-m", "pytest", "-n", "2", "--dist", "loadfile", *folders, *extra, env=told)
        call(PYTHON, "-m", "tests.soak.lake", env=told)


def study(extra: Sequence[str]) -> None:
    """Contests of forecasts, calibration of chances and spans, every figure recomputed; writes docs/study.md."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "tests.study", *extra)
    call(PYTHON, "-m", "pytest", "-n", "0", "-q", "tests/audit", env={"CCHC_AUDIT": "1"})


def attack(extra: Sequence[str]) -> None:
    """Everything an attacker was seen to try, at length: each page, each nonsense."""
    install("requirements-dev.txt")
    env = {"CCHC_ATTACK": "1", "CCHC_CHROMIUM": chromium() or ""}
    played = ("tests/security", "tests/access", "tests/storage/test_killed_keeping.py")
    call(PYTHON, "-m", "pytest", "-n", "2", "--dist", "loadfile", *played, *extra, env=env)


def audit(extra: Sequence[str]) -> None:
    """What is known against the locked dependencies, what is newer, what was withdrawn; writes docs/dependencies.md."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "tests.dependency_audit", *extra)


def pictures(extra: Sequence[str]) -> None:
    """Take the screenshots of README and user guide anew."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "tests.browser.pictures", env={"CCHC_CHROMIUM": chromium() or ""})


def lock(extra: Sequence[str]) -> None:
    """Write requirements*.txt anew from pyproject.toml, with hashes, for Linux and Windows."""
    install("requirements-dev.txt")
    common = (
        "-m",
        "uv",
        "pip",
        "compile",
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-header",
        "pyproject.toml",
        *extra,
    )
    call(PYTHON, *common, "-o", "requirements.txt")
    call(PYTHON, *common, "--extra", "many", "-o", "requirements-many.txt")
    call(PYTHON, *common, "--extra", "many", "--extra", "dev", "-o", "requirements-dev.txt")


def docs(extra: Sequence[str]) -> None:
    """Write anew what documents take from the code: tables, templates, finding codes, the picture of the house."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "tests.written_documents")


def mutants(extra: Sequence[str]) -> None:
    """Small faults put into a room, which its tests must notice: ``mutants storage 60``; see tests/mutants."""
    install("requirements-dev.txt")
    call(PYTHON, "-m", "tests.mutants", *(extra or ("metrics", "40", "--floor", "75")))


def bundle(extra: Sequence[str]) -> None:
    """A zip for one person on Windows without internet or admin rights: program, locked wheels, three files to start.

    extra: a folder of wheels made before, else they are fetched.
    """
    wheels = Path(extra[0]) if extra else HERE / "dist" / "wheels"
    if not extra:
        install("requirements-dev.txt")
        wheels.mkdir(parents=True, exist_ok=True)
        windows = ("--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:", "--dest", wheels)
        call(PYTHON, "-m", "pip", "download", "--quiet", "--require-hashes", "-r", HERE / "requirements.txt", *windows)
        call(PYTHON, "-m", "pip", "download", "--quiet", "--no-deps", "pip", *windows)
    shipped = [HERE / name for name in ("app.py", "requirements.txt", "LICENSE", "README.md", "CHANGELOG.md")]
    folders = ("cchc_metrics", "pages", "data/reference", "data/templates", "docs", ".streamlit")
    shipped += [file for name in folders for file in (HERE / name).rglob("*") if file.is_file()]
    target = HERE / "dist" / "cchc-metrics-windows.zip"
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in shipped:
            if "__pycache__" not in file.parts:
                archive.write(file, Path("app") / file.relative_to(HERE))
        for file in sorted((HERE / "deploy" / "windows").iterdir()):
            archive.write(file, file.name)
        for file in sorted(wheels.glob("*.whl")):
            archive.write(file, Path("wheels") / file.name, zipfile.ZIP_STORED)
    print(f"{target}: {target.stat().st_size / 1e6:.0f} MB. Các tệp .bat chưa chạy trên một máy Windows thật.")


TASKS: dict[str, Callable[[Sequence[str]], None]] = {
    "run": run,
    "demo": demo,
    "test": test,
    "lint": lint,
    "bench": bench,
    "bench-scale": bench_scale,
    "soak": soak,
    "lake": lake,
    "study": study,
    "coverage": coverage,
    "mutants": mutants,
    "walks": walks,
    "ci": ci,
    "attack": attack,
    "audit": audit,
    "lock": lock,
    "docs": docs,
    "pictures": pictures,
    "bundle": bundle,
}


def main() -> None:
    """Parse the task's name and pass the rest on to it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # a pipe on Windows speaks a code page without Vietnamese
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("extra", nargs=argparse.REMAINDER, help="passed on to the task")
    arguments = parser.parse_args()
    TASKS[arguments.task](arguments.extra)


if __name__ == "__main__":
    main()
