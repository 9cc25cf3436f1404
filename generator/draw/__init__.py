"""Draw: images are made fit for readers; the only importer of Pillow."""
