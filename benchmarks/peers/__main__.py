"""`python -m benchmarks.peers`, which `make peers` calls: the scoreboard of this project and its peers."""

from __future__ import annotations

import argparse
import sys

from benchmarks.peers.board import as_json, board, markdown


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="of each, in turn (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="counts and rates, by property too, as JSON")
    options = parser.parse_args()
    try:
        rows = board(options.runs)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    print(as_json(rows) if options.json else markdown(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
