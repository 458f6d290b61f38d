"""A static help center in several languages: articles, their rules, search and editions."""

from importlib.metadata import version

__version__ = version("helpcenter")
