"""Names in the text → entities with one identity each."""
