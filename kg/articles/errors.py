"""The one error of this layer, and the limit every reader keeps."""

__all__ = ["LONGEST", "ArticleError"]

LONGEST = 1_000_000
"""Code points an article may have; a longer text is a book or a dump, not a news story."""


class ArticleError(ValueError):
    """An input that cannot be read as an article: its message is one line that says where, what is wrong and what to do."""
