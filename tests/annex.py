"""A workbook as the ministry lays out its annex: provinces down, of each area score, percentage and rank across."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import openpyxl


def annex(provinces: Sequence[str], areas: Mapping[str, int]) -> bytes:
    """Lines above the table, headings merged over two rows; figures by rule, the first province first everywhere."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["PHỤ LỤC II"])
    sheet.append(["KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023 CỦA CÁC TỈNH, THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG"])
    sheet.append([])
    sheet.append(["STT", "Tỉnh, thành phố", *(name for area in areas for name in (area, "", ""))])
    sheet.append(["", "", *["Điểm", "Tỷ lệ (%)", "Xếp hạng"] * len(areas)])
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=2 + 3 * len(areas))
    for column in (1, 2):
        sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    for place in range(len(areas)):
        sheet.merge_cells(start_row=4, start_column=3 + 3 * place, end_row=4, end_column=5 + 3 * place)
    for number, name in enumerate(provinces):
        row: list[object] = [number + 1, name]
        for most in areas.values():
            score = round(most * (0.95 - number * 0.004), 2)
            row += [score, round(score / most * 100, 2), number + 1]
        sheet.append(row)
    held = BytesIO()
    book.save(held)
    return held.getvalue()
