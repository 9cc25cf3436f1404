"""Benchmarks: Verbatim and its peers build the same made-up events in one run."""
