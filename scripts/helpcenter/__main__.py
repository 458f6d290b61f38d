"""`helpcenter`, and `python -m helpcenter`"""

import sys

from helpcenter.patterns import kept


def main() -> int:
    """Run the command line. Returns the exit code."""
    with kept():
        from helpcenter.cli import main as command

        return command()


if __name__ == "__main__":
    sys.exit(main())
