"""The whole build: load, validate, plan, render, write."""

from generator.pipeline.build import build_site, check_site
from generator.pipeline.editions import Edition, current_edition

__all__ = ["Edition", "build_site", "check_site", "current_edition"]
