"""Render: pages and what they are made of become text; nobody else knows templates."""
