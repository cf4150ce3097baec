"""Chinese: sentences, and characters of either standard."""
