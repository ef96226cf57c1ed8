"""Questions that a file raises: what a written name means, how a number is to be read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionsTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Câu hỏi về tên và số"
    # written
    entity: str = "«{written}» là đơn vị nào?"
    # written, era
    entity_in_era: str = "«{written}» là đơn vị nào trong hệ {era} tỉnh, thành phố?"
    # written, index
    node: str = "«{written}» là tiêu chí nào của {index}?"
    # number
    decimal: str = "«{number}» trong tệp là số nào?"
    # number, words, mark
    decimal_mark: str = "«{number}» là {words} ({mark} là dấu thập phân)"
    # number, words, mark
    thousands_mark: str = "«{number}» là {words} ({mark} tách hàng nghìn)"
    comma: str = "dấu phẩy"
    point: str = "dấu chấm"
    # font
    font: str = "Chữ trong tệp có vẻ gõ bằng phông {font}. Có chuyển sang Unicode không?"
    # font, written, converted
    font_convert: str = "Chuyển từ {font}: «{written}» thành «{converted}»"
    font_keep: str = "Giữ nguyên như trong tệp"
    font_tcvn3: str = "TCVN3 (ABC)"
    font_vni: str = "VNI"
    # Numbers in words: digits from 0 to 9, separated by a bar
    digits: str = "không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín"
    # 1 after a ten other than ten
    last_one: str = "mốt"
    # 4 after a digit
    last_four: str = "tư"
    # 5 after a ten
    last_five: str = "lăm"
    ten: str = "mười"
    tens: str = "mươi"
    # a hundred without tens
    odd: str = "linh"
    hundred: str = "trăm"
    thousand: str = "nghìn"
    point_word: str = "phẩy"
    minus_word: str = "âm"
    # The form on the screen
    # count
    lead: str = "Có {count} câu chỉ người nạp trả lời được. Câu trả lời được nhớ cho các tệp sau khi xác nhận nạp."
    # place
    where_one: str = "ô {place}"
    # place, count
    where_many: str = "{count} ô, đầu tiên {place}"
    not_answered: str = "Chưa trả lời"
    apply: str = "Trả lời rồi kiểm tra lại"
    none_answered: str = (
        "Chọn ít nhất một câu trả lời rồi bấm lại. Câu nào chưa chắc thì để trống và sửa ô đó trong tệp."
    )
    # answered, count
    progress: str = "Đã trả lời {answered} trong {count} câu."
    previous: str = "Các câu trước"
    next: str = "Các câu tiếp theo"
    # page, pages
    page_of: str = "Trang {page} trong {pages}"
