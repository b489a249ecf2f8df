"""The one error of this layer."""

__all__ = ["ArticleError"]


class ArticleError(ValueError):
    """An input that cannot be read as an article: its message is one line that says where, what is wrong and what to do."""
