"""``python tasks.py pictures``: take the screenshots of README and user guide anew, from the real product."""

import os
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from cchc_metrics.config import PROJECT
from tests.browser.serving import CHROMIUM_FLAGS, serve

PICTURES = {
    "tong-quan": "",
    "xep-hang": "xep-hang?chi-so=PAPI&ky=2024",
    "xu-huong": "xu-huong?chi-so=PAPI",
    "khoang-cach": "khoang-cach?chi-so=PAPI&ky=2024",
    "bien-dong": "bien-dong?chi-so=PAPI",
    "kich-ban": "kich-ban?chi-so=PAPI&cach=dat",
    "sap-xep-tinh": "sap-xep-tinh?chi-so=PAPI",
    "ban-do": "ban-do?chi-so=PAPI",
    "nap-du-lieu": "nap-du-lieu",
}


def main() -> None:
    """Save docs/images/*.png at the width of an office laptop."""
    folder = PROJECT / "docs" / "images"
    folder.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as name,
        serve(PROJECT / "app.py", Path(name)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=os.environ["CCHC_CHROMIUM"], args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1366, "height": 820})
        for picture, path in PICTURES.items():
            page.goto(f"{address}/{path}")
            page.wait_for_selector("h1", timeout=60_000)
            page.wait_for_selector(".cchc-first", state="detached", timeout=60_000)
            page.wait_for_timeout(2_000)
            page.screenshot(path=folder / f"{picture}.png")
        browser.close()


if __name__ == "__main__":
    main()
