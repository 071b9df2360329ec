"""What can be wrong with a file as a whole."""

from ita_data.language import mark
from ita_data.model.problem_kinds import ProblemKind, error, note, refusal, warning

FILE_PROBLEMS: dict[str, ProblemKind] = {
    "file-unreadable": refusal(
        mark("The file can't be opened: it is damaged, was not saved completely, or is not what its name says."),
        mark("Open it in Excel or Word, save it anew as .xlsx or .docx, and send that file."),
    ),
    "file-type-unknown": refusal(
        mark("Files of type “{value}” can't be read."),
        mark("Send a table as Excel workbook (.xlsx, .xls, .ods), text (.csv, .tsv) or Word document (.docx)."),
    ),
    "file-empty": refusal(
        mark("The file holds no text at all."),
        mark("Check that the right file was chosen, and that it was saved after it was filled in."),
    ),
    "file-zeros": refusal(
        mark("The file holds nothing but zero bytes: it was not saved or copied completely."),
        mark("Copy it anew from where it was made, check that it opens in Excel, and send it again."),
    ),
    "file-password": refusal(
        mark("The file is protected by a password."),
        mark(
            "Open it in Excel or Word with the password, remove the password (File › Info), save it and send it again."
        ),
    ),
    "file-pdf": refusal(
        mark("The file is a PDF, which holds printed pages and no table that can be read."),
        mark("Send the Excel or Word file that the PDF was made from."),
    ),
    "file-picture": refusal(
        mark("The file is a picture ({value})."),
        mark("Send the Excel or Word file itself; a photograph or a scan of a table can't be read."),
    ),
    "file-word-old": refusal(
        mark("The file is a document of an old Word (.doc)."),
        mark("Open it in Word, choose “Save as” › Word document (.docx), and send that file."),
    ),
    "file-text-formatted": refusal(
        mark("The file is a formatted text (.rtf)."),
        mark("Open it in Word, choose “Save as” › Word document (.docx), and send that file."),
    ),
    "file-slides": refusal(
        mark("The file is a presentation ({value})."),
        mark("Send the table as Excel workbook (.xlsx) or Word document (.docx)."),
    ),
    "file-archive": refusal(
        mark("The file is a packed archive ({value})."),
        mark("Unpack it on your computer, and send the Excel or Word file that is in it."),
    ),
    "file-program": refusal(
        mark("The file is a program and no table."),
        mark("Don't open it, and have the computer it came from checked; then send the right file."),
    ),
    "file-too-large": refusal(
        mark("The file has {value} MB; at most {limit} MB can be read."),
        mark("Take out pictures and sheets that don't belong to the report, save it and send it again."),
    ),
    "file-unpacks-too-large": refusal(
        mark("Unpacked, the file would take more than {limit} MB."),
        mark(
            "Copy the table alone into a new workbook, save it and send that file. A table of more than 50,000 rows "
            "has to be split into several files."
        ),
    ),
    "file-too-many-parts": refusal(
        mark("The file is packed from {value} parts; at most {limit} can be read."),
        mark("Copy the table alone into a new workbook, save it and send that file."),
    ),
    "file-too-many-sheets": refusal(
        mark("The workbook has {value} sheets; at most {limit} can be read."),
        mark("Leave the sheets that belong to the report, delete the others, save it and send it again."),
    ),
    "file-too-many-texts": refusal(
        mark("The workbook holds {value} different texts; at most {limit} can be read."),
        mark("Split the table into several files, or delete the rows that don't belong to the report."),
    ),
    "file-too-demanding": refusal(
        mark("Reading the file would take more time or memory than the server may give to one file."),
        mark(
            "Cells may be filled far away from the table, or it may have more than 50,000 rows. Copy the table alone "
            "into a new workbook, or split it into several files, and send that."
        ),
    ),
    "file-unsafe": refusal(
        mark("The file is built in a way that no office program saves, and that can do harm ({value})."),
        mark("Ask who it came from. Copy the table alone into a new workbook, save it and send that file."),
    ),
    "sheet-too-large": refusal(
        mark("Sheet “{sheet}” is filled as far as {value} (rows × columns); up to {rows} × {columns} can be read."),
        mark("Delete what stands far away from the table, or copy the table alone into a new workbook."),
    ),
    "sheet-too-many-cells": refusal(
        mark("Sheet “{sheet}” has {value} filled cells; at most {limit} can be read."),
        mark("Split the table into several files, or delete the rows that don't belong to the report."),
    ),
    "sheet-too-many-merges": refusal(
        mark("Sheet “{sheet}” has {value} merged ranges; at most {limit} can be read."),
        mark("Undo the merging of cells (Home › Merge & Center), save the file and send it again."),
    ),
    "line-unclear": error(
        mark("“{value}”: it isn't clear where the fields of this line begin and end; the line is not taken."),
        mark(
            "Open the file in Excel, check the quotes and separators of this row, and send it as Excel workbook "
            "(.xlsx)."
        ),
    ),
    "file-renamed": note(
        mark("The name says {suffix}, but the file is {kind}; it was read as that."),
        mark("Nothing has to be done; to be safe, save it under the right name next time."),
    ),
    "macros-ignored": note(
        mark("The file holds macros; they were not run."),
        mark("Nothing has to be done; only the values in the cells were read."),
    ),
    "links-ignored": note(
        mark("The file refers to other files; they were not opened."),
        mark("Check that the values in the cells are the ones you mean: they were taken as they were last saved."),
    ),
    "objects-ignored": note(
        mark("The file holds other files inside it ({count}); they were not read."),
        mark("If one of them holds a table of the report, send it as a file of its own."),
    ),
    "layout-unknown": refusal(
        mark(
            "No table that can be read was found. The headers that were looked for are {wanted}; the nearest row is "
            "“{value}”, and it lacks {missing}."
        ),
        mark(
            "The headers must be those of the yearly report or of the monthly workbook. Add what is missing, or copy "
            "the table into the workbook of the page for the month."
        ),
    ),
    "no-rows": refusal(
        mark("The headers were found, but no row under them could be taken."),
        mark("Fill in at least one row under the headers, or mend the problems listed with it."),
    ),
    "column-missing": refusal(
        mark("The column “{value}” is missing."),
        mark("Add the column with this header, in the same row as the other headers."),
    ),
    "office-unknown": refusal(
        mark("The title doesn't say whose report this is."),
        mark("Write the office's name above the table, for example สำนักงานเขต… ."),
    ),
    "year-unknown": refusal(
        mark("The title doesn't say which fiscal year this is."),
        mark("Write “ประจำปีงบประมาณ พ.ศ. …” above the table."),
    ),
    "plan-missing": refusal(
        mark("There is no plan for fiscal year {value} yet."),
        mark("Import the yearly report or plan of that fiscal year first, then this workbook."),
    ),
    "plan-unknown-yet": warning(
        mark("No plan is in the store yet, so the rows were checked by themselves only and can't be imported."),
        mark("Import the yearly report or plan of that fiscal year first, then this workbook."),
    ),
    "office-different": refusal(
        mark("The workbook is of {value}, but the plan that was chosen is of {office}."),
        mark("Choose that office on the page, or send the workbook of {office}."),
    ),
    "office-ambiguous": refusal(
        mark("Several offices are in the store and the workbook doesn't say whose it is."),
        mark("Choose the office, or write its name above the table, for example สำนักงานเขต… ."),
    ),
}
