"""The Streamlit side that the pages share: what surrounds a page, never what it says."""
