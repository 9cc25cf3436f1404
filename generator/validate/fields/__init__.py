"""Field types: what each parses, what it reports, and how it describes itself."""
