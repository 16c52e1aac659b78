"""One file into one draft, by its format."""

from workbench.documents.draft import Draft
from workbench.documents.limits import Limits
from workbench.documents.plain import read_text
from workbench.documents.sniffing import Format
from workbench.documents.story_file import StoryFile
from workbench.documents.unreadable import DAMAGED, TOO_HARD, UnreadableError


def parse(file: StoryFile, limits: Limits) -> Draft:
    """The draft of a single file (any format but .jsonl); UnreadableError for whatever goes wrong in a reader."""
    try:
        return _read(file, limits)
    except UnreadableError:
        raise
    except (MemoryError, RecursionError) as error:
        raise UnreadableError(file.name, TOO_HARD) from error
    except Exception as error:  # hostile bytes reach every corner of four libraries
        raise UnreadableError(file.name, DAMAGED) from error


def _read(file: StoryFile, limits: Limits) -> Draft:
    match file.kind:
        case Format.PDF:
            from workbench.documents.pdf import read_pdf

            return read_pdf(file.data, file.name, limits)
        case Format.DOCX:
            from workbench.documents.word import read_word

            return read_word(file.data, file.name, limits)
        case Format.HTML if file.whole:
            from workbench.documents.whole_page import read_whole_page

            return read_whole_page(file.data, file.name, file.charset)
        case Format.HTML:
            from workbench.documents.page import read_page

            return read_page(file.data, file.name, file.charset, file.url)
        case Format.MARKDOWN:
            from workbench.documents.markdown import read_markdown

            return read_markdown(file.data, file.name, limits, file.charset)
        case _:
            return read_text(file.data, file.name, limits, file.charset)
