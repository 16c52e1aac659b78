"""The desk with a web that ends at this machine: pages that a test serves on loopback can be kept, no others.

Only this process of the tests is wired so; nothing that a user can set does it.
"""

import sys
from dataclasses import replace

from workbench import cli, desk
from workbench.documents import Web
from workbench.services.wires import Desk
from workbench.settings import Settings
from workbench.ui import app


def open_near(settings: Settings) -> Desk:
    """The desk that the settings name, with this machine for its web."""
    return replace(desk.open_desk(settings), web=Web(resolve=lambda _host, _port: ["127.0.0.1"], allow_loopback=True))


if __name__ == "__main__":
    app.open_desk = open_near
    sys.exit(cli.main())
