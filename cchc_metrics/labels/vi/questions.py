"""Questions that a file raises: what a written name means, how a number is to be read."""

from cchc_metrics.labels.texts.questions import QuestionsTexts

TEXTS = QuestionsTexts(
    title="Câu hỏi về tên và số",
    entity="«{written}» là đơn vị nào?",
    entity_in_era="«{written}» là đơn vị nào trong hệ {era} tỉnh, thành phố?",
    node="«{written}» là tiêu chí nào của {index}?",
    decimal="«{number}» trong tệp là số nào?",
    decimal_mark="«{number}» là {words} ({mark} là dấu thập phân)",
    thousands_mark="«{number}» là {words} ({mark} tách hàng nghìn)",
    comma="dấu phẩy",
    point="dấu chấm",
    font="Chữ trong tệp có vẻ gõ bằng phông {font}. Có chuyển sang Unicode không?",
    font_convert="Chuyển từ {font}: «{written}» thành «{converted}»",
    font_keep="Giữ nguyên như trong tệp",
    font_tcvn3="TCVN3 (ABC)",
    font_vni="VNI",
    digits="không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín",
    last_one="mốt",
    last_four="tư",
    last_five="lăm",
    ten="mười",
    tens="mươi",
    odd="linh",
    hundred="trăm",
    thousand="nghìn",
    point_word="phẩy",
    minus_word="âm",
)
