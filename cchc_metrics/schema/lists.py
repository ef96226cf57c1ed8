"""Rows that live longer than one report: a task's solutions, initiatives and articles; a report not yet sent."""

from collections.abc import Mapping

from cchc_metrics.schema.base import Kind, Role, StoreColumn
from cchc_metrics.schema.columns import DATE, INTEGER, NOTE, PERIOD, TEXT, column

ROW_STATES: Mapping[str, str] = {
    "Đề xuất": "proposed",
    "Được chấp thuận": "approved",
    "Đang thực hiện": "running",
    "Hoàn thành": "done",
    "Không thực hiện": "dropped",
}

TASK_ROWS = Kind(
    name="task-rows",
    title="Danh sách giải pháp, sáng kiến, tin bài",
    table="task_row",
    grain=(
        StoreColumn("unit_id", TEXT, "đơn vị"),
        StoreColumn("task_no", TEXT, "nhiệm vụ của công văn"),
        StoreColumn("item_no", INTEGER, "số thứ tự trong danh sách của đơn vị"),
    ),
    values=(
        StoreColumn("title", TEXT, "tên giải pháp, sáng kiến, tin bài"),
        StoreColumn("tied_to", TEXT, "văn bản mà mục này thực hiện"),
        StoreColumn("row_state", TEXT, "proposed | approved | running | done | dropped"),
        StoreColumn("owner_name", TEXT, "người phụ trách"),
        StoreColumn("due_on", DATE, "thời hạn"),
        StoreColumn("evidence", TEXT, "minh chứng: tên, số, nơi lưu"),
        StoreColumn("opened_in", TEXT, "kỳ báo cáo đưa vào danh sách"),
        StoreColumn("closed_in", TEXT, "kỳ báo cáo hoàn thành hoặc dừng; trống: còn theo dõi, chuyển sang kỳ sau"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mã đơn vị", Role.TEXT, "unit_id", required=True, example="HC-TC"),
        column("Nhiệm vụ số", Role.TEXT, "task_no", required=True, example="2"),
        column("Số thứ tự", Role.INTEGER, "item_no", required=True, example="1"),
        column("Tên mục", Role.TEXT, "title", required=True),
        column("Thực hiện văn bản", Role.TEXT, "tied_to", example="34/CTr-UBND"),
        column("Tình trạng", Role.CHOICE, "row_state", choices=ROW_STATES, default="proposed", example="Đề xuất"),
        column("Người phụ trách", Role.TEXT, "owner_name"),
        column("Thời hạn", Role.DATE, "due_on"),
        column("Minh chứng", Role.TEXT, "evidence"),
        column("Đưa vào từ kỳ", Role.TEXT, "opened_in", example="2026-Q1"),
        column("Kết thúc ở kỳ", Role.TEXT, "closed_in"),
        NOTE,
    ),
    order=("unit_id", "task_no", "item_no"),
)

ENTRY_DRAFTS = Kind(
    name="entry-drafts",
    title="Bản nhập dở của báo cáo đơn vị",
    table="entry_draft",
    grain=(
        StoreColumn("unit_id", TEXT, "đơn vị"),
        StoreColumn("form_code", TEXT, "biểu"),
        StoreColumn("period_id", TEXT, "kỳ báo cáo"),
    ),
    values=(
        StoreColumn("answers", TEXT, "nội dung đã nhập trên màn hình, dạng JSON: mã mục -> chữ trong ô"),
        StoreColumn("by_name", TEXT, "người nhập"),
        StoreColumn("note", TEXT, "ghi chú"),
    ),
    template=(
        column("Mã đơn vị", Role.TEXT, "unit_id", required=True, example="HC-TC"),
        column("Mã biểu", Role.TEXT, "form_code", required=True, example="CCHC"),
        PERIOD,
        column("Nội dung đã nhập", Role.TEXT, "answers", required=True),
        column("Người nhập", Role.TEXT, "by_name"),
        NOTE,
    ),
    order=("period_id", "form_code", "unit_id"),
)
