"""Locked periods."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocksTexts:
    """Placeholders in braces are filled with ``str.format``."""

    # period
    locked: str = (
        "Kỳ {period} đã khoá nên không ghi được. Người duyệt đề nghị mở khoá, người thứ hai đồng ý thì sửa được."
    )
    no_period: str = "«{period}» không phải mã kỳ; ví dụ 2026-Q1, 2025."
    locked_already: str = "Kỳ {period} đang khoá."
    not_locked: str = "Kỳ {period} không khoá."
    reason_missing: str = "Ghi lý do mở khoá."
    nobody_asked: str = "Chưa ai đề nghị mở khoá kỳ {period}, hoặc kỳ không khoá."
    second_person: str = "Người đề nghị không tự mở khoá được: cần người thứ hai đồng ý."
    title: str = "Khoá kỳ báo cáo"
    lead: str = "Kỳ đã khoá thì không ai ghi thêm, sửa hay hoàn tác. Mở khoá cần lý do và người thứ hai."
    lock: str = "Khoá kỳ {period}"
    ask: str = "Đề nghị mở khoá"
    reason: str = "Lý do mở khoá"
    grant: str = "Đồng ý mở khoá"
    # by
    is_locked: str = "Kỳ {period} đang khoá, người khoá: {by}."
    is_asked: str = "{by} đề nghị mở khoá: {reason}"
    done: str = "Đã ghi."
    help_periods: str = "khoá, đề nghị mở khoá, đồng ý mở khoá một kỳ; không nêu việc thì liệt kê"
    help_act: str = "lock: khoá · ask: đề nghị mở khoá · unlock: đồng ý mở khoá"
    nothing_locked: str = "Không có kỳ nào đang khoá."
