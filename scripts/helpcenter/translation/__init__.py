"""How the languages of a page keep together over time."""
