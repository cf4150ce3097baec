"""Sentences → facts, each with its evidence."""
