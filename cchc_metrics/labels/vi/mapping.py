"""The step that shows how a file was understood and lets a person correct it."""

from cchc_metrics.labels.texts.mapping import MappingTexts

TEXTS = MappingTexts(
    title="Bước hiểu tệp",
    whole_file="toàn tệp",
    no_json="Tệp ánh xạ không phải là JSON hợp lệ. Xuất lại tệp ánh xạ từ bước hiểu tệp.",
    no_object="Tệp ánh xạ sai ở «{key}»: ở đây phải là một đối tượng dạng {{…}}.",
    no_list="Tệp ánh xạ sai ở «{key}»: ở đây phải là một danh sách dạng […].",
    no_text="Tệp ánh xạ sai ở «{key}»: ở đây phải là chữ.",
    no_row="Tệp ánh xạ sai ở «{key}»: ở đây phải là số dòng, tính từ 1.",
    no_rows="Tệp ánh xạ sai ở «{key}»: ghi dòng đầu và dòng cuối của tiêu đề, ví dụ [5, 7].",
    no_column="Tệp ánh xạ sai ở «{key}»: ghi cột bằng chữ cái như trong Excel, ví dụ «C».",
    unknown_key="Tệp ánh xạ có mục lạ «{key}». Các mục dùng được: {names}.",
    key_missing="Tệp ánh xạ thiếu mục «{key}». Bổ sung rồi chạy lại.",
    not_allowed="Tệp ánh xạ sai ở «{key}»: chỉ nhận một trong {names}.",
    no_such_mapping="Không có tệp ánh xạ {path}.",
    help_mapping="đọc tệp theo ánh xạ JSON này",
    help_save_mapping="ghi ánh xạ đã dùng ra tệp JSON",
    help_remember="nhớ bố cục của tệp khi ghi vào kho",
    saved_mapping="Đã ghi ánh xạ ra {path}.",
    no_mapping_to_save="Chưa hiểu được tệp nên không có ánh xạ để ghi ra.",
    remembered_note="Nhớ bố cục của tệp {name}",
    answers_note="Nhớ cách gọi trong tệp {name}",
    nothing_to_remember="Tệp theo mẫu, hoặc chưa hiểu được, nên không có bố cục để nhớ.",
)
