"""With the pages and the app declaration, the only code that knows Streamlit."""
