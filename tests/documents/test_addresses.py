import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from workbench.documents import Limits, UnreadableError, fetch
from workbench.documents.addresses import is_open_port, is_public, resolve_by_system
from workbench.documents.fetching import check

CASES = tomllib.loads(Path(__file__).with_name("addresses.toml").read_text())
INSIDE = "points inside this network. Only public pages can be fetched"


def to(*addresses: str):
    """A resolver that answers every name with these addresses."""

    def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return resolve


@pytest.mark.parametrize("address", CASES["public"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", CASES["inside"])
def test_addresses_inside(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(UnreadableError, match=INSIDE):
        check("https://news.example/story", to(address))


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["url"])
def test_addresses_of_pages_that_are_refused(case: dict[str, str]) -> None:
    with pytest.raises(UnreadableError) as caught:
        fetch(case["url"], Limits(), resolve=to("8.8.8.8"))
    assert case["says"] in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost/",
    ],
)
def test_machines_named_by_their_address_are_checked_too(url: str) -> None:
    with pytest.raises(UnreadableError, match=INSIDE):
        fetch(url, Limits(), resolve=resolve_by_system)


def test_one_address_inside_among_public_ones_is_enough() -> None:
    with pytest.raises(UnreadableError, match=INSIDE):
        check("https://news.example/", to("8.8.8.8", "10.0.0.7"))


def test_a_host_without_address_is_told() -> None:
    def nowhere(host: str, port: int) -> Sequence[str]:
        raise OSError("no such host")

    for resolve in (nowhere, to()):
        with pytest.raises(UnreadableError, match=r"has a host that can't be found. Look at its spelling"):
            check("https://nwes.example/", resolve)


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    stop = check("https://news.example/story?x=1#part", to("8.8.8.8", "8.8.4.4"))
    assert (stop.address, stop.port, str(stop.url)) == ("8.8.8.8", 443, "https://news.example/story?x=1")


def test_the_name_that_is_looked_up_is_the_one_that_is_asked_for() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["8.8.8.8"]

    assert check("https://straße.example/", resolve).url.raw_host.decode() == "xn--strae-oqa.example"
    assert asked == ["xn--strae-oqa.example"]


@pytest.mark.parametrize(
    ("port", "is_open"), [(80, True), (443, True), (1024, True), (8501, True), (22, False), (1023, False), (0, False)]
)
def test_ports(port: int, is_open: bool) -> None:
    assert is_open_port(port) is is_open
