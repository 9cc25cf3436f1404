"""Memory: what earlier builds found out, kept in the project's cache folder, safe to delete."""
