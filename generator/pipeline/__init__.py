"""The whole build: load, validate, plan, render, write."""
