"""The peers' own virtual environment, so that what they need never meets what the project needs."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
LOCK: Final = ROOT / "benchmarks" / "peers.lock"
HOME: Final = ROOT / ".benchmarks" / "peers"


def interpreter() -> Path:
    """Give the Python of the environment, which is made, or made anew after a change of its lock.

    Raises:
        RuntimeError: it could not be installed.
    """
    python, stamp = HOME / "bin" / "python", HOME / "lock.sha256"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return python
    print(f"Installing the peers into {HOME.relative_to(ROOT)} …", file=sys.stderr)
    venv.create(HOME, clear=True, with_pip=False, symlinks=True)
    # Without what each asks for: the lock holds all that is used, less what peers.without leaves out.
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--requirement", str(LOCK)]
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the peers in {LOCK.relative_to(ROOT)} could not be installed:\n{done.stderr}")
    stamp.write_text(digest, encoding="ascii")
    return python
