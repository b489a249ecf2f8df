"""Corrections: what a reader of a graph found wrong in it, kept in a file of Turtle, and obeyed when the graph is built again.

A correction must find its target after the extractor has become better: events then have other IRIs, mentions other borders, entities
other mentions. So it names each of its ends twice: by the IRI that it had, which is for people and for entities that all articles share,
and by its words: the stretches of the article's text that denoted it (offsets, and the words themselves, `kg.corrected.Anchor`). An
article is known again by the hash in its IRI, which rests on its address or text alone; words that no longer stand at their offsets are
looked for nearby. What has most of the words, or at least half of them, is what is meant. A rejected property takes those below it
along: who is not the agent is not the perpetrator either.

    [] a kg:Rejection ;
        rdf:subject <…/event/bombing-of-bridge> ; kg:subjectWords [ nif:referenceContext <…#text> ; nif:beginIndex 57 ; nif:endIndex 63 ;
            nif:anchorOf "bombed" ] ;
        rdf:predicate kg:perpetrator ;
        rdf:object <…/entity/fighters> ; kg:objectWords [ … ] ;
        prov:wasAttributedTo [ a prov:Agent ; rdfs:label "Ana Reis" ] ; dcterms:date "2017-09-15"^^xsd:date .

They are applied together: first what is not the same is parted, then what is the same is joined, then what is wrong goes; so their order
does not matter, and the same correction twice is one. Those that contradict each other (A is B, B is C, A is not C) part and do not
join. What a correction did is in `Reading.corrections`, and is written as evidence whose rule is the correction; what it no longer finds
is in `Reading.problems`.
"""

from kg.corrections.applying import about, apply
from kg.corrections.reader import CorrectionError, read

__all__ = ["CorrectionError", "about", "apply", "read"]
