"""Other ways to get facts out of the same texts, scored against the same annotations: see README.md one folder up."""
