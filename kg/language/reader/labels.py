"""The labels that the reader is trained to give, in the order of its outputs; the ontology says what they mean."""

import json
from pathlib import Path

__all__ = ["FAMILIES", "FILLERS", "INCIDENTS", "KAIROS", "KINDS", "NAMES", "kind_of"]

_DATA = json.loads((Path(__file__).parent / "labels.json").read_text(encoding="utf-8"))

FILLERS: tuple[str, ...] = tuple(_DATA["fillers"])       # what MUC-4 asks of an incident, and whoever was harmed, named or not
INCIDENTS: tuple[str, ...] = tuple(_DATA["incidents"])   # MUC-4's types of incident
NAMES: tuple[str, ...] = tuple(_DATA["names"])           # DWIE's classes of entity
KAIROS: dict[str, dict[str, str]] = _DATA["kairos"]      # a KAIROS type (its first parts) to its roles and their families
KINDS: tuple[str, ...] = tuple(KAIROS)
FAMILIES: tuple[str, ...] = tuple(sorted({family for roles in KAIROS.values() for family in roles.values()}))


def kind_of(kairos: str) -> str | None:
    """The label of an event type of WikiEvents: the longest that the type's name begins with.

    >>> kind_of("Conflict.Attack.DetonateExplode"), kind_of("Justice.Sentence.Unspecified"), kind_of("GenericCrime.GenericCrime")
    ('Conflict.Attack.DetonateExplode', 'Justice.Sentence', None)
    """
    return max((kind for kind in KINDS if kairos.startswith(kind)), key=len, default=None)
