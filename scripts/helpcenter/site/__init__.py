"""What readers get: every edition of the built site, and the preview."""
