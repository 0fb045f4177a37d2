"""`python -m communique.cli` is the command too."""

import sys

from . import main

sys.exit(main())
