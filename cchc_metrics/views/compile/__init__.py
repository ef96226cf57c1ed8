"""Page Tổng hợp & trình ký, and the papers that are made on it: report, letters, brief."""
