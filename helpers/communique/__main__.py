"""`python -m communique` is the command `communique`."""

import sys

from .cli import main

sys.exit(main())
