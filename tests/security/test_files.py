"""What the product keeps is its user's alone."""

import stat
import sys
from pathlib import Path

import pytest

from cchc_metrics.config import PROJECT
from tests.browser.serving import started
from tests.security.windows import visit, window

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")


def others_may(folder: Path) -> list[str]:
    """What somebody else on the machine may read or change."""
    return [str(path) for path in (folder, *folder.rglob("*")) if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_a_server_keeps_its_folder_to_itself_even_one_that_stood_open(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    with started(PROJECT / "app.py", folder) as (address, _), window(address, visit(address)) as opened:
        opened.run()
        assert (folder / "journal.jsonl").exists()
        assert others_may(folder) == []
