"""What the project costs, which `python -m benchmarks` measures, and how its peers do, in `benchmarks.peers`."""
