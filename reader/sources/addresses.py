"""Which network addresses a web page may lead to."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
_LOW_32_BITS = (1 << 32) - 1


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    Private, loopback, link-local, shared, multicast and reserved addresses do not, and
    neither do IPv6 addresses that stand for such an IPv4 address.
    """
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    meant = _meant(known) if isinstance(known, IPv6Address) else known
    return meant.is_global and not meant.is_multicast


def _meant(address: IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside an IPv6 address that carries one, else the address itself."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64:
        return IPv4Address(int(address) & _LOW_32_BITS)
    return address


def names_itself_private(host: str, is_public: Callable[[str], bool]) -> bool:
    """Whether a host that nobody here looks up says by its name alone that it is private."""
    is_address = ":" in host or host.replace(".", "").isdigit()
    return not is_public(host) if is_address else host.rpartition(".")[2] == "localhost"


LONGEST = 4000
"""Characters of the longest address that is asked for."""
