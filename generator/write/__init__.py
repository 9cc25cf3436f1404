"""Write: files are made ready on a workbench, then each goes to its place at once."""

from generator.write.site import machine_faults, write_site
from generator.write.workbench import WORKBENCH, draft_file, open_workbench

__all__ = ["WORKBENCH", "draft_file", "machine_faults", "open_workbench", "write_site"]
