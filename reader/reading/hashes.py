"""BLAKE2 (RFC 7693), without OpenSSL, which `hashlib` loads and BLAKE2 has no part in."""

from ..absent import absent

with absent("_hashlib"):
    from hashlib import blake2b

__all__ = ["blake2b"]
