"""One awkward workbook as an office would send it, for the walk through the whole intake."""

import io
from collections.abc import Mapping

import openpyxl
from openpyxl.styles import Alignment, Font

SHEETS = ("Năm 2023", "Năm 2024")
CRITERIA = (
    "Tham gia của người dân ở cấp cơ sở",
    "Minh bạch (mục 2)",
    "Trách nhiệm giải trình với người dân",
)
UNKNOWN = "T.P HCM x"
PROVINCES = ("Hà Nội", "Hải Phòng", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", UNKNOWN)
HIDDEN_ROW = 11
FIRST_ROW = 8


def awkward_workbook(fixed: Mapping[tuple[str, str], object] | None = None) -> bytes:
    """Emblem block, merged header of two rows, criteria across, a hidden row, a name nobody knows, «85,25%» where a
    score belongs, «1.234», a total row, signatures; one sheet a year.

    fixed: (sheet, cell) -> what a person wrote there instead.
    """
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, name in enumerate(SHEETS):
        _fill(book.create_sheet(name), at)
    for (sheet, cell), value in (fixed or {}).items():
        book[sheet][cell] = value
    stream = io.BytesIO()
    book.save(stream)
    book.close()
    return stream.getvalue()


def _fill(sheet, at: int) -> None:
    sheet["A1"], sheet["D1"] = "UBND TỈNH QUẢNG TRỊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet["A2"], sheet["D2"] = "SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"
    sheet["A4"] = "TỔNG HỢP KẾT QUẢ CÁC TỈNH, THÀNH PHỐ"
    sheet.merge_cells("A4:G4")
    sheet["A4"].font, sheet["A4"].alignment = Font(bold=True), Alignment(horizontal="center")
    sheet["A6"], sheet["B6"], sheet["C6"], sheet["F6"] = "TT", "Tỉnh, thành phố", "Điểm các chỉ số nội dung", "Ghi chú"
    sheet.merge_cells("A6:A7"), sheet.merge_cells("B6:B7"), sheet.merge_cells("C6:E6"), sheet.merge_cells("F6:F7")
    for place, words in enumerate(CRITERIA):
        sheet.cell(7, 3 + place, words)
    for row, name in enumerate(PROVINCES):
        sheet.cell(FIRST_ROW + row, 1, row + 1)
        sheet.cell(FIRST_ROW + row, 2, name)
        for place in range(len(CRITERIA)):
            sheet.cell(FIRST_ROW + row, 3 + place, round(4.1 + 0.131 * row + 0.217 * place + 0.05 * at, 4))
    end = FIRST_ROW + len(PROVINCES)
    sheet.row_dimensions[HIDDEN_ROW].hidden = True
    if at:
        sheet["C9"], sheet["D10"] = "85,25%", "1.234"
    sheet.cell(end, 2, "Trung bình")
    for place in range(len(CRITERIA)):
        sheet.cell(end, 3 + place, 4.7)
    sheet.cell(end + 2, 2, "Người lập biểu")
    sheet.cell(end + 2, 5, "GIÁM ĐỐC")
    sheet.cell(end + 6, 5, "Nguyễn Văn A")
