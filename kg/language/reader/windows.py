"""Fixed windows over the word pieces of a text: what the encoder sees at once, in training as in use."""

__all__ = ["CLS", "OVERLAP", "SEP", "SIZE", "windows"]

CLS, SEP = 101, 102          # the pieces that begin and end a window in BERT's uncased vocabulary
SIZE, OVERLAP = 254, 48      # word pieces of a window without these two, and of two neighbours together


def windows(length: int, size: int = SIZE, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Windows [begin, end) over `length` pieces: as few as cover the text, of one length, with at least `overlap` pieces in common.

    >>> windows(200), windows(400)
    ([(0, 200)], [(0, 224), (176, 400)])
    """
    if length <= size:
        return [(0, length)]
    number = -(-(length - overlap) // (size - overlap))
    each = -(-(length + (number - 1) * overlap) // number)
    begins = [*range(0, (number - 1) * (each - overlap), each - overlap), length - each]
    return [(begin, begin + each) for begin in begins]
