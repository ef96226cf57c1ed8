"""Small files as people would upload them."""

import csv
import io
from collections.abc import Iterable, Mapping

import openpyxl
from pypdf import PdfWriter

from cchc_metrics.schema import SCORES, Kind

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The published total of Quảng Trị (cũ) in PAPI 2024 is 44,747268.
QUANG_TRI_PAPI = {
    "Bộ chỉ số": "PAPI",
    "Kỳ": "2024",
    "Mã đơn vị": "P63-45",
    "Tên đơn vị": "Quảng Trị (cũ)",
    "Mã tiêu chí": "TOTAL",
    "Loại điểm": "Điểm công bố",
    "Điểm": 44.747268,
    "Nguồn": "CECODES, RTA và UNDP, papi.org.vn",
}
Rows = Iterable[Mapping[str, object]]


def workbook_of(rows: Rows, kind: Kind = SCORES) -> bytes:
    """An .xlsx file with the kind's headers and these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(kind.headers))
    for row in rows:
        sheet.append([row.get(header) for header in kind.headers])
    stream = io.BytesIO()
    book.save(stream)
    book.close()
    return stream.getvalue()


def csv_of(rows: Rows, kind: Kind = SCORES) -> bytes:
    """The same as a CSV file with a byte-order mark."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(kind.headers))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def pdf_of() -> bytes:
    """A PDF of one empty page."""
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(buffer)
    return buffer.getvalue()
