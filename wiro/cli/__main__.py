"""`python -m wiro.cli`: the command, where its script is not on the path."""

import sys

from wiro.cli import main

sys.exit(main())
