"""Search in two languages: what is indexed, and what readers are expected to find."""
