"""The tables of the open data, each declared once."""
