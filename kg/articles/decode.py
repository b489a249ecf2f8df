"""Bytes to text: UTF-8 or UTF-16 (with a byte order mark or without), else Windows-1252 or Latin-1, and garbage is refused."""

import codecs
import unicodedata

from kg.articles.errors import ArticleError

__all__ = ["decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(raw: bytes) -> str:
    """The text of a file, without its byte order mark; line ends stay as they are, and nothing else is asked of it.

    >>> decode(b"Caf\\xe9 blast"), decode("Café blast".encode("utf-16"))
    ('Café blast', 'Café blast')

    Raises ArticleError for what is no text in any of these encodings.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            text = _strict(raw[len(mark):], encoding)
            if text is None:
                raise ArticleError(f"begins like {encoding.upper()} and is not; save it as UTF-8")
            return text
    for encoding in ("utf-8", *_utf16(raw)):
        text = _strict(raw, encoding)
        if text is not None and "\0" not in text:
            return text
    text = _strict(raw, "cp1252") or raw.decode("latin-1")
    if not _western(text):
        raise ArticleError("neither UTF-8 nor UTF-16 nor Latin-1 text; save it as UTF-8")
    return text


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16(raw: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows in European text by zeros in every other byte."""
    half = max(len(raw) // 2, 1)
    even, odd = raw[0::2].count(0), raw[1::2].count(0)
    if odd * 2 > half and even * 10 < half:
        return ("utf-16-le",)
    if even * 2 > half and odd * 10 < half:
        return ("utf-16-be",)
    return ()


def _western(text: str) -> bool:
    """Whether text read byte by byte is one in Latin letters: another alphabet's bytes come out nearly all accented."""
    letters = [character for character in text if unicodedata.category(character)[0] == "L"]
    accented = sum(not letter.isascii() for letter in letters)
    return len(letters) * 3 >= len(text.strip()) and accented * 10 <= len(letters) * 3
