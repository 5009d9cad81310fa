"""Stage: an accepted draft -> what is pasted, sent or printed. Only a `Reviewed` leaves; drafts cannot be exported.

Decided: the draft becomes a `Document` of plain blocks once, and every format prints those blocks, so no format can
leave out a word or an open finding that another shows. Texts are cleaned on the way (wording.py): what no file can hold
shows as `�`. python-docx and Typst are imported when a file is asked for.
"""

from .boxes import Field, fields
from .markdown import as_markdown
from .pdf import as_pdf
from .plain import as_text
from .profiles import Box, Profile, profile, profiles, read_profiles
from .sheets import SheetFormat, data_sheet
from .spreadsheet import as_csv
from .word import as_docx

__all__ = [
    "Box",
    "Field",
    "Profile",
    "SheetFormat",
    "as_csv",
    "as_docx",
    "as_markdown",
    "as_pdf",
    "as_text",
    "data_sheet",
    "fields",
    "profile",
    "profiles",
    "read_profiles",
]
