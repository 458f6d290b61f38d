"""Trusted contacts: the registry, and whatever in a text calls, writes or leads to somebody."""
