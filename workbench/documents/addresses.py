"""Which addresses may be fetched from: public ones alone, however they are written."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses of a host as text; OSError where it has none."""

# Public by number, yet answered inside a cloud or on the way to it.
_NEVER = (
    ip_network("168.63.129.16/32"),  # Azure's wire server
    ip_network("192.0.0.0/24"),  # protocol assignments (RFC 6890), a cloud's metadata among them
    ip_network("192.88.99.0/24"),  # 6to4 relays (RFC 7526)
    ip_network("169.254.169.254/32"),
    ip_network("fd00:ec2::254/128"),
    ip_network("100.64.0.0/10"),  # carrier-grade NAT (RFC 6598)
)
_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052
_CARRIES_ANOTHER = (
    ip_network("::/96"),  # IPv4-compatible (RFC 4291)
    ip_network("64:ff9b:1::/48"),  # local NAT64 (RFC 8215)
    ip_network("2001::/23"),  # protocol assignments (RFC 2928), Teredo among them
    ip_network("2002::/16"),  # 6to4
    ip_network("fec0::/10"),  # site-local
)
_OPEN_PORTS = (80, 443)
_FIRST_FREE_PORT = 1024


def resolve_by_system(host: str, port: int) -> Sequence[str]:
    """The host's addresses as the operating system finds them, IPv4 first; OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return sorted({str(entry[4][0]) for entry in found}, key=lambda text: (":" in text, text))


def is_public(text: str) -> bool:
    """Whether this address is on the public internet; False for anything that is not plainly an address."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        if address.scope_id:
            return False
        if inner := _inner(address):
            return is_public(str(inner))
        if any(address in network for network in _CARRIES_ANOTHER):
            return False
    return address.is_global and not (
        address.is_multicast
        or address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_reserved
        or address.is_unspecified
        or any(address.version == network.version and address in network for network in _NEVER)
    )


def is_loopback(text: str) -> bool:
    """Whether this address is this machine itself, in its plain form."""
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False


def is_odd_number(host: str) -> bool:
    """Whether a host is an address in decimal, octal, hexadecimal or short spelling, which hides where it points."""
    try:
        ip_address(host)
    except ValueError:
        last = host.rstrip(".").rpartition(".")[2].lower()
        return last.isdigit() or (last.startswith("0x") and all(char in "0123456789abcdef" for char in last[2:]))
    return False


def is_open_port(port: int) -> bool:
    """Whether pages are served there: 80, 443, or any from 1024 on; mail, shells and the like listen below."""
    return port in _OPEN_PORTS or _FIRST_FREE_PORT <= port <= 65_535


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that is really spoken to, where this one only stands for it."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None
