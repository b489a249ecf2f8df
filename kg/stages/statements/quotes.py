"""The words in quotation marks."""

from kg.model import Reading

__all__ = ["quote"]

_OPEN, _CLOSE = '"“', '"”'


def quote(reading: Reading, offset: int) -> str | None:
    """The words in quotation marks of the sentence at an offset; the longest where there are several."""
    sentence = next((span for span in reading.sentences if span[0] <= offset < span[1]), None)
    if sentence is None:
        return None
    text, found, begin = reading.text_of(sentence), [], None
    for position, character in enumerate(text):
        if begin is None and character in _OPEN:
            begin = position + 1
        elif begin is not None and character in _CLOSE:
            found.append(text[begin:position])
            begin = None
    longest = max(found, key=len, default=None)
    return longest.rstrip(",").strip() if longest else None
