"""`python -m benchmarks`, which `make bench` calls: the cost of the whole build."""

from __future__ import annotations

import sys

from benchmarks.build_cost import main

if __name__ == "__main__":
    sys.exit(main())
