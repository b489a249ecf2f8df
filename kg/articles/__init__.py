"""One reader a format: text, Markdown, saved HTML and JSONL to `kg.model.Article`.

`Article.text` is what was read: a text file's content as it stands, line ends and date line included, only without its byte order
mark; of Markdown and HTML the plain text, its paragraphs parted by blank lines; of JSONL the title, a blank line, and the text.
All offsets are code points of it.
"""

from kg.articles.check import LONGEST
from kg.articles.errors import ArticleError
from kg.articles.files import SUFFIXES, find, read_path
from kg.articles.plain import from_text

__all__ = ["LONGEST", "SUFFIXES", "ArticleError", "find", "from_text", "read_path"]
