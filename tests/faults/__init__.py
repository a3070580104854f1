"""Faults made on purpose: what is killed, filled and damaged here is really so."""
