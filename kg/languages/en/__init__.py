"""English: spaCy's model with our names and groups before its parser."""
