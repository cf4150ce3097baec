"""Russian and Chinese as far as names go: the registry's names, however they are inflected, written or set."""

from kg.languages.known.pipeline import load_known

__all__ = ["load_known"]
