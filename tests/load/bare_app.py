"""The smallest app there is to compare with: one slider, one Plotly chart, one full rerun."""

import plotly.graph_objects as go
import streamlit as st

slope = st.slider("Slope", 0, 100, 50)
years = list(range(2025, 2041))
st.plotly_chart(go.Figure(go.Scatter(x=years, y=[slope * (year - 2024) for year in years])), key="chart")
