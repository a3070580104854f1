"""BLAKE2 (RFC 7693), without OpenSSL, which `hashlib` loads and BLAKE2 has no part in."""

try:
    from _blake2 import blake2b  # what `hashlib.blake2b` is
except ImportError:  # a Python built otherwise
    from hashlib import blake2b

__all__ = ["blake2b"]
