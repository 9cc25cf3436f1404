"""Validate: documents become settings and a Timeline, or every problem at once."""
