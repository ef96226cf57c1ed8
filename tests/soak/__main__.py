"""The long campaigns, one after the other: ``python -m tests.soak [SEED]``. About an hour on two cores.

Faults at every file operation, then 672 harmed files, then what growth costs. Exit code 1 when a judge found anything.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.soak.faults import under_shim

HARMS = 672
# In memory where there is such a folder: the campaign is about calls, not about the speed of a disk.
_PLACE = next((place for place in ("/dev/shm",) if Path(place).is_dir()), None)


def campaign(module: str, *arguments: str) -> int:
    """Run one campaign in a folder of its own; returns its exit code."""
    with tempfile.TemporaryDirectory(prefix="cchc-soak-", dir=_PLACE) as folder:
        return under_shim(module, [folder, *arguments], Path(folder))


def main(seed: str) -> int:
    """All of them."""
    failed = campaign("tests.soak.campaign", "all", seed) | campaign("tests.soak.flips", str(HARMS), seed)
    return (
        failed
        | subprocess.run([sys.executable, "-m", "tests.soak.growth", "100", "1000", "5000"], check=False).returncode
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:] or ["1"]))
