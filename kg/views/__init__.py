"""What people look at: one thing with who says so, counts, the network as a page, how good the extraction is."""
