"""Projects of other people: any MkDocs site, judged by its own `mkdocs.yml`."""
