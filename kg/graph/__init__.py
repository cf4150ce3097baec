"""Facts → RDF: IRIs, mapping, claims, the store, questions, serialization, validation."""
