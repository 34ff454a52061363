"""Sources into documents: the text as it was read, what it is called, its language, and the day it was written.

Everything downstream counts from that day, so it is never made up: it is metadata, a dateline, given, or marked as assumed
from the file's own day. The text itself is never altered after reading, because passages are offsets into it for ever:
line ends stay as they are; only a byte order mark, a Markdown file's front matter and an html page's furniture are left out.
"""

from timeline.text.document import document
from timeline.text.read import read, read_all
from timeline.text.readers import READERS
from timeline.text.sentences import sentences
from timeline.text.written import written_on

__all__ = ["READERS", "document", "read", "read_all", "sentences", "written_on"]
