"""The names of the editions, apart from what makes them: the command line needs only these."""

KINDS = ("all", "web", "folder", "zip", "single")
"""`all` is the web site with the files it offers."""
