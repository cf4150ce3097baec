"""What the project costs, which `python -m benchmarks` measures."""
