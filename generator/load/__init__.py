"""The load stage: content files to documents, every value still text and with its place."""
