"""An article's text as one parsed spaCy Doc whose tokens keep their offsets in the text."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article

__all__ = ["parse", "parse_all"]


def parse(nlp: Language, article: Article) -> Doc:
    """The parse of an article: `token.idx` is the token's offset in `article.text`.

    What lies outside the article's blocks becomes white-space tokens; each block is parsed by itself, and no sentence crosses its border.
    """
    return next(parse_all(nlp, [article]))


def parse_all(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """The parses of several articles, in their order; each is parsed by itself, so that it reads the same alone and in a batch."""
    return (_parsed(nlp, article) for article in articles)


def _parsed(nlp: Language, article: Article) -> Doc:
    parts: list[Doc] = []
    position = 0
    # lines may be wrapped: a break inside a paragraph is a blank
    blocks = nlp.pipe(article.text[begin:end].replace("\n", " ") for begin, end in article.blocks)
    for (begin, end), block in zip(article.blocks, blocks, strict=True):
        if begin > position:
            parts.append(_gap(nlp, begin - position))
        parts.append(block)
        position = end
    # spaCy's type stub lacks `exclude`; without it the tensors of parses and gaps would have to have one shape
    return Doc.from_docs(parts, ensure_whitespace=False, exclude=["tensor", "user_data"]) or Doc(nlp.vocab)  # type: ignore[call-arg]


def _gap(nlp: Language, length: int) -> Doc:
    """One token of blanks that stands for all that is not read."""
    blanks = [" " * length]
    return Doc(nlp.vocab, blanks, [False], pos=["SPACE"], tags=["_SP"], heads=[0], deps=["dep"], lemmas=[" "], ents=["O"])
