"""What writes shipped data: out of packages, and out of texts annotated by hand."""
