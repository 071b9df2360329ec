"""One filter and nothing behind it: what Streamlit itself takes."""

import streamlit as st

st.set_page_config(layout="wide")
st.write(st.selectbox("month", list(range(1, 13)), key="month"))
