"""The commands, one file each; `helpcenter.cli` loads the one that is asked for."""
