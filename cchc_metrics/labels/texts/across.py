"""The same theme in three indices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AcrossTexts:
    """Placeholders in braces are filled with ``str.format``."""

    title: str = "Đối chiếu ba chỉ số"
    title_theme: str = "{theme}: {name} qua các bộ chỉ số"
    eyebrow: str = "Đối chiếu ba chỉ số · cùng một chủ đề, mỗi bộ chỉ số một cách đo"
    filter_theme: str = "Chủ đề"
    place_caption: str = "{theme}: vị trí trên bảng xếp hạng của từng bộ chỉ số"
    place_first: str = "đầu bảng"
    place_middle: str = "giữa bảng"
    place_last: str = "cuối bảng"
    place_note: str = (
        "Vị trí: từ cuối bảng (0) đến đầu bảng (100) trong số tỉnh có hạng của năm ghi ở dưới; đường xám là các tỉnh "
        "khác; bốn dải nền là bốn phần tư của bảng"
    )
    place_hover: str = "{name}: hạng {rank}, {stop}."
    stop: str = "{index} · {period}"
    column_share_of_max: str = "% mức tối đa"
    latest: str = "{index} {period}: {told}"
    latest_none: str = "{index}: chưa có số liệu"
    share: str = "{share} mức tối đa"
    rank_published: str = "hạng {rank} theo công bố"
    rank_computed: str = "hạng {rank} do hệ thống tính"
    missing_node: str = "Chưa có số liệu {index}, {node} của {name}."
    missing_rank: str = "Chưa có hạng: mới có điểm, chưa đủ số tỉnh để xếp hạng {index}."
    note_scales: str = (
        "Điểm của các bộ chỉ số không so sánh trực tiếp được với nhau: PAR INDEX do cơ quan chấm và thẩm định, SIPAS "
        "và PAPI hỏi người dân; thang của PAPI bắt đầu từ khoảng 1 điểm mỗi trục. Hãy đọc chiều hướng và thứ hạng."
    )
    table_caption: str = "{theme}, {name}: % mức tối đa và hạng theo năm"
    table_footnote: str = "Tỷ lệ do nguồn in được giữ nguyên; các tỷ lệ khác là điểm chia cho điểm tối đa của năm đó."
    column_share: str = "{part} (%)"
    column_rank: str = "{part} (hạng)"
    column_reason: str = "Vì sao xếp vào chủ đề"
    reasons_section: str = "Chủ đề gồm những gì"
    reasons_lead: str = "Bảng chủ đề là dữ liệu: sửa bằng cách nạp lại mẫu «Chủ đề chung của các bộ chỉ số»."
    reasons_caption: str = "Nội dung thuộc chủ đề «{theme}»"
    edit_themes: str = "Nạp bảng chủ đề"
    divergence_section: str = "Tự chấm cao, người dân đánh giá thấp"
    divergence_lead: str = (
        "Tỉnh ở nửa trên theo PAR INDEX nhưng ở nửa dưới theo ý kiến người dân trong cùng năm. So bằng vị trí trên "
        "bảng xếp hạng, không so điểm."
    )
    divergence_heading: str = "{own} và {asked}, {period}"
    divergence_caption: str = "{own} và {asked}, {period}: vị trí của từng tỉnh"
    divergence_footnote: str = (
        "Chênh vị trí: số điểm phần trăm của bảng xếp hạng mà tỉnh tụt xuống khi chuyển sang đánh giá của người dân; "
        "số âm là người dân đánh giá cao hơn."
    )
    divergence_some: str = "{count} tỉnh, thành phố ở nửa trên theo cơ quan chấm và ở nửa dưới theo người dân."
    divergence_none: str = "Không có tỉnh nào vừa ở nửa trên theo cơ quan chấm vừa ở nửa dưới theo người dân."
    divergence_unsure_only: str = (
        "Chưa tỉnh nào chắc chắn ở nửa trên theo cơ quan chấm và ở nửa dưới theo người dân; {count} tỉnh xếp như vậy "
        "nhưng chênh trong mức dao động giữa hai lần đo."
    )
    divergence_unsure: str = "{count} tỉnh khác cũng vậy nhưng chưa chắc: chênh trong mức dao động giữa hai lần đo."
    divergence_missing: str = (
        "Dùng {kind} của {own}. {period}: {own} có hạng của {own_n}/{population} tỉnh, {asked} có hạng của "
        "{asked_n}/{population} tỉnh; cả hai cùng có ở {both} tỉnh. Các tỉnh khác chưa kết luận được."
    )
    divergence_no_theme: str = (
        "Chủ đề này chưa có năm nào mà PAR INDEX và một chỉ số hỏi người dân cùng có kết quả. Cần nạp điểm PAR INDEX "
        "theo lĩnh vực (tự chấm, thẩm định hoặc công bố) của các tỉnh."
    )
    column_own: str = "{index}, {kind}"
    column_asked: str = "{index}"
    column_gap: str = "Chênh vị trí (điểm %)"
    column_verdict: str = "Nhận xét"
    verdict_apart: str = "chấm cao, dân đánh giá thấp"
    verdict_unsure: str = "chưa chắc, trong mức dao động"
    verdict_near: str = ""
    filter_year: str = "Năm"
    pair_section: str = "Hai kết quả đi cùng nhau đến đâu"
    pair_lead: str = "Mỗi chấm là một tỉnh, thành phố trong cùng một năm."
    filter_left: str = "Trục ngang"
    filter_right: str = "Trục dọc"
    pair_heading: str = "{left} và {right}, {period}"
    pair_found: str = (
        "Hệ số tương quan hạng (Spearman) {spearman}, tương quan tuyến tính (Pearson) {pearson}, tính trên "
        "{n}/{population} tỉnh, thành phố có cả hai số."
    )
    pair_few: str = "Chỉ có {n} tỉnh, thành phố có cả hai số; dưới {least} tỉnh thì không tính hệ số tương quan."
    pair_flat: str = "{n} tỉnh, thành phố có cùng một giá trị ở một trục nên không có hệ số tương quan."
    pair_none: str = "Hai chuỗi này chưa có năm nào cùng có số liệu của các tỉnh."
    pair_note: str = "Tính trên {n} tỉnh, thành phố"
    pair_absent: str = "{name} chưa có đủ hai số của năm này nên không có chấm"
    pair_hover: str = "{name}: {left} và {right}."
    caution: str = (
        "Tương quan không phải quan hệ nhân quả: hai kết quả có thể cùng chịu tác động của điều kiện khác, và chỉ số "
        "từ điều tra có sai số chọn mẫu."
    )
    caution_partial: str = (
        "Còn thiếu nhiều tỉnh, và các tỉnh đã có số thường là những tỉnh được nêu tên trên báo chí, không phải mẫu "
        "ngẫu nhiên: hệ số chưa nói được cho cả nước."
    )
    empty_title: str = "Chưa có bảng chủ đề"
    empty_body: str = "Nạp bộ tiêu chí, điểm và bảng chủ đề chung của các bộ chỉ số để đối chiếu."
