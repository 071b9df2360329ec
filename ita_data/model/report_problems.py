"""What can be wrong in a yearly report."""

from ita_data.language import mark
from ita_data.model.problem_kinds import ProblemKind, error, note, refusal, warning

REPORT_PROBLEMS: dict[str, ProblemKind] = {
    "code-repaired": warning(
        mark("Item code “{value}” is read as {proposal}."),
        mark("Check it; if it is wrong, write the right code in the cell."),
    ),
    "code-unknown": error(
        mark("“{value}” is not an item code that fits here."),
        mark("Write a code such as I1, E4 or O1 - O17 in the first column."),
    ),
    "code-duplicate": error(
        mark("{value} stands in the file twice; the first one is taken."),
        mark("Leave it in one row only."),
    ),
    "indicator-unreadable": error(
        mark("The heading “{value}” has no indicator number."),
        mark("Write it as “ตัวชี้วัดที่ 1 …”."),
    ),
    "indicator-renamed": warning(
        mark("“{value}” is read as a further page of “{name}”, which has the same number."),
        mark("If it is another indicator, write its own number in the heading."),
    ),
    "headers-not-repeated": warning(
        mark("The table that begins with “{value}” has no headers; it is read as going on with the table above."),
        mark("If it is another table, write its own column headers above it."),
    ),
    "headers-missing": error(
        mark("The table that begins with “{value}” has no known headers and was left out."),
        mark("If it belongs to the report, repeat the column headers above it."),
    ),
    "text-split": warning(
        mark("This text runs on from {above}; both are read as one: “{value}”"),
        mark("Check that the two belong together; otherwise number the second one."),
    ),
    "number-doubled": warning(
        mark("“{value}” has the number {number}, as another text in {above} has; both are read, and counted in order."),
        mark("If it is the same one that stands beside several issues, write the same words at each of them."),
    ),
    "text-continued": warning(
        mark("“{value}” stands in a row of its own, and is read as going on with the text of the row of {above}."),
        mark("Check that it belongs there; the next time write the whole text in one cell."),
    ),
    "text-homeless": error(
        mark("The text “{value}” belongs to no indicator and no initiative."),
        mark("Move it under the heading it belongs to."),
    ),
    "measures-ungrouped": refusal(
        mark(
            "The table with the headers {value} says of no measure which indicator or issue it belongs to: neither a "
            "column “{issue}” or “{indicator}” was found, nor a row with an indicator above its measures."
        ),
        mark("Add the column “{issue}”, or a row such as “ตัวชี้วัดที่ 1 …” above the measures that belong to it."),
    ),
    "issue-as-initiative": warning(
        mark("“{value}” names no indicator, so its measures are read as those of an initiative of this name."),
        mark("If they belong to an indicator, write it as “ตัวชี้วัดที่ 1 …” in a row above them or in a column of its own."),
    ),
    "issue-left-out": warning(
        mark("The issue “{value}” begins with no item code, so a plan has no place for it; it is left out."),
        mark("Write the code of its item before it, for example “O1 …”."),
    ),
    "outcomes-left-out": warning(
        mark("A plan keeps no outcomes of initiatives; from “{value}” on they are left out: {count}."),
        mark("Report them month by month, or write the indicator of the measures above them."),
    ),
    "period-left-out": warning(
        mark("“{value}” names no months of this fiscal year from which to which a measure is active; it is left out."),
        mark("Write the first and the last month, for example ต.ค. 67 – มี.ค. 68; without them the whole year counts."),
    ),
    "cadence-unknown": warning(
        mark("“{value}” is not a known rhythm of follow-up, so no report falls due."),
        mark("Write ทุกเดือน, รายไตรมาส, รอบ 6 เดือน, รายปี or เมื่อมีกรณี."),
    ),
    "cadence-open": warning(
        mark("“{value}” sets no date, so no report falls due."),
        mark("Decide on a rhythm, for example ทุกเดือน or รายไตรมาส, and write it in the cell."),
    ),
    "cadence-missing": warning(
        mark("Nothing says how often {value} is followed up, so no report falls due."),
        mark("Write a rhythm, for example ทุกเดือน, in the follow-up column."),
    ),
    "section-unassigned": warning(
        mark("Nothing says who is responsible for {value}."),
        mark("Write the responsible section in the column for it."),
    ),
    "column-ignored": note(
        mark("Nothing is read in the column with “{value}”; filled cells left out: {count}."),
        mark("If it matters, say at the import desk what it holds, or write one of the known headers above it."),
    ),
    "cell-ignored": note(
        mark("“{value}” stands outside the columns that are read, and was left out."),
        mark("If it matters, move it under one of the headers."),
    ),
    "column-by-content": warning(
        mark("The column with “{value}” has no known header; by what it holds it is read as “{field}”."),
        mark("Check it, and write “{field}” above it the next time."),
    ),
    "sheet-incomplete": error(
        mark("The sheet has no column “{value}”, so nothing of it was taken."),
        mark("Add the column with this header, in the same row as the other headers."),
    ),
    "months-unclear": error(
        mark("Beside the columns for single months there is “{value}”, so nothing says which month it belongs to."),
        mark("Write the month into a column of its own, with one row for each measure, section and month."),
    ),
    "sheet-ignored": note(
        mark("The sheet “{value}” has no known headers and was left out; filled cells: {count}."),
        mark("If it is part of the report, write the headers of the office's template above its table."),
    ),
    "sheet-hidden": note(
        mark("The sheet “{value}” is hidden; it was read like the others."),
        mark("If it is not meant to be reported, delete it."),
    ),
    "rows-hidden": note(
        mark("The sheet has {value} hidden rows, which were read like the others."),
        mark("Show the rows and check them; delete those that are not meant to be reported."),
    ),
    "columns-hidden": note(
        mark("Columns of the sheet are hidden and were read like the others: {value}."),
        mark("Show the columns and check them; delete those that are not meant to be reported."),
    ),
    "text-struck": warning(
        mark("“{value}” is struck through and was not read."),
        mark("Check it; delete what no longer holds, and undo the striking through of what is to be reported."),
    ),
    "changes-unaccepted": warning(
        mark("The document holds {value} changes that nobody has accepted yet; it was read as if all of them were."),
        mark("Check in Word (Review › Accept or Reject) that this is what is to be reported."),
    ),
    "sign-unknown": warning(
        mark("“{value}” holds a sign of a font that isn't known; “{sign}” stands in its place."),
        mark("Write in words what the sign means, and send the row again."),
    ),
    "text-hidden": note(
        mark("The document has hidden words, which were not read: “{value}”."),
        mark(
            "Show hidden words in Word (Home › ¶) and check them; what is to be reported must not be marked as hidden."
        ),
    ),
    "row-total": note(
        mark("The row of “{value}” is a total and was passed over."),
        mark("Nothing needs to be done: totals are computed anew."),
    ),
    "row-numbering": note(
        mark("The row that begins with “{value}” only numbers the columns and was passed over."),
        mark("Nothing needs to be done."),
    ),
    "rows-unreported": note(
        mark("Nothing is reported in {count} rows of the template, of the measures {value}."),
        mark("If one of them was to be reported this month, fill in its status."),
    ),
    "text-repaired": note(
        mark("Damaged letters were mended: “{value}” is read as “{proposal}”."),
        mark("Check the text; damage of this kind comes from text copied out of a PDF."),
    ),
}
