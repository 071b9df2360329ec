"""What can be wrong in a monthly workbook; its sections may be wrong in a report too."""

from ita_data.language import mark
from ita_data.model.problem_kinds import ProblemKind, error, note, warning

MONTHLY_PROBLEMS: dict[str, ProblemKind] = {
    "section-unknown": error(
        mark("“{value}” is not a known section."),
        mark("Write the section's full or short name as the office uses it, for example {example}."),
    ),
    "section-repaired": warning(
        mark("“{value}” is read as {proposal}."),
        mark("Check it, and write the section's name in full the next time."),
    ),
    "measure-missing": error(
        mark("The row has no measure code."),
        mark("Write the code from the plan, for example 4.2 or ก1.3."),
    ),
    "measure-unknown": error(
        mark("There is no measure “{value}” in the plan of fiscal year {fiscal_year}."),
        mark("Compare the code with the plan; 4.2 is indicator 4, measure 2."),
    ),
    "measure-ambiguous": error(
        mark("The number {value} may mean measure {first} or {second}."),
        mark("Format the column as text and write the code anew."),
    ),
    "measure-several": error(
        mark("“{value}” names several measures, or a part of one; the row is not taken."),
        mark("Write one row for each measure, with its code alone, for example 4.2."),
    ),
    "measure-not-assigned": warning(
        mark("Measure {measure} is not assigned to {value}; its review is kept, but none was expected."),
        mark("If the section is responsible, add it in the plan."),
    ),
    "section-missing": error(
        mark("The row doesn't say which section reports."),
        mark("Fill in the section, in the row or once above the table."),
    ),
    "month-missing": error(
        mark("The row doesn't say which month is reported."),
        mark("Fill in the month, in the row or once above the table, for example ม.ค. 68."),
    ),
    "month-unreadable": error(
        mark("“{value}” is not a month that can be read."),
        mark("Write it as ม.ค. 68, มกราคม 2568 or 2025-01."),
    ),
    "month-outside-plan": error(
        mark("{value} lies outside fiscal year {fiscal_year}."),
        mark("Check the year: in that fiscal year the month is {proposal}."),
    ),
    "month-ahead": error(
        mark("{value} has not begun yet."),
        mark("Check the month and the year, or send the row again once the month has begun."),
    ),
    "status-missing": error(
        mark("The row has no status."),
        mark("Choose ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ, ดำเนินการแล้ว or ไม่เกี่ยวข้อง."),
    ),
    "status-unknown": error(
        mark("“{value}” is not a known status."),
        mark("Choose ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ, ดำเนินการแล้ว or ไม่เกี่ยวข้อง."),
    ),
    "status-several": error(
        mark("“{value}” names several statuses."),
        mark("Leave the one that holds: ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ, ดำเนินการแล้ว or ไม่เกี่ยวข้อง."),
    ),
    "status-unticked": error(
        mark("“{value}”: it can't be told which of the statuses in the cell is ticked."),
        mark("Tick one of them with ☑ or (/), leave the boxes of the others empty, or write that status alone."),
    ),
    "status-sign": error(
        mark("“{value}” is a sign, and the file doesn't say which status it stands for."),
        mark("Write the status in words: ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ, ดำเนินการแล้ว or ไม่เกี่ยวข้อง."),
    ),
    "tick-asked": error(
        mark("Nobody can tell which status the tick “{value}” stands for."),
        mark("Say it once for the whole sheet on the page of the import, or write the status in words."),
    ),
    "status-doubted": error(
        mark("“{value}” begins with a status, and its further words take that back or leave it open."),
        mark(
            "Choose the status that holds for the whole measure this month, for example อยู่ระหว่างดำเนินการ, and write "
            "what was done into the column ผลการดำเนินการ."
        ),
    ),
    "status-time": error(
        mark(
            "“{value}” compares with the plan and is no status: it doesn't say whether the work has begun or is done."
        ),
        mark(
            "Choose ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ or ดำเนินการแล้ว; whether it is late is worked out from the plan. The "
            "remark belongs in the column หมายเหตุ."
        ),
    ),
    "status-target": error(
        mark("“{value}” says how a target was met and is no status."),
        mark(
            "Choose ยังไม่ดำเนินการ, อยู่ระหว่างดำเนินการ or ดำเนินการแล้ว; how the target was met belongs in the column "
            "ผลการดำเนินการ."
        ),
    ),
    "status-cancelled": error(
        mark("“{value}” is no status: a measure stays in the plan until the plan is changed."),
        mark(
            "Choose ไม่เกี่ยวข้อง where the section has nothing to do with it any more, or else ยังไม่ดำเนินการ; write the "
            "reason into the column หมายเหตุ and have the plan changed."
        ),
    ),
    "progress-unreadable": warning(
        mark("“{value}” is not a percentage from 0 to 100; it is left out, and the rest of the row is taken."),
        mark("Write a number such as 50 or 50%, and send the row again."),
    ),
    "progress-rough": warning(
        mark("“{value}” says only roughly how much; it is left out, and the rest of the row is taken."),
        mark("Write one number, for example 50, and send the row again."),
    ),
    "progress-outside": error(
        mark("“{value}” is not a percentage from 0 to 100."),
        mark("Write a number such as 50 or 50%."),
    ),
    "number-unreadable": warning(
        mark("“{value}” is not a whole number; “{field}” is left out, and the rest of the row is taken."),
        mark("Write digits alone, for example 120, and send the row again."),
    ),
    "numbers-differ": warning(
        mark("“{value}” differs from “{other}”, which stands in another column of the same meaning; neither is taken."),
        mark("Check which of the two is right, write it in both columns or leave one blank, and send the row again."),
    ),
    "read-as-blank": note(
        mark("“{value}” is no day and no number; the cell is read as blank."),
        mark("Nothing needs to be done; if there is a day or a number to report, write it here."),
    ),
    "date-unreadable": warning(
        mark("“{value}” is not a date that can be read; it is left out, and the rest of the row is taken."),
        mark("Write it as 15 ม.ค. 68, 15/1/2568 or 2025-01-15, and send the row again."),
    ),
    "date-guessed": note(
        mark("“{value}” is read as {proposal}: day first, then month."),
        mark("If that is wrong, write the month as a word."),
    ),
    "measure-unreadable": error(
        mark("“{value}” is not the code of a measure."),
        mark("Write the code from the plan, for example 4.2 or ก1.3."),
    ),
    "measure-repaired": warning(
        mark("“{value}” is read as measure {proposal}."),
        mark("Check it, and write the code alone the next time, for example 4.2."),
    ),
    "measure-renumbered": note(
        mark("“{value}” is measure {proposal} by now: the plan was renumbered after this workbook was made."),
        mark("Nothing needs to be done. Download the workbook anew for the next month."),
    ),
    "measure-renumbered-unclear": error(
        mark("“{value}” stood for several measures this year, and the file doesn't say which it means."),
        mark("Say which measure it is, or write the title beside the code as the plan has it."),
    ),
    "measure-is-date": error(
        mark("Excel has made the date {value} out of the measure code."),
        mark("Format the column as text and write the code anew, for example 4.2."),
    ),
    "key-different": error(
        mark("“{value}” differs from the template, where this row is for {expected}."),
        mark("Put back what the template had, or write the report into the row that it belongs to."),
    ),
    "key-unreadable": warning(
        mark("The template's hidden key “{value}” can't be read; the row is taken by its visible cells."),
        mark("Check measure, section and month of the row, or download the template anew."),
    ),
    "section-every": error(
        mark("“{value}” is no single section: each section reports for itself."),
        mark("Write one row for each section that reports."),
    ),
    "section-every-beside": warning(
        mark("“{value}” names every section beside others; the row is taken for {sections} only."),
        mark("Check it; other sections report in rows of their own."),
    ),
    "row-for-several-sections": note(
        mark("“{value}” names {count} sections; the row is taken as a report of each of them."),
        mark("If only one of them reports, leave that one in the cell."),
    ),
    "month-without-year": warning(
        mark("“{value}” has no year; it is read as {proposal}, by the fiscal year that the title names."),
        mark("Check it, and write the year beside the month the next time, for example ม.ค. 68."),
    ),
    "year-doubtful": error(
        mark("“{value}” would be {proposal}, far from fiscal year {fiscal_year}."),
        mark("Check the year: such a slip comes from reading Thai digits wrongly, or from another calendar."),
    ),
    "year-of-excel": note(
        mark("{value} is read as {proposal}: programs complete a year such as 68 to 1968 or 2068."),
        mark("If that is wrong, write the month as a word and the year in full."),
    ),
    "status-repaired": warning(
        mark("“{value}” is read as the status {proposal}: one letter differs."),
        mark("Check it, and choose the status from the list the next time."),
    ),
    "status-with-text": warning(
        mark("“{value}” is read as the status {proposal}; the words after it are not kept."),
        mark("Check it, and write what was done into the column ผลการดำเนินการ."),
    ),
    "status-from-progress": warning(
        mark("The columns of the months hold percentages only; the status is taken from them, from “{value}” on."),
        mark("Check it: 0 is read as ยังไม่ดำเนินการ, 100 as ดำเนินการแล้ว, all between as อยู่ระหว่างดำเนินการ."),
    ),
    "status-against-progress": warning(
        mark("The status {status} doesn't go with {progress} %; both are taken as they are written."),
        mark("Check which of the two is right, and mend the other one."),
    ),
    "progress-fraction": warning(
        mark("{value} is read as {proposal} %, because all percentages of the column are 1 or less."),
        mark("Check it, and write 50 or 50% instead of 0.5."),
    ),
    "progress-small": warning(
        mark("{value} is read as {proposal} %, less than one per cent, as it is written."),
        mark("If it means more, write it as a percentage, for example 50 or 50%."),
    ),
    "date-impossible": warning(
        mark("“{value}” is no day of the calendar; it is left out, and the rest of the row is taken."),
        mark("Check day, month and year; write it as 15 ม.ค. 68 or 15/1/2568, and send the row again."),
    ),
    "date-far": warning(
        mark(
            "“{value}” would be {proposal}, far from fiscal year {fiscal_year}; it is left out, and the rest of the "
            "row is taken."
        ),
        mark("Check the year, and send the row again."),
    ),
    "date-month": note(
        mark("“{value}” is a whole month; its last day is taken, {proposal}."),
        mark("If it was done on a single day, write that day alone."),
    ),
    "date-from-number": warning(
        mark("The number {value} is read as {proposal}, as Excel counts days."),
        mark("Check it, and format the cell as a date."),
    ),
    "date-without-year": warning(
        mark("“{value}” has no year; it is read as {proposal}, by the month that is reported."),
        mark("Check it, and write the year beside the day the next time, for example 15 ม.ค. 68."),
    ),
    "date-range": note(
        mark("“{value}” is several days; the last one is taken, {proposal}."),
        mark("If another day is meant, write that day alone."),
    ),
    "due-unreadable": warning(
        mark("“{value}” names no day by which the work is due."),
        mark("Nothing is lost: the plan says when a report is due. Otherwise write a day such as 31 ม.ค. 68."),
    ),
    "due-not-stored": note(
        mark("The column “{value}” is read, but not kept: the plan says when a report is due."),
        mark("Nothing needs to be done."),
    ),
    "cell-error": error(
        mark("The cell holds the spreadsheet error {value}."),
        mark("Mend the formula, or type the value itself."),
    ),
    "cell-error-left-out": warning(
        mark("The cell holds the spreadsheet error {value}; it is left out, and the rest of the row is taken."),
        mark("Mend the formula, or type the value itself, and send the row again."),
    ),
    "row-incomplete": error(
        mark("“{value}” stands under a header, but its row has neither a measure nor a status."),
        mark("If it goes on with the row above, write it in that row; otherwise fill in the rest of its row."),
    ),
    "column-repaired": warning(
        mark("The header “{value}” is read as “{field}”: one letter differs."),
        mark("Check it, and write “{field}” above the column the next time."),
    ),
    "column-duplicate": warning(
        mark("Columns {first} and {second} both mean “{field}”; both are read, and texts of both are kept."),
        mark("Keep one of the two columns, or give the other one a header that says what else it holds."),
    ),
    "column-hidden-left-out": warning(
        mark("The hidden column “{value}” holds “{field}” like column {visible}; it is left out."),
        mark("If the hidden column is the right one, show it, take the other one out, and send the file again."),
    ),
    "values-differ": error(
        mark("“{value}” differs from “{other}”, which stands in another column of the same meaning."),
        mark("Check which of the two is right, and write it in both columns or leave one of them blank."),
    ),
    "section-asked": error(
        mark("Nobody can tell for sure which section reports in these rows (the file says: {value})."),
        mark("Choose the section on the page of the import, or name it in each row or once above the table."),
    ),
    "month-asked": error(
        mark("Nobody can tell for sure which month these rows report (the file says: {value})."),
        mark("Choose the month on the page of the import, or name it in each row or once above the table."),
    ),
    "month-twice": error(
        mark("The month “{value}” stands above two columns, {first} and {second}; neither is taken."),
        mark("Mend the wrong one of the two headers, and send the file again."),
    ),
    "date-swapped": warning(
        mark(
            "Excel may have changed day and month: “{value}” would be {proposal} the other way round; it is left out."
        ),
        mark("Check it, and write the month as a word, for example 15 ม.ค. 68."),
    ),
    "date-doubtful": warning(
        mark("“{value}” lies too far from the month that is reported, {month}; the day is left out."),
        mark("Check day, month and year, and send the row again."),
    ),
    "title-different": error(
        mark("“{value}” is the title of measure {other}, but the code is {measure}."),
        mark("Check whether the column of the codes was sorted by itself, and put code and title together again."),
    ),
    "rows-planned": note(
        mark("{count} rows say what is planned, from “{value}” on; they report nothing and are left out."),
        mark("Nothing needs to be done."),
    ),
    "rows-planned-alone": error(
        mark(
            "{count} rows say what is planned, from “{value}” on, and no row says what came of it; they are left out."
        ),
        mark("If they report what was done, take out the word แผน; otherwise add the rows of results."),
    ),
    "rows-hidden-left-out": warning(
        mark("“{value}” hides rows beside what it shows; they may be an old draft, and are left out."),
        mark("If they are to be taken, say so on the page of the import, or show them in the file."),
    ),
    "row-corrected": note(
        mark("{value} was answered once more later, in row {first}; this earlier answer is left out."),
        mark("Nothing needs to be done."),
    ),
    "rows-differ": error(
        mark("{value} is also reported in row {first}, in other words or numbers; neither row is taken."),
        mark("Leave the right one of the two rows, and send the file again."),
    ),
    "row-rivalled": error(
        mark("The row below {value}, at {other}, has no code and says values too: one of both may be the plan."),
        mark("Write “แผน” and “ผล” into the two rows, or leave the row of results alone, and send the file again."),
    ),
    "row-duplicate": error(
        mark("{value} was already reported in row {first}; this row is not taken."),
        mark("Leave one row for each measure, section and month."),
    ),
}
