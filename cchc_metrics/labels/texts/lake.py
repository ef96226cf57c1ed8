"""A store that several servers share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LakeTexts:
    """Placeholders in braces are filled with ``str.format``."""

    busy: str = "Một máy chủ khác đang ghi dữ liệu. Hãy thử lại sau ít phút."
    overtaken: str = "Một máy chủ khác vừa ghi trước nên chưa nạp gì. Hãy xem trước lại rồi nạp."
    not_written: str = "PostgreSQL không ghi được dòng nhật ký nên chưa nạp gì. Hãy kiểm tra máy chủ PostgreSQL."
    unknown: str = (
        "Mất kết nối với PostgreSQL khi đang ghi nhật ký, chưa rõ lượt này đã được ghi hay chưa. "
        "Hãy nạp lại khi có kết nối; lượt đã ghi sẽ không bị nạp hai lần."
    )
    unreachable: str = "Không kết nối được với PostgreSQL hoặc nơi để tệp dùng chung. Hãy kiểm tra mạng và máy chủ."
    changed: str = "Dòng cuối của nhật ký trong PostgreSQL không còn như đã ghi. Hãy chạy lệnh verify để đối chiếu."
    # place, reason
    no_bucket: str = "Không dùng được kho đối tượng {place} ({reason}). Hãy kiểm tra địa chỉ, khoá và mạng."
    no_s3_file: str = "Chưa đặt CCHC_S3_FILE nên chưa rõ địa chỉ và khoá của kho đối tượng."
    # file, what
    s3_unreadable: str = "Tệp {file} về kho đối tượng không đúng ở {what}. Hãy sửa theo mẫu deploy/s3.toml."
    files_failed: str = (
        "Không ghi được vào thư mục dùng chung hoặc kho đối tượng nên chưa nạp gì. Hãy kiểm tra mạng và chỗ trống."
    )
    # folder
    no_folder: str = "Không thấy thư mục dùng chung {folder}. Hãy kiểm tra ổ đĩa mạng đã được gắn chưa."
    no_parquet: str = (
        "Không đọc được tệp Parquet ở nơi dùng chung. Hãy kiểm tra nơi ấy; nếu tệp đã mất, chạy lệnh rebuild."
    )
    no_packages: str = "Máy chủ chưa cài các gói cho kho dùng chung. Hãy cài theo tệp requirements-many.txt."
    # count
    not_empty: str = "Nơi đến đã có {count} lượt nên không chuyển. Hãy chọn một nơi trống."
    # folder
    folder_not_empty: str = "Thư mục {folder} không trống nên không chuyển. Hãy chọn một thư mục trống."
    not_the_same: str = "Dữ liệu ở nơi đến không khớp nơi đi. Chưa dùng nơi đến được; hãy chạy lệnh verify ở nơi đi."
    only_shared: str = "Kho trong một thư mục không cần gộp tệp."
    help_migrate: str = "chuyển kho dữ liệu giữa một thư mục và kho dùng chung của nhiều máy chủ (CCHC_DATABASE)"
    help_direction: str = "in: từ thư mục vào kho dùng chung; out: từ kho dùng chung ra thư mục trống"
    help_folder: str = "thư mục dữ liệu"
    help_compact: str = "gộp các tệp nhỏ của kho dùng chung và dọn tệp không còn dùng"
    # entries, checksum
    moved: str = "Đã chuyển {entries} lượt; tổng kiểm tra hai nơi bằng nhau: {checksum}."
    needs_lake: str = "Chưa đặt CCHC_DATABASE và CCHC_LAKE_DIR nên chưa rõ kho dùng chung ở đâu."
    # before, after, cleared
    compacted: str = "Số tệp Parquet: {before} → {after}; đã xoá {cleared} tệp lưu trữ không thuộc lượt nào."
    # count
    files_there: str = (
        "Nơi để tệp dùng chung đã có {count} tệp của một kho khác nên không chuyển. "
        "Hãy đặt CCHC_LAKE_DIR là một nơi trống."
    )
    # seq
    lost: str = (
        "Kho lưu trữ có lượt sau lượt {seq} nhưng không còn gì về lượt {seq}, nên chưa ghi lại gì. Hãy khôi phục bản "
        "sao lưu vào một kho mới bằng lệnh restore."
    )
    # seq
    forks: str = (
        "Kho lưu trữ có hai bản khác nhau của lượt {seq} và không có lượt sau để biết bản nào đúng, nên chưa ghi "
        "lại gì. Hãy khôi phục bản sao lưu vào một kho mới bằng lệnh restore."
    )
    redactions_unknown: str = (
        "Nếu sau bản sao lưu này có lượt che dữ liệu thì lượt ấy chưa được làm lại ở kho mới; "
        "hãy che lại trước khi dùng."
    )
    not_here: str = (
        "Che dữ liệu viết lại toàn bộ lịch sử nên không làm được trên kho mà nhiều máy chủ đang dùng. Hãy chuyển về "
        "một thư mục bằng lệnh migrate-store, che ở đó rồi chuyển vào một kho mới."
    )
