"""Write: output files go to the site, each at once or not at all; what is stale is pruned."""

from generator.write.site import write_site

__all__ = ["write_site"]
