"""What is known against the locked dependencies: ``python tasks.py audit`` asks, and writes ``docs/dependencies.md``.

Advisories are asked of the package registry by pip-audit, in an environment of its own; where the registry serves none,
the document says so instead of saying that there are none. What is newer, and what was withdrawn, the resolver tells.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cchc_metrics.config import PROJECT

DOCUMENT = PROJECT / "docs" / "dependencies.md"
LOCKED = PROJECT / "requirements.txt"
AUDITOR = "pip-audit==2.10.1"
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)
_UV = (sys.executable, "-m", "uv")
# What the command ends with: something is known against a dependency; nothing could be asked.
KNOWN, UNASKED = 1, 3


@dataclass(frozen=True)
class Found:
    """locked, newest: name -> version · advisories: name -> ids · unasked: name -> why it was not audited · withdrawn:
    what the resolver says of versions that their authors took back.
    """

    locked: Mapping[str, str]
    newest: Mapping[str, str]
    advisories: Mapping[str, tuple[str, ...]]
    unasked: Mapping[str, str]
    withdrawn: tuple[str, ...]


def pins(text: str) -> dict[str, str]:
    """Name -> version of what a file of requirements locks."""
    return {name.lower(): version for name, version in _PIN.findall(text)}


def read_advisories(
    answer: Mapping[str, Any], locked: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """(name -> ids of what is known against it, name -> why it was not audited), of pip-audit's JSON.

    What the answer does not name at all, such as a package of another system, was not audited either.
    """
    told = answer["dependencies"]
    known = {one["name"]: tuple(each["id"] for each in one["vulns"]) for one in told if one.get("vulns")}
    answered = {one["name"] for one in told if "skip_reason" not in one}
    skipped = {one["name"]: str(one["skip_reason"]) for one in told if "skip_reason" in one}
    return known, {name: skipped.get(name, "not asked") for name in locked if name not in answered}


def document(found: Found, day: date) -> str:
    """The dated result in words."""
    asked, count = len(found.locked) - len(found.unasked), len(found.locked)
    behind = {name: new for name, new in found.newest.items() if found.locked.get(name) not in (None, new)}
    lines = [
        "# Dependencies",
        "",
        f"Written by `python tasks.py audit` on {day.day:02d}/{day.month:02d}/{day.year}. Locked with hashes: {count} "
        "packages (`requirements.txt`).",
        "",
        "## Advisories",
        "",
        *_of_advisories(found, asked, count),
        "",
        "## Newer versions",
        "",
        *(
            [f"{len(behind)} of {count} locked packages have a newer version that fits the others.", ""]
            if behind
            else ["None: every locked version is the newest that fits the others."]
        ),
    ]
    if behind:
        lines += ["| Package | Locked | Newest |", "|---|---|---|"]
        lines += [f"| {name} | {found.locked[name]} | {new} |" for name, new in sorted(behind.items())]
    lines += ["", "## Withdrawn by their authors", "", *(found.withdrawn or ("None of the locked versions.",)), ""]
    return "\n".join(lines)


def _of_advisories(found: Found, asked: int, count: int) -> list[str]:
    if not asked:
        return [
            f"**Nothing was audited.** The registry that was asked ({AUDITOR}) serves no advisories for any of the "
            f"{count} packages, and no other database of advisories was in reach. This is not a finding that there are "
            "none.",
            "",
            "Run `make audit` on a machine that reaches one, before each release and once a month.",
        ]
    lines = [f"{asked} of {count} packages were audited ({AUDITOR})."]
    lines += [f"Not audited: {', '.join(sorted(found.unasked))}."] if found.unasked else []
    if not found.advisories:
        return [*lines, "", "Nothing is known against them."]
    rows = [f"| {name} | {found.locked.get(name, '')} | {', '.join(ids)} |" for name, ids in found.advisories.items()]
    return [*lines, "", "| Package | Locked | Known |", "|---|---|---|", *rows]


def look() -> Found:
    """Ask the registry. Raises CalledProcessError when the resolver or the auditor cannot be run."""
    with TemporaryDirectory() as place:
        asking = ("tool", "run", AUDITOR, "--disable-pip", "--no-deps", "-r", LOCKED, "-s", "pypi", "-f", "json")
        told = subprocess.run([*_UV, *asking], cwd=place, capture_output=True, text=True, check=False)
        if not told.stdout.strip():
            raise subprocess.CalledProcessError(told.returncode, AUDITOR, told.stdout, told.stderr)
        locked = pins(LOCKED.read_text("utf-8"))
        advisories, unasked = read_advisories(json.loads(told.stdout), locked)
        common = (
            "pip",
            "compile",
            "--universal",
            "--python-version",
            "3.11",
            "--no-header",
            PROJECT / "pyproject.toml",
        )
        fresh = subprocess.run([*_UV, *common, "--upgrade"], cwd=place, capture_output=True, text=True, check=True)
        held = Path(place) / "held.txt"
        held.write_bytes(LOCKED.read_bytes())
        again = subprocess.run([*_UV, *common, "-o", held], cwd=place, capture_output=True, text=True, check=True)
    withdrawn = tuple(line for line in again.stderr.splitlines() if "yanked" in line)
    return Found(locked, pins(fresh.stdout), advisories, unasked, withdrawn)


def main() -> int:
    """Ask, write the document; the exit code is ``KNOWN``, ``UNASKED`` or 0."""
    found = look()
    DOCUMENT.write_text(document(found, date.today()), encoding="utf-8")
    sys.stdout.write(f"{DOCUMENT.relative_to(PROJECT)}\n")
    if found.advisories:
        return KNOWN
    return UNASKED if len(found.unasked) >= len(found.locked) else 0


if __name__ == "__main__":
    sys.exit(main())
