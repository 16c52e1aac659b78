"""`python -m workbench.cli`, where the `workbench` command is not on the path."""

from workbench.cli import main

main()
