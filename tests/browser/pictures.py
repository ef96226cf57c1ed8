"""``python tasks.py pictures``: take the screenshots of README and user guide anew, from the real product."""

import io
import os
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from cchc_metrics.config import PROJECT
from cchc_metrics.labels import texts
from tests.browser.measured import WHOLE
from tests.browser.serving import CHROMIUM_FLAGS, serve
from tests.files import XLSX

# The eight places by their first parts: what stands in docs/images/places, at every width and on paper.
PLACES = {
    "hom-nay": "",
    "vi-tri": "xep-hang?chi-so=PAPI&ky=2024",
    "dien-bien": "xu-huong?chi-so=PAPI",
    "cai-thien": "khoang-cach?chi-so=PAPI&ky=2024",
    "muc-tieu-kich-ban": "lo-trinh?chi-so=PAPI",
    "bao-cao-don-vi": "tien-do",
    "so-lieu": "tra-cuu",
    "cai-dat-cach-tinh": "danh-muc-lich",
}
# Those of README and user guide.
PICTURES = {
    "tong-quan": "",
    "bien-dong": "bien-dong?chi-so=PAPI",
    "doi-chieu": "doi-chieu",
    "kich-ban": "kich-ban?chi-so=PAPI&cach=dat",
    "sap-xep-tinh": "sap-xep-tinh?chi-so=PAPI",
    "ban-do": "ban-do?chi-so=PAPI",
    "nap-du-lieu": "nap-du-lieu",
}
# Width and height; the two of a window are taken on one opening, for the menu folds when a page is opened.
OFFICE, PHONE = ((1366, 768), (1920, 1080)), ((390, 844), (360, 780))
PAPER = (794, 1123)
_QUALITY = 72
# What a browser says before it lays a page out on paper; a window that only looks like paper does not say it.
PRINTS = "() => dispatchEvent(new Event('beforeprint'))"


# The three layouts that come most often: name of the file, rows of its sheet.
LAYOUTS: dict[str, tuple[str, list[list[Any]]]] = {
    "cach-doc-tieu-chi-mot-cot": (
        "PAPI 2023.xlsx",
        [
            ["KẾT QUẢ CHỈ SỐ PAPI NĂM 2023", None, None, None],
            ["TT", "Tỉnh", "Tham gia của người dân ở cấp cơ sở", "Thủ tục hành chính công"],
            [1, "Hà Nội", 5.12, 7.21],
            [2, "Quảng Trị", 5.4, 7.33],
            [3, "Nghệ An", 5.05, 7.02],
        ],
    ),
    "cach-doc-nam-mot-cot": (
        "PAPI qua cac nam.xlsx",
        [
            ["CHỈ SỐ PAPI CÁC TỈNH", None, None, None],
            ["Tỉnh", 2021, 2022, 2023],
            ["Hà Nội", 43.2, 42.8, 43.9],
            ["Quảng Trị", 42.4, 41.8, 42.8],
            ["Nghệ An", 42.1, 42.0, 41.5],
        ],
    ),
    "cach-doc-tu-cham": (
        "Tu cham 2023.xlsx",
        [
            ["BẢNG TỰ CHẤM ĐIỂM PAR INDEX NĂM 2023 CỦA TỈNH QUẢNG TRỊ", None, None],
            ["Tiêu chí", "Điểm tối đa", "Điểm tự chấm"],
            ["Cải cách thủ tục hành chính", 13, 12.45],
            ["Cải cách tổ chức bộ máy hành chính", 10.5, 9.5],
            ["Cải cách chế độ công vụ", 15, 13.2],
        ],
    ),
}


def _save(data: bytes, path: Path) -> None:
    """A picture as WebP: a fifth of a PNG, and every browser of today reads it."""
    Image.open(io.BytesIO(data)).convert("RGB").save(path, "WEBP", quality=_QUALITY, method=6)


def _opened(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_selector(".cchc-first", state="detached", timeout=60_000)
    page.wait_for_function(WHOLE, timeout=60_000)
    page.wait_for_timeout(600)


def _places(browser: Browser, address: str, folder: Path) -> None:
    """Every place on an office's screen, a large one, two phones and on paper."""
    folder.mkdir(exist_ok=True)
    for name, path in PLACES.items():
        for sizes in (OFFICE, PHONE):
            page = browser.new_page(viewport={"width": sizes[0][0], "height": sizes[0][1]})
            _opened(page, f"{address}/{path}")
            for width, height in sizes:
                page.set_viewport_size({"width": width, "height": height})
                page.wait_for_timeout(700)
                _save(page.screenshot(), folder / f"{name}-{width}.webp")
            if sizes is OFFICE:
                page.evaluate(PRINTS)
                page.emulate_media(media="print")
                page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
                page.wait_for_timeout(700)
                _save(page.screenshot(), folder / f"{name}-in.webp")
            page.close()


def _mapping(page: Page, address: str, name: str, rows: list[list[Any]], path: Path) -> None:
    """The step «Cách đọc tệp» of a file, opened, on its own cells."""
    page.goto(f"{address}/nap-du-lieu")
    page.wait_for_selector("h1", timeout=60_000)
    page.wait_for_timeout(2_000)
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    page.set_input_files("input[type=file]", {"name": name, "mimeType": XLSX, "buffer": buffer.getvalue()})
    page.wait_for_selector("text=Đã hiểu:", timeout=60_000)
    page.wait_for_timeout(1_500)
    grid = page.locator(".cchc-role-value").first
    if not grid.is_visible():
        page.get_by_text(texts().mapping.correct).first.click()
        grid.wait_for(state="visible", timeout=60_000)
        page.wait_for_timeout(1_000)
    _save(grid.locator("xpath=ancestor::table[1]").screenshot(), path)


def main() -> None:
    """Save docs/images/*.webp: places at every width and in print, and those of the guide on an office's screen."""
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
            _opened(page, f"{address}/{path}")
            _save(page.screenshot(), folder / f"{picture}.webp")
        _places(browser, address, folder / "places")
        for picture, (file_name, rows) in LAYOUTS.items():
            _mapping(page, address, file_name, rows, folder / f"{picture}.webp")
        browser.close()


if __name__ == "__main__":
    main()
