"""The README's tables, made from the code: `python -m tests.readme_tables` writes them anew, a test holds them."""

import re
from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from workbench.cli import app
from workbench.settings import HOME, PREFIX, Settings

README = HOME / "README.md"


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name, in the order of its help."""
    yield from _below("workbench", get_command(app))


def _below(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    for own, inner in getattr(command, "commands", {}).items():
        yield from _below(f"{name} {own}", inner)
    if not hasattr(command, "commands"):
        yield name, command


def command_table() -> list[str]:
    """A row for each command: how it is called, what it does, what it takes."""
    return ["| command | does | takes |", "| --- | --- | --- |", *(_row(name, each) for name, each in commands())]


def _row(name: str, command: Any) -> str:
    context = command.make_context(name, [], resilient_parsing=True)
    records = [(parameter, *parameter.get_help_record(context)) for parameter in command.params]
    arguments = [
        _argument(parameter, shown) for parameter, shown, _ in records if parameter.param_type_name != "option"
    ]
    taken = [
        f"`{shown if parameter.param_type_name == 'option' else shown.split()[0]}` {says}"
        for parameter, shown, says in records
    ]
    return _cells(
        f"`{' '.join([name, *arguments])}`", command.help, "<br>".join(" ".join(each.split()) for each in taken)
    )


def _argument(parameter: Any, shown: str) -> str:
    name = shown.split(maxsplit=1)[0] + ("…" if parameter.nargs == -1 else "")
    return name if parameter.required else f"[{name}]"


def setting_table() -> list[str]:
    """A row for each setting: its variable, its default, what it is."""
    head = ["| setting | default | what it is |", "| --- | --- | --- |"]
    return head + [
        _cells(f"`{PREFIX}{name.upper()}`", _default(field), field.description)
        for name, field in Settings.model_fields.items()
    ]


def _default(field: Any) -> str:
    if field.default_factory:
        return "your login name"
    said = str(field.default).replace(str(HOME), "…")
    return f"`{said}`" if said else "none"


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def with_tables(page: str) -> str:
    """The page with what stands between its marks made anew."""
    for mark, table in (("commands", command_table()), ("settings", setting_table())):
        block = "\n".join([f"<!-- {mark} -->", *table, "<!-- end -->"])
        page = re.sub(rf"<!-- {mark} -->.*?<!-- end -->", lambda _, block=block: block, page, flags=re.DOTALL)
    return page


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
