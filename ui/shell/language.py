"""The reader's language, kept in the address: `?lang=en` is English, anything else Thai."""

from collections.abc import Callable

from ita_data.language import DEFAULT_LANGUAGE, LANGUAGES, language
from ita_data.language import gettext as _
from ui.shell.address import choose, chosen_in_address

_NAME = "lang"


def set_language() -> None:
    """Give this run of the script the reader's language."""
    language.set(chosen_in_address(_NAME, list(LANGUAGES), DEFAULT_LANGUAGE))


def in_readers_language(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same for a download, which is made later and by a thread that knows no reader."""
    readers = language.get()

    def made() -> bytes:
        language.set(readers)
        return make()

    return made


def language_switch() -> None:
    """The choice of language; it stays in the address from page to page."""
    choose(_NAME, _("Language"), list(LANGUAGES), DEFAULT_LANGUAGE, shown=LANGUAGES.__getitem__)
