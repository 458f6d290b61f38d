"""Addresses asked: in a built site, and elsewhere."""
