"""The one way in which opening a file says no."""

from ita_data.model.problems import Place, Problem


class Refused(Exception):
    """A file can't be read; `problem` is the entry of the catalogue that says why and how to mend it."""

    def __init__(self, code: str, value: str = "", **words: str) -> None:
        super().__init__(code, value, words)
        self.problem = Problem(code, Place(), value, words)
