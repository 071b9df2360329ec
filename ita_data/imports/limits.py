"""How large a file may be: the one place for every limit that reading keeps to."""

MEGABYTE = 1024**2

MAX_BYTES = 10 * MEGABYTE
"""The file as it is sent."""

MAX_UNPACKED = 120 * MEGABYTE
"""All parts of a packed file that are read, as counted while they are unpacked."""

MAX_DOCUMENT = 24 * MEGABYTE
"""The same for a Word document, which is held in memory as a tree."""

MAX_ELEMENTS = 600_000
"""The tags of a Word document that open an element."""

MAX_PARTS = 2_000
MAX_SHEETS = 200

MAX_TOKEN = MEGABYTE
"""A tag with its attributes and the text after it; a full cell of Excel holds 32,767 characters."""

MAX_TAG = 64 * 1024
"""A tag with its attributes in a workbook."""

SURE_ROWS = 50_000
"""So many rows of ten columns are read for sure, whichever program wrote them; the page says so before the upload."""

MAX_ROWS = 120_000
MAX_COLUMNS = 256
"""How far out a cell with content may stand."""

MAX_CELLS = 1_100_000
"""The cells written down in one sheet, blank ones too."""

MAX_AREA = 4_000_000
"""Rows × columns of one sheet as far as it is filled: calamine sets all of it aside at once."""

MAX_MERGES = 20_000
"""Merged ranges of one sheet."""

MAX_TEXTS = 1_100_000
"""Shared texts of a workbook."""

MAX_LINKS = 65_530
"""Links of one sheet, as many as Excel allows."""
