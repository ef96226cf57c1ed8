"""Signing in and one's own account: pages outside Streamlit, so that a cookie can be set which no script reads."""
