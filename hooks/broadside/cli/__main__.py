"""Run the command as ``python -m broadside.cli``."""

import sys

from broadside.cli.running import main

sys.exit(main())
