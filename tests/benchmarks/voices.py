"""How often the learned reader is right where the rules are silent, and the confidences that follow.

    python -m tests.benchmarks.voices --eval DIR [--network FILE] [--write]

DIR holds the development data. Every second article of wikievents-dev and muc4-dev, in the order of their names, is fitted on, the
others tell how far the confidences that follow can be believed. `--write` replaces `kg/language/voices.json`.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc

from kg.articles import read_path
from kg.language import model, voices
from kg.language.parse import parse_all
from kg.language.reader.labels import KAIROS, kind_of
from kg.language.reader.runtime import NETWORK, Reader
from kg.language.reader.training.muc import normalised
from kg.language.repairs import repair
from kg.language.tree import plain
from kg.language.truecase import truecased
from kg.lookup import Lookup
from kg.model import Article, Proposal, Reading
from kg.ontology import Ontology, load
from kg.pipeline import STAGES
from kg.stages import events
from kg.terms import KG, KGX, local

WEIGHTS = Path(voices.__file__).with_suffix(".json")
MUC_ROLES = {"Weapon": KG.instrument, "PerpInd": KG.agent, "PerpOrg": KG.agent, "Target": KG.patient, "Victim": KG.patient}
BINS = 5
DRAWN = 3.0  # so many cases are added to each bin that are right as often as the reader says
KEPT = {  # counted by hand, in capitals: whether they tell of an incident, by its surest type; who has a part in it by the rules alone
    "incident": [0.13, 0.4, *[0.63] * 16, 0.88, 0.88], "unheard": [0.17],
}


class Case(NamedTuple):
    """What the reader says and the rules do not: by which head, how surely, and whether it is right."""

    head: str
    probability: float
    right: bool


class Understood(NamedTuple):
    """An article with all proposals, none left out, before the arbiter."""

    name: str
    reading: Reading
    doc: Doc


def main() -> None:
    """Fit, and print what was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--eval", type=Path, required=True, help="folder with data/wikievents-dev and data/muc4-dev")
    options.add_argument("--network", type=Path, default=NETWORK, help="another network than the one that ships")
    options.add_argument("--write", action="store_true", help="replace the weights")
    given = options.parse_args()
    ontology, reader = load(), Reader(given.network)
    halves: tuple[list[Case], list[Case]] = ([], [])
    for judge, part in ((_wikievents, "wikievents-dev"), (_muc, "muc4-dev")):
        for number, found in enumerate(judge(given.eval / "data" / part, reader, ontology)):
            halves[number % 2].extend(found)
    shares = fit(halves[0]) | KEPT
    for line in reliability(halves[1], shares):
        print(line)
    text = "{\n" + ",\n".join(f"  {json.dumps(head)}: {json.dumps(found)}" for head, found in sorted(shares.items())) + "\n}\n"
    print(text)
    if given.write:
        WEIGHTS.write_text(text, encoding="utf-8")


def _understood(folder: Path, reader: Reader, ontology: Ontology) -> Iterator[Understood]:
    named = [pair for path in sorted((folder / "articles").iterdir()) for pair in read_path(path)]
    articles = [(name, article) for name, article in named if isinstance(article, Article)]
    legible = [truecased(article, ontology) for _, article in articles]
    for (name, article), shown, doc in zip(articles, legible, parse_all(model.load(), legible), strict=True):
        heard = reader.hear(doc.text, capitals=shown is not article)  # no article of these parts has capitals in its headline alone
        reading, tree = Reading(shown, heard=heard, least=0.0), plain(repair(doc, ontology))
        for stage in STAGES[: STAGES.index(events.stage)]:
            reading = stage(reading, tree, ontology)
        yield Understood(name, reading, tree)


def _cases(one: Understood, is_right: Any) -> list[Case]:
    """What each head of the reader says of an article alone; `is_right` tells of a proposal whether it is, None where nobody knows."""
    ruled = {place for place, (rule, _) in voices.sides(one.reading).items() if rule}
    said = {
        (proposal.trigger, proposal.filler, proposal.source): proposal
        for proposal in sorted(one.reading.proposals, key=lambda proposal: proposal.confidence)
        if proposal.source in voices.READERS and (proposal.trigger, proposal.filler) not in ruled
    }
    judged = ((proposal, is_right(proposal)) for _, proposal in sorted(said.items(), key=str))
    return [Case(local(proposal.source), proposal.confidence, right) for proposal, right in judged if right is not None]


def _wikievents(folder: Path, reader: Reader, ontology: Ontology) -> Iterator[list[Case]]:
    """By WikiEvents: events, and the parts in events that are right; fillers of incidents are no matter of its."""
    gold = {one["name"]: one for one in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["documents"]}
    for one in _understood(folder, reader, ontology):
        yield _cases(one, lambda said, one=one: _is_told(said, one, gold[one.name], ontology))


def _is_told(said: Proposal, one: Understood, gold: dict[str, Any], ontology: Ontology) -> bool | None:
    token = one.doc[said.trigger]
    at = [event for event in gold["events"] if event["trigger"][0] < token.idx + len(token) and token.idx < event["trigger"][1]]
    kinds = [(event, ontology.learned.get(kind_of(event["type"]) or "")) for event in at]
    told = [event for event, kind in kinds if kind and voices.agree(said.type, kind, ontology)]
    if said.filler is None:
        return bool(told) if told or not at else None
    if not told:
        return None
    span = _span(said.filler, one)
    for event in told:
        families = KAIROS[kind_of(event["type"]) or ""]
        for argument in event["arguments"]:
            near = any(begin < span[1] and span[0] < end for _, _, begin, end in gold["entities"][str(argument["entity"])])
            role = ontology.learned.get(families.get(argument["role"], ""))
            if near and role and voices.agree(said.role or "", role, ontology):
                return True
    return False


def _muc(folder: Path, reader: Reader, ontology: Ontology) -> Iterator[list[Case]]:
    """By MUC-4: fillers of incidents, wherever they are told; which words name events, and who takes part in each, it does not say."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["documents"]
    incidents = list(ontology.incidents.values())
    for one in _understood(folder, reader, ontology):
        yield _cases(one, lambda said, one=one: _fills(said, one, gold[one.name], incidents, ontology))


def _fills(said: Proposal, one: Understood, gold: dict[str, Any], incidents: list[str], ontology: Ontology) -> bool | None:
    if said.filler is None or said.role is None or said.source == KGX.partReader:
        return None
    if not any(ontology.is_a(said.type, incident) for incident in incidents):
        return None
    wanted = [role for role, family in MUC_ROLES.items() if ontology.is_a(said.role, family)]
    if not wanted:
        return None
    begin, end = _span(said.filler, one)
    words = normalised(one.reading.article.text[begin:end])
    strings = [normalised(text) for role in wanted for filler in gold["roles"][role] for text in filler]
    strings += [normalised(text) for filler in gold["victims_named_or_not"] for text in filler if KG.patient in map(MUC_ROLES.get, wanted)]
    return any(words and (text.split()[-1:] == words.split()[-1:] or f" {words} " in f" {text} ") for text in strings)


def _span(token: int, one: Understood) -> tuple[int, int]:
    """The words of the entity's mention at a token."""
    lookup, word = Lookup(one.reading), one.doc[token]
    mention = lookup.mention_at(token, word.idx)
    found = one.reading.mentions[mention] if mention is not None else None
    return (found.begin, found.end) if found else (word.idx, word.idx + len(word))


def fit(cases: Iterable[Case]) -> dict[str, list[float]]:
    """The share of right ones in equal bins of the probability, for each head; never falling, and drawn to the probability."""
    shares = {}
    found = list(cases)
    for head in sorted({case.head for case in found}):
        mine = [case for case in found if case.head == head]
        counts = []
        for number in range(BINS):
            inside = [case.right for case in mine if min(int(case.probability * BINS), BINS - 1) == number]
            print(f"{head} {number / BINS:.1f}: {sum(inside)} of {len(inside)} right")
            counts.append((sum(inside) + DRAWN * (number + 0.5) / BINS, len(inside) + DRAWN))
        shares[head] = [round(share, 2) for share in _rising(counts)]
    return shares


def _rising(counts: list[tuple[float, float]]) -> list[float]:
    """Shares that never fall, neighbours that do pooled (the pool-adjacent-violators algorithm, Ayer et al. 1955)."""
    pools: list[tuple[float, float, int]] = []
    for right, all_ in counts:
        pools.append((right, all_, 1))
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] > pools[-1][0] * pools[-2][1]:
            last = pools.pop()
            pools[-1] = (pools[-1][0] + last[0], pools[-1][1] + last[1], pools[-1][2] + last[2])
    return [right / all_ for right, all_, width in pools for _ in range(width)]


def reliability(cases: Iterable[Case], shares: dict[str, list[float]]) -> Iterator[str]:
    """How often what is said with a confidence is right, in bins."""
    found: dict[str, list[tuple[float, bool]]] = {}
    for case in cases:
        found.setdefault(case.head, []).append((voices.interpolated(shares[case.head], case.probability), case.right))
    for head, pairs in sorted(found.items()):
        for number in range(BINS):
            inside = [(sure, right) for sure, right in pairs if number <= min(sure * BINS, BINS - 0.01) < number + 1]
            if inside:
                sure, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
                yield f"{head:15} said {sure:.2f}, right {right:.2f} ({len(inside)})"


if __name__ == "__main__":
    main()
