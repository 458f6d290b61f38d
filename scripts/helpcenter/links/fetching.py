"""One question to one server, bounded in time and bytes, never to a machine of this network.

Sockets are used directly: the address that was judged is the address that is asked, and a clock
closes the connection of a server that answers one byte a second.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

AGENT = "helpcenter-links/1 (checks that links work)"
SAFE = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much."""

    seconds: float = 15
    """For one question, from the name's look-up to the last byte."""
    size: int = 1_048_576
    """Bytes of a page that are read, and made of them when they are compressed."""
    private: bool = False
    """Whether this machine and its network may be asked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    """0 if there was no answer at all."""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    problem: str = ""
    """`timeout`, `tls`, `name`, `private`, `refused`, `reset`, `broken` or `address`."""


class _Refused(Exception):
    pass


def ask(url: str, method: str, limits: Limits) -> Answer:
    """The answer to `HEAD` or `GET`, redirects not followed. Never raises, never hangs."""
    late = threading.Event()
    opened: list[socket.socket] = []

    def stop() -> None:
        late.set()
        for one in opened:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    clock = threading.Timer(limits.seconds, stop)
    clock.daemon = True
    clock.start()
    try:
        answer = _ask(url, method, limits, opened)
    except _Refused as error:
        answer = Answer(0, problem=str(error))
    except (ssl.SSLError, ssl.CertificateError):
        answer = Answer(0, problem="tls")
    except socket.gaierror:
        answer = Answer(0, problem="name")
    except TimeoutError:
        answer = Answer(0, problem="timeout")
    except ConnectionRefusedError:
        answer = Answer(0, problem="refused")
    except (ConnectionError, http.client.RemoteDisconnected, http.client.IncompleteRead):
        answer = Answer(0, problem="reset")
    except (http.client.HTTPException, OSError):
        answer = Answer(0, problem="broken")
    except ValueError:
        answer = Answer(0, problem="address")
    finally:
        clock.cancel()
        for one in opened:
            one.close()
    return Answer(0, problem="timeout") if late.is_set() else answer


def _ask(url: str, method: str, limits: Limits, opened: list[socket.socket]) -> Answer:
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    if not host or parts.scheme not in ("http", "https") or parts.username is not None:
        raise _Refused("address")
    secure = parts.scheme == "https"
    plain = _connect(host, parts.port or (443 if secure else 80), limits, opened)
    link = plain
    if secure:
        link = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        opened.append(link)
    connection = http.client.HTTPConnection(host, parts.port, timeout=limits.seconds)
    connection.sock = link
    path = quote(parts.path or "/", safe=SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=SAFE)
    connection.request(
        method,
        path,
        headers={
            "Host": parts.netloc.rpartition("@")[2].encode("idna").decode("ascii"),
            "User-Agent": AGENT,
            "Accept": "*/*",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        },
    )
    response = connection.getresponse()
    headers = {name.lower(): value for name, value in response.getheaders()}
    body = b""
    if method == "GET" and response.status < 300:
        body = _unpacked(response.read(limits.size), headers, limits.size)
    return Answer(response.status, headers, body)


def _connect(host: str, port: int, limits: Limits, opened: list[socket.socket]) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys((family, place) for family, _, _, _, place in found))
    if not limits.private and not all(
        ipaddress.ip_address(str(place[0]).partition("%")[0]).is_global for _, place in addresses
    ):
        raise _Refused("private")
    problem: OSError = ConnectionRefusedError()
    for family, place in addresses[:4]:
        one = socket.socket(family, socket.SOCK_STREAM)
        opened.append(one)
        one.settimeout(limits.seconds)
        try:
            one.connect(place)
        except OSError as error:
            problem = error
            continue
        return one
    raise problem


def _unpacked(data: bytes, headers: Mapping[str, str], size: int) -> bytes:
    """The page itself, as far as it may be read; what cannot be unpacked is empty."""
    if headers.get("content-encoding", "").lower() not in ("gzip", "deflate", "x-gzip"):
        return data
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(bits).decompress(data, size)
        except zlib.error:
            continue
    return b""
