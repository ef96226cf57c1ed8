"""Page Kịch bản."""
