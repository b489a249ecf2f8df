"""How the spellings of a place's name are made alike."""

import re
import unicodedata

__all__ = ["key"]

_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "ŋ": "n"})


def key(name: str) -> str:
    """What two spellings of a name share: no case, marks, hyphens, blanks or apostrophes; "" for a name in another script.

    >>> key("An-Nāşirīyah"), key("Dhi Qar"), key("Ta'izz"), key("بغداد")
    ('annasiriyah', 'dhiqar', 'taizz', '')
    """
    if name.isascii():
        return _OTHER.sub("", name.lower())
    letters = [letter for letter in unicodedata.normalize("NFKD", name.lower().translate(_LETTERS)) if not unicodedata.combining(letter)]
    if any(letter.isalpha() and not letter.isascii() for letter in letters if letter not in "ʻʼʿʾ"):
        return ""
    return _OTHER.sub("", "".join(letters))
