"""One filter and three charts of the overview's make, drawn from constants and anew at every choice.

What they take is what showing such charts takes, with no product behind them.
"""

import streamlit as st

COLOURS = ("#0B6E4F", "#F2B134", "#CBD2D9")
GROUPS = [f"{number} กลุ่มที่ {number}" for number in range(1, 11)]
LAYOUT = {
    "barmode": "stack",
    "height": 420,
    "legend": {"orientation": "h", "y": 1.1},
    "yaxis": {"autorange": "reversed"},
}

st.set_page_config(layout="wide")
month = st.selectbox("month", list(range(1, 13)), key="month")
for chart in range(3):
    bars = []
    for place, colour in enumerate(COLOURS):
        counts = [(month + chart) * (group + place) % 5 + 1 for group in range(len(GROUPS))]
        bars.append(
            {"type": "bar", "orientation": "h", "y": GROUPS, "x": counts, "text": counts, "name": f"สถานะ {place}"}
        )
        bars[-1]["marker"] = {"color": colour}
    st.plotly_chart({"data": bars, "layout": LAYOUT}, key=f"chart-{chart}")
