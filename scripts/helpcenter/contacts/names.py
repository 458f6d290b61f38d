"""The names of the rules about contacts: `lint --contacts` runs them, no article silences them."""

from __future__ import annotations

NAMES = (
    *("broken-contact", "missing-contact-words", "changed-contact", "unknown-contact"),
    "expired-contact",
    *("unlisted-phone", "mismatched-phone", "unlisted-host", "lookalike-host", "shortened-link"),
    *("disguised-link", "unlisted-email", "unlisted-handle", "wrong-brand", "weak-contact"),
    *("asks-for-secret", "planted-contact"),
)
"""In the order in which they are asked."""
