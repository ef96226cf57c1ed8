"""Page Tra cứu & tải về."""
