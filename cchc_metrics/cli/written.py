"""Files that a command writes for whoever asked: each stands in the audit log, as a download of a page does."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.keeping import access_of
from cchc_metrics.cli.terminal import acting
from cchc_metrics.config import load_settings

_DIGITS = 16


def write_file(path: Path, data: bytes) -> None:
    """Write a file; the log tells its name, size and hash, and those of what stood in its place. Raises OSError."""
    before = _mark(path.read_bytes()) if path.is_file() else None
    access_of(load_settings()).audit.record(Kept.DOWNLOAD, acting(), about=path.name, before=before, after=_mark(data))
    path.write_bytes(data)


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, which is made; one line tells their names. Returns their paths. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    replaced = [name for name in files if (folder / name).is_file()]
    access_of(load_settings()).audit.record(
        Kept.DOWNLOAD,
        acting(),
        about=folder.name,
        before={"files": ", ".join(replaced)} if replaced else None,
        after={"files": ", ".join(files)},
    )
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def _mark(data: bytes) -> dict[str, object]:
    return {"bytes": len(data), "sha256": sha256(data).hexdigest()[:_DIGITS]}
