"""Mutants: small faults planted in a module, to see whether its tests notice them."""
