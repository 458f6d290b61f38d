"""Findings: how they are collected, chosen, silenced, mended and told. The rules are in `rules`."""
