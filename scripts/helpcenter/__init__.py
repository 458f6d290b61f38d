"""A static help center in several languages: articles, their rules, search and editions."""

from helpcenter.versions import version_of

__version__ = version_of("helpcenter")
