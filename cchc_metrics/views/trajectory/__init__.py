"""Page Lộ trình."""
