"""Russian: sentences, and words in any case form."""
