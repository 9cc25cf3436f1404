"""The whole build: load, validate, plan, render, write."""

from generator.pipeline.build import build_site, check_site

__all__ = ["build_site", "check_site"]
