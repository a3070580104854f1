"""How fast, as ratios measured side by side in one run: `python -m tests.benchmarks`.

Not tests: a shared machine is too noisy for a limit on time. Each module measures one area and
gives a list of `Figure`; the runner takes the two sides of each by turns.
"""
