"""`python -m benchmarks`, which `make bench` calls: what a build, linking and a long text cost."""

from __future__ import annotations

import sys

from benchmarks import build_cost, length_cost, linking_cost


def main() -> int:
    status = build_cost.main()
    check = ["--check"] if "--check" in sys.argv else []
    return status | linking_cost.main(check) | length_cost.main(check)


if __name__ == "__main__":
    sys.exit(main())
