"""Write: files are made ready on a workbench, then each goes to its place at once."""
