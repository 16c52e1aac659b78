"""Commands about the program itself: serve, settings."""

from typing import Annotated

import typer

from workbench.cli.frame import app
from workbench.cli.printing import ListFormat, print_rows


@app.command()
def serve(
    host: Annotated[
        str | None, typer.Option(help="the address to listen on; beyond loopback only with WORKBENCH_NAMES")
    ] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="the port to listen on; 0 for any free one")
    ] = None,
) -> None:
    """Open the desk in the browser."""
    from workbench.settings import read_settings
    from workbench.ui.app import serve as serve_desk

    serve_desk(read_settings(host=host, port=port))


@app.command()
def settings(format: Annotated[ListFormat, typer.Option()] = ListFormat.TABLE) -> None:
    """List every setting, its value and where it came from."""
    from workbench.settings import origins, read_settings

    columns = ("setting", "value", "from", "what it is")
    rows = [dict(zip(columns, row, strict=True)) for row in origins(read_settings())]
    print_rows(iter(rows), format, columns, columns)
