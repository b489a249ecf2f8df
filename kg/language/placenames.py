"""How the spellings of a place's name are made alike."""

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["key", "spellings"]

_OTHER = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "ŋ": "n"})
_ARTICLE = re.compile(r"^(?:[ae][lnrstdz]|a[sdt]h)[ -](?=\w)", re.IGNORECASE)
_MOUND = re.compile(r"^t[ae]ll?[ -](?=\w)", re.IGNORECASE)
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1")


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


def spellings(name: str) -> Iterator[str]:
    """The key of a name, then those of the other ways in which newspapers write an Arabic name, the likeliest first.

    >>> list(spellings("El Hodeidah"))
    ['elhodeidah', 'hodeidah', 'elhodeida', 'hodeida']
    """
    whole, bare = key(name), key(_ARTICLE.sub("", name))
    forms = [form for form in dict.fromkeys((whole, bare if len(bare) > 3 else whole)) if form]
    yield from forms
    if len(whole) > 4:
        changed = [form[:-1] if form.endswith("ah") else f"{form}h" for form in forms if form.endswith(("ah", "a"))]
        changed += [f"al{whole}"] if whole == bare else []
        changed += [key(_MOUND.sub(mound, name)) for mound in ("tall", "tel", "tal", "tell") if _MOUND.match(name)]
        changed += [_TWICE.sub(r"\1", form) for form in forms]
        yield from (form for form in dict.fromkeys(changed) if form not in forms)
