"""What the sheet is known by that a marked-up file has before its own: the list of its problems."""

PROBLEM_LIST = "ปัญหาที่พบ"
"""Its name, whatever the reader's language."""
MARK = "แผ่นงานนี้ระบบเขียนขึ้น"
"""How its second row begins, so that a sheet that somebody else gave this name is read as any other."""
