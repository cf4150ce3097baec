"""What the project costs and how well it does; `python -m benchmarks` measures the cost, `score.py` the quality."""
