"""The same theme in three indices."""

from cchc_metrics.labels.texts.across import AcrossTexts

TEXTS = AcrossTexts(
    title="Đối chiếu ba chỉ số",
    title_theme="{theme}: {name} qua các bộ chỉ số",
    eyebrow="Đối chiếu ba chỉ số · cùng một chủ đề, mỗi bộ chỉ số một cách đo",
    filter_theme="Chủ đề",
    filter_measure="Đo bằng",
    measures={"ty-le": "% mức tối đa", "hang": "hạng trong số tỉnh có hạng"},
    measures_short={"ty-le": "% mức tối đa", "hang": "Hạng"},
    latest="{index} {period}: {told}",
    latest_none="{index}: chưa có số liệu",
    share="{share} mức tối đa",
    rank_published="hạng {rank} theo công bố",
    rank_computed="hạng {rank} do hệ thống tính",
    panel_caption="{index}: {node}",
    hover="{name}, {index} {period}: {told}.",
    missing_node="Chưa có số liệu {index}, {node} của {name}.",
    missing_rank="Chưa có hạng: mới có điểm, chưa đủ số tỉnh để xếp hạng {index}.",
    missing_share="Chưa tính được % mức tối đa: bộ tiêu chí {index} chưa ghi điểm tối đa, hoặc nguồn chỉ in hạng.",
    note_scales=(
        "Điểm của các bộ chỉ số không so sánh trực tiếp được với nhau: PAR INDEX do cơ quan chấm và thẩm định, SIPAS "
        "và PAPI hỏi người dân; thang của PAPI bắt đầu từ khoảng 1 điểm mỗi trục. Hãy đọc chiều hướng và thứ hạng."
    ),
    table_caption="{theme}, {name}: % mức tối đa và hạng theo năm",
    table_footnote="Tỷ lệ do nguồn in được giữ nguyên; các tỷ lệ khác là điểm chia cho điểm tối đa của năm đó.",
    column_share="{part} (%)",
    column_rank="{part} (hạng)",
    column_reason="Vì sao xếp vào chủ đề",
    reasons_section="Chủ đề gồm những gì",
    reasons_lead="Bảng chủ đề là dữ liệu: sửa bằng cách nạp lại mẫu «Chủ đề chung của các bộ chỉ số».",
    reasons_caption="Nội dung thuộc chủ đề «{theme}»",
    edit_themes="Nạp bảng chủ đề",
    divergence_section="Tự chấm cao, người dân đánh giá thấp",
    divergence_lead=(
        "Tỉnh ở nửa trên theo PAR INDEX nhưng ở nửa dưới theo ý kiến người dân trong cùng năm. So bằng vị trí trên "
        "bảng xếp hạng, không so điểm."
    ),
    divergence_heading="{own} và {asked}, {period}",
    divergence_caption="{own} và {asked}, {period}: vị trí của từng tỉnh",
    divergence_footnote=(
        "Chênh vị trí: số điểm phần trăm của bảng xếp hạng mà tỉnh tụt xuống khi chuyển sang đánh giá của người dân; "
        "số âm là người dân đánh giá cao hơn."
    ),
    divergence_some="{count} tỉnh, thành phố ở nửa trên theo cơ quan chấm và ở nửa dưới theo người dân.",
    divergence_none="Không có tỉnh nào vừa ở nửa trên theo cơ quan chấm vừa ở nửa dưới theo người dân.",
    divergence_missing=(
        "Dùng {kind} của {own}. {period}: {own} có hạng của {own_n}/{population} tỉnh, {asked} có hạng của "
        "{asked_n}/{population} tỉnh; cả hai cùng có ở {both} tỉnh. Các tỉnh khác chưa kết luận được."
    ),
    divergence_no_theme=(
        "Chủ đề này chưa có năm nào mà PAR INDEX và một chỉ số hỏi người dân cùng có kết quả. Cần nạp điểm PAR INDEX "
        "theo lĩnh vực (tự chấm, thẩm định hoặc công bố) của các tỉnh."
    ),
    column_own="{index}, {kind}",
    column_asked="{index}",
    column_gap="Chênh vị trí (điểm %)",
    column_verdict="Nhận xét",
    verdict_apart="chấm cao, dân đánh giá thấp",
    verdict_near="",
    filter_year="Năm",
    pair_section="Hai kết quả đi cùng nhau đến đâu",
    pair_lead="Mỗi chấm là một tỉnh, thành phố trong cùng một năm.",
    filter_left="Trục ngang",
    filter_right="Trục dọc",
    pair_heading="{left} và {right}, {period}",
    pair_found=(
        "Hệ số tương quan hạng (Spearman) {spearman}, tương quan tuyến tính (Pearson) {pearson}, tính trên "
        "{n}/{population} tỉnh, thành phố có cả hai số."
    ),
    pair_few="Chỉ có {n} tỉnh, thành phố có cả hai số; dưới {least} tỉnh thì không tính hệ số tương quan.",
    pair_flat="{n} tỉnh, thành phố có cùng một giá trị ở một trục nên không có hệ số tương quan.",
    pair_none="Hai chuỗi này chưa có năm nào cùng có số liệu của các tỉnh.",
    pair_note="Tính trên {n} tỉnh, thành phố",
    pair_hover="{name}: {left} và {right}.",
    caution=(
        "Tương quan không phải quan hệ nhân quả: hai kết quả có thể cùng chịu tác động của điều kiện khác, và chỉ số "
        "từ điều tra có sai số chọn mẫu."
    ),
    caution_partial=(
        "Còn thiếu nhiều tỉnh, và các tỉnh đã có số thường là những tỉnh được nêu tên trên báo chí, không phải mẫu "
        "ngẫu nhiên: hệ số chưa nói được cho cả nước."
    ),
    empty_title="Chưa có bảng chủ đề",
    empty_body="Nạp bộ tiêu chí, điểm và bảng chủ đề chung của các bộ chỉ số để đối chiếu.",
)
