"""Parts of the page Nạp dữ liệu: the upload, its questions, the mapping, the history."""
