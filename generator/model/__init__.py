"""Model: the nouns. Frozen, small, standard library only; they know nothing of files."""
