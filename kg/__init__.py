"""Digests of Sino-Russian academic cooperation, turned into a graph that can be asked."""

__version__ = "0.1.0"
