"""A reader that wants more memory than it may have."""

from workbench.documents import child


def main() -> None:
    child.parse = lambda *_: bytearray(8 * 1024**3)  # type: ignore[assignment]
    child.main()


if __name__ == "__main__":
    main()
