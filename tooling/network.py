"""Ports, and the addresses of this computer in its network. Nothing here sends a packet to another computer."""

from __future__ import annotations

import os
import socket
import struct
import sys
from contextlib import suppress

from tooling.places import start_command
from tooling.problem import Problem

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"
FIRST_PORT = 8501
PORTS_TRIED = 50
READ_INTERFACE_ADDRESS = 0x8915  # SIOCGIFADDR of Linux


def is_free(port: int, address: str = LOOPBACK) -> bool:
    """Say whether a server could listen on a port now.

    Both are asked: does somebody answer, and may we listen. Windows lets two programs
    listen on one port; Linux refuses a while after the last one has gone, unless told.
    """
    with socket.socket() as probe:
        probe.settimeout(0.5)
        if probe.connect_ex((LOOPBACK, port)) == 0:
            return False
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except PermissionError:
            raise Problem(f"Port {port} is reserved by the system. Choose one above 1023, for example 8501.") from None
        except OSError:
            return False
    return True


def check_port(port: int, address: str = LOOPBACK) -> None:
    """Refuse a port that is taken, and propose one that is not."""
    if not 1 <= port <= 65535:
        raise Problem(f"{port} is no port; a port is a number from 1 to 65535, for example 8501.")
    if is_free(port, address):
        return
    free = next((p for p in range(port + 1, min(port + PORTS_TRIED, 65536)) if is_free(p, address)), None)
    advice = f"Start with another one:  {start_command()} --port {free}" if free else "Start with another one: --port N"
    raise Problem(
        f"Port {port} is taken by another program; perhaps the dashboard already runs: http://{LOOPBACK}:{port}\n{advice}"
    )


def addresses_in_network() -> list[str]:
    """Return the addresses under which other computers reach this one, the most likely first."""
    found = [*_address_of_default_route(), *_addresses_of_interfaces(), *_addresses_of_name()]
    return [a for a in dict.fromkeys(found) if not a.startswith(("127.", "169.254.", "0."))]


def _address_of_default_route() -> list[str]:
    """Return the address packets would leave from; connecting a datagram socket only looks up the route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect(("192.0.2.1", 9))  # an address reserved for documentation (RFC 5737)
        return [str(probe.getsockname()[0])]
    return []


def _addresses_of_interfaces() -> list[str]:
    """Return the address of every interface: a laptop that is itself the hotspot has no default route."""
    if not sys.platform.startswith("linux"):
        return []
    import fcntl

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with suppress(OSError):
                answer = fcntl.ioctl(probe.fileno(), READ_INTERFACE_ADDRESS, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _addresses_of_name() -> list[str]:
    """Return the addresses of this computer's own name; on Windows these are all its adapters."""
    if os.name != "nt":
        return []
    with suppress(OSError):
        return [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return []
