"""How fast, as ratios measured side by side in one run: `python -m tests.benchmarks`.

Not tests: a shared machine is too noisy for a limit on time. A benchmark is an entry of a
`Figure` list (see `analysis.py`); the runner takes its two sides by turns.
"""
