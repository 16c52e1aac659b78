"""One of several processes that rate the same claims: `python -m tests.laws.rater URL NAME COUNT CLAIM…`."""

import sys

from workbench.desk import open_desk
from workbench.services import accounts, reviewing
from workbench.settings import read_settings

RATINGS = ("verified", "disputed", "sourced")


def main() -> None:
    """Rate round and round; a line on standard output for each rating that was acknowledged."""
    url, name, count, *claims = sys.argv[1:]
    desk = open_desk(read_settings(database_url=url))
    me = accounts.person_at_start(desk, name)
    for number in range(int(count)):
        claim = int(claims[number % len(claims)])
        review = reviewing.rate(desk, claim, by=me, rating=RATINGS[number % 3], key=f"{name}:{number}")
        print(f"{review.key} {claim} {review.rating}", flush=True)


if __name__ == "__main__":
    main()
