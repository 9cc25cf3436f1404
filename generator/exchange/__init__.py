"""Exchange: content files written and tidied, and the formats of others read and written."""
