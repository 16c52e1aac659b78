import pytest

from tests.documents.test_fetching import SMALL, by_table, site
from workbench.documents import Limits, UnreadableError, Web

__all__ = ["site"]


@pytest.fixture
def web():
    return Web(resolve=by_table({}), allow_loopback=True)


@pytest.mark.parametrize(
    ("path", "alive", "says"),
    [
        ("/story", True, "200"),
        ("/big", True, "200"),
        ("/one", True, "200"),
        ("/nowhere", False, "404"),
        ("/round", False, "sends on more than 5 times"),
    ],
)
def test_a_look_says_what_answers_and_reads_no_body(site, web, path, alive, says):
    look = web.look(f"{site}{path}", SMALL)
    assert (look.alive, look.says) == (alive, says)


def test_a_look_waits_no_longer_than_it_may(site, web):
    look = web.look(f"{site}/slow_head", Limits(max_seconds=0.5))
    assert (look.alive, look.says) == (False, "took longer than 0.5 seconds to answer")


def test_a_host_that_is_gone_is_dead(web):
    def nobody(host, port):
        raise OSError

    look = Web(resolve=nobody).look("https://gone.example/", SMALL)
    assert (look.alive, look.says) == (False, "has a host that can't be found")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://10.0.0.1/", "https://a.example:22/", "http://2130706433/"]
)
def test_what_may_not_be_asked_is_refused_not_dead(url):
    with pytest.raises(UnreadableError):
        Web(resolve=by_table({})).look(url, SMALL)


def test_this_machine_is_not_the_web(site):
    with pytest.raises(UnreadableError, match="points inside this network"):
        Web().fetch(f"{site}/story", SMALL)
    with pytest.raises(UnreadableError, match="points inside this network"):
        Web().look(f"{site}/story", SMALL)
