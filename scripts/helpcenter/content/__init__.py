"""The articles as their editors wrote them: from files to one center that knows every page."""
