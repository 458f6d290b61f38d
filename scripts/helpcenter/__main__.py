"""`python -m helpcenter`"""

import sys

from helpcenter.cli import main

sys.exit(main())
