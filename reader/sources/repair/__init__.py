"""Repair of damaged plain text, in steps that know where each stretch came from."""
