"""Pages begun, moved and brought in from elsewhere, without a word lost."""
