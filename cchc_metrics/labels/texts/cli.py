"""The command line."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CliTexts:
    """Placeholders in braces are filled with ``str.format``."""

    description: str = "Theo dõi PAR INDEX, SIPAS và PAPI của tỉnh, không cần màn hình."
    command_word: str = "LỆNH"
    help_lang: str = "ngôn ngữ của câu trả lời: vi (mặc định) hoặc en"
    help_json: str = "in kết quả dạng JSON"
    help_import: str = "đọc, kiểm tra một tệp; chỉ lưu khi có --commit"
    help_commit: str = "lưu vào kho khi tệp không có lỗi"
    help_note: str = "ghi chú lưu trong lịch sử"
    help_annotate: str = "ghi bản sao .xlsx có đánh dấu các ô cần sửa"
    help_undo: str = "hoàn tác một lượt nạp"
    help_ranking: str = "bảng xếp hạng"
    help_trend: str = "chuỗi nhiều năm của một đơn vị"
    help_shortfall: str = "điểm mất và khoảng cách tới mục tiêu theo tiêu chí"
    help_export: str = "xuất bảng điểm đã lọc"
    help_templates: str = "tạo các tệp mẫu nhập liệu"
    help_rebuild: str = "dựng lại cơ sở dữ liệu từ nhật ký và kho lưu"
    help_repair: str = "ghi lại các dòng nhật ký bị mất hoặc hỏng từ cơ sở dữ liệu và kho lưu"
    help_trust: str = "bên nào đúng khi nhật ký và cơ sở dữ liệu đều có một lượt hợp lệ nhưng khác nhau"
    help_verify: str = "kiểm tra nhật ký, kho lưu và cơ sở dữ liệu có khớp nhau"
    severities: Mapping[str, str] = field(
        default_factory=lambda: {"error": "LỖI", "warning": "CẢNH BÁO", "info": "Thông tin"}
    )
    no_such_file: str = "Không tìm thấy tệp {path}."
    import_rows: str = "Đọc {read} dòng: nhận {accepted}, từ chối {rejected}, bỏ qua {ignored}."
    import_changes: str = "So với kho: thêm {added}, đổi {changed}, giữ nguyên {unchanged}, vắng trong tệp {missing}."
    finding_line: str = "{severity} {sheet} {cell} ({count} ô): {message}"
    import_rejected: str = "Tệp có lỗi, chưa lưu gì."
    import_committed: str = "Đã nạp, lượt nạp số {seq}."
    import_nothing_new: str = "Tệp không làm thay đổi số liệu nào, không có gì để lưu."
    import_dry_run: str = "Mới kiểm tra, chưa lưu. Thêm --commit để lưu."
    annotated: str = "Đã ghi bản đánh dấu: {path}."
    undone: str = "Đã hoàn tác lượt nạp số {undone} (lượt số {seq})."
    nothing_ranked: str = "Chưa đủ số liệu công bố để xếp hạng."
    written: str = "Đã ghi {path}: {rows} dòng."
    rebuilt: str = "Đã dựng lại cơ sở dữ liệu từ {entries} lượt ghi; số liệu trước và sau khớp nhau."
    # entries
    rebuilt_from_nothing: str = (
        "Đã dựng lại cơ sở dữ liệu từ {entries} lượt ghi; cơ sở dữ liệu cũ không đọc được nên không có gì để đối chiếu."
    )
    # done, count
    from_snapshot: str = "Dữ liệu đang được chương trình khác mở: trả lời theo bản chụp lúc này, không ghi gì."
    rebuilding: str = "Đang dựng lại cơ sở dữ liệu từ nhật ký: {done}/{count} lượt"
    # entry, witness
    repaired_line: str = "Đã ghi lại {entry}, theo {witness}."
    witnesses: Mapping[str, str] = field(
        default_factory=lambda: {"journal": "nhật ký", "database": "cơ sở dữ liệu", "archive": "kho lưu trữ"}
    )
    # entries
    repaired: str = (
        "Nhật ký nay có {entries} lượt, nối đúng chuỗi. Nhật ký trước khi ghi lại được giữ trong thư mục set-aside. "
        "Hãy chạy «python -m cchc_metrics verify» để kiểm tra toàn bộ."
    )
    # entries
    nothing_to_repair: str = "Nhật ký có {entries} lượt, nối đúng chuỗi, không thiếu lượt nào; không phải ghi lại gì."
    rebuilt_differs: str = (
        "Đã dựng lại cơ sở dữ liệu nhưng số liệu khác trước. Giữ nguyên thư mục dữ liệu và báo quản trị."
    )
    verified: str = "Nhật ký, kho lưu và cơ sở dữ liệu khớp nhau."
