"""`python -m benchmarks`, which `make bench` calls: the cost of the whole build, then that of linking many texts."""

from __future__ import annotations

import sys

from benchmarks import build_cost, linking_cost


def main() -> int:
    status = build_cost.main()
    return status | linking_cost.main(["--check"] if "--check" in sys.argv else [])


if __name__ == "__main__":
    sys.exit(main())
