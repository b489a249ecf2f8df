"""The codes of ACLED, the Armed Conflict Location and Event Data project, as far as graphs have an answer to them.

Source of the codes: ACLED, "Armed Conflict Location & Event Data (ACLED) Codebook" (versions of 2023 and later, acleddata.com). No data
of ACLED is used. The classes of the ontology carry their sub-event types as notations (`skos:notation "Armed clash"^^kg:ACLED`).
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from kg.ontology import Ontology
from kg.terms import SKOS

__all__ = ["codes", "event_types", "time_precision"]


@cache
def codes() -> dict[str, Any]:
    """The content of `acled.json`; shared, so not to be changed."""
    loaded: dict[str, Any] = json.loads((files("kg.graph.exports") / "acled.json").read_text(encoding="utf-8"))
    return loaded


def event_types(kind: str, ontology: Ontology) -> tuple[str, str]:
    """The event type and sub-event type of a class, of its nearest class above that has any; empty where they are not certain.

    >>> from kg.ontology import load
    >>> from kg.terms import KG
    >>> event_types(KG.CarBombing, load())
    ('Explosions/Remote violence', 'Remote explosive/landmine/IED')
    >>> event_types(KG.Capture, load())  # by whom decides which
    ('Battles', '')
    """
    parents = {sub: event for event, subs in codes()["sub_event_types"].items() for sub in subs}
    for term in sorted(ontology.ancestors(kind), key=lambda term: (-ontology.depth(term), term)):
        told = [text for text in ontology.facts.texts(term, SKOS.notation) if text in parents]
        if told:
            events = sorted({parents[sub] for sub in told})
            return (events[0], told[0] if len(told) == 1 else "") if len(events) == 1 else ("", "")
    return "", ""


def time_precision(days: int) -> int | None:
    """1 for a day, 2 for at most a week, 3 for at most a month; None for what ACLED would not code.

    >>> [time_precision(days) for days in (1, 5, 30, 365)]
    [1, 2, 3, None]
    """
    return next((code for code, most in codes()["time_precision"] if days <= most), None)
