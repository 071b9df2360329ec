import pytest

from ita_data.imports.layouts.item_codes import CodeRun, ReadCode

SEVENTEEN = tuple(f"O{number}" for number in range(1, 18))


def items(text: str) -> tuple[str, ...]:
    return CodeRun().read(text).items


@pytest.mark.parametrize("text", ["I1", " I1 ", "i1", "I 1", "I๑", "I01"])
def test_a_code_is_read_however_it_is_spaced(text: str) -> None:
    assert CodeRun().read(text) == ReadCode(("I1",))


@pytest.mark.parametrize("text", ["O1-O17", "O1 - O17", "O1 – O17", "O1—O17", "O1 - 17", "o1 - o17", "O๑ - O๑๗"])
def test_a_range_is_every_item_in_it(text: str) -> None:
    assert items(text) == SEVENTEEN


def test_a_range_of_one_is_one_item() -> None:
    assert items("O5 - O5") == ("O5",)


@pytest.mark.parametrize("text", ["O17 - O1", "O1 - E17", "O1 -", "O1 - O9999999"])
def test_a_wrong_range_is_no_code(text: str) -> None:
    assert CodeRun().read(text) == ReadCode(())


@pytest.mark.parametrize("text", ["", "I", "I0x", "X5", "L1", "ข้อ 1", "I1 I2", "1", "25", "หมายเหตุ"])
def test_what_is_no_code_is_not_guessed(text: str) -> None:
    assert CodeRun().read(text) == ReadCode(())


def test_codes_that_lost_their_letter_are_repaired_down_the_run() -> None:
    run = CodeRun()
    read = [run.read(f"1{number}") for number in range(1, 13)]
    assert read == [ReadCode((f"I{number}",), is_repaired=True) for number in range(1, 13)]


@pytest.mark.parametrize(("text", "item"), [("l1", "I1"), ("|1", "I1"), ("๑๑", "I1"), ("01", "O1")])
def test_other_misread_letters_are_put_back_too(text: str, item: str) -> None:
    assert CodeRun().read(text) == ReadCode((item,), is_repaired=True)


@pytest.mark.parametrize("text", ["12", "110", "112", "19"])
def test_a_number_out_of_the_run_is_not_repaired(text: str) -> None:
    assert CodeRun().read(text) == ReadCode(())


def test_the_run_goes_on_after_a_code_that_was_read() -> None:
    run = CodeRun()
    run.read("I9")
    assert run.read("110") == ReadCode(("I10",), is_repaired=True)


def test_every_letter_has_a_run_of_its_own() -> None:
    run = CodeRun()
    run.read("I3")
    run.read("E1")
    assert run.read("14") == ReadCode(("I4",), is_repaired=True)


def test_the_run_goes_on_after_a_range() -> None:
    run = CodeRun()
    run.read("O1 - O17")
    assert run.read("018") == ReadCode(("O18",), is_repaired=True)
