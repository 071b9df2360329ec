"""What Streamlit's collecting of garbage after every run of a script needn't walk."""

import gc

_HAVE_RUN: set[str] = set()


def keep_out_of_the_collector(page: str) -> None:
    """Once a page has run to its end, leave alone all that it loaded and keeps: templates, statements, catalogues.

    Only once for each page, or whatever every run leaves behind would never be collected.
    """
    if page in _HAVE_RUN:
        return
    _HAVE_RUN.add(page)
    gc.collect()
    gc.freeze()
