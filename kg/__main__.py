"""`python -m kg` is the command `kg`."""

from __future__ import annotations

from kg.cli import main

# Worker processes import this module under another name; they must not run the command again.
if __name__ == "__main__":
    main()
