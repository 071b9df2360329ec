"""Which state of the store something was read from."""


class Revision(int):
    """How many writes a store has seen, and which one the last was: another store may have seen as many.

    It counts and compares as its number does; two of them are the same only where the last write was the same one too.
    After an older copy was put back, a number comes again, the `write` never does.
    """

    write: str

    def __new__(cls, number: int, write: str = "") -> "Revision":
        """The revision of this number, with the name that the last write was given."""
        made = super().__new__(cls, number)
        made.write = write
        return made

    def __eq__(self, other: object) -> bool:
        is_same_write = not isinstance(other, Revision) or self.write == other.write
        return is_same_write and int(self) == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = int.__hash__
