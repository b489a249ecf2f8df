"""How often the rules and the learned reader are right, alone, together and against each other, and the weights that follow.

    python -m tests.benchmarks.voices --eval DIR [--network FILE] [--write]

DIR holds the development data. Every second article of wikievents-dev and muc4-dev, in the order of their names, is fitted on, the
others tell how far the confidences that follow can be believed. `--write` replaces `kg/language/voices.json`.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from spacy.tokens import Doc

from kg.articles import read_path
from kg.language import model, voices
from kg.language.parse import parse_all
from kg.language.reader.labels import KAIROS, kind_of
from kg.language.reader.runtime import NETWORK, Reader
from kg.language.reader.training.muc import normalised
from kg.language.repairs import repair
from kg.language.tree import plain
from kg.lookup import Lookup
from kg.model import Article, Proposal, Reading
from kg.ontology import Ontology, load
from kg.pipeline import STAGES
from kg.stages import events
from kg.terms import KG

WEIGHTS = Path(voices.__file__).with_suffix(".json")
MUC_ROLES = {"Weapon": KG.instrument, "PerpInd": KG.agent, "PerpOrg": KG.agent, "Target": KG.patient, "Victim": KG.patient}
BINS = 5


class Case(NamedTuple):
    """A place on which the truth is known: what is said there, how the voices stand, how sure each is, and which of them is right."""

    what: str
    how: str
    rule: float
    heard: float
    rule_right: bool
    heard_right: bool


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
    weights = fit(halves[0])
    for line in reliability(halves[1], weights):
        print(line)
    text = "{\n" + ",\n".join(f"  {json.dumps(what)}: {json.dumps(ways)}" for what, ways in weights.items()) + "\n}\n"
    print(text)
    if given.write:
        WEIGHTS.write_text(text, encoding="utf-8")


def _understood(folder: Path, reader: Reader, ontology: Ontology) -> Iterator[Understood]:
    named = [pair for path in sorted((folder / "articles").iterdir()) for pair in read_path(path)]
    articles = [(name, article) for name, article in named if isinstance(article, Article)]
    for (name, article), doc in zip(articles, parse_all(model.load(), [article for _, article in articles]), strict=True):
        reading, tree = Reading(article, heard=reader.hear(doc.text), least=0.0), plain(repair(doc, ontology))
        for stage in STAGES[: STAGES.index(events.stage)]:
            reading = stage(reading, tree, ontology)
        yield Understood(name, reading, tree)


def _cases(one: Understood, ontology: Ontology, is_right: Any) -> list[Case]:
    """The places of an article; `is_right` tells of a proposal whether it is, None where nobody knows."""
    found = []
    for rule, heard in voices.sides(one.reading).values():
        if rule and not heard and not voices.is_taught(rule.type, ontology):
            continue
        verdicts = [is_right(said) if said else False for said in (rule, heard)]
        if None not in verdicts:
            what, how = voices.standing(rule, heard, ontology)
            sure = [said.confidence if said else 0.0 for said in (rule, heard)]
            found.append(Case(what, how, sure[0], sure[1], verdicts[0], verdicts[1]))
    return found


def _wikievents(folder: Path, reader: Reader, ontology: Ontology) -> Iterator[list[Case]]:
    """By WikiEvents: events, and the parts in events that are right; fillers of incidents are no matter of its."""
    gold = {one["name"]: one for one in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["documents"]}
    for one in _understood(folder, reader, ontology):
        yield _cases(one, ontology, lambda said, one=one: _is_told(said, one, gold[one.name], ontology))


def _is_told(said: Proposal, one: Understood, gold: dict[str, Any], ontology: Ontology) -> bool | None:
    token = one.doc[said.trigger]
    at = [event for event in gold["events"] if event["trigger"][0] < token.idx + len(token) and token.idx < event["trigger"][1]]
    told = [event for event in at if (kind := kind_of(event["type"])) in ontology.learned and voices.agree(said.type, ontology.learned[kind], ontology)]
    if said.filler is None:
        return bool(told) if told or not at else None
    if not told:
        return None
    span = _span(said.filler, one)
    for event in told:
        families = KAIROS[kind_of(event["type"]) or ""]
        for argument in event["arguments"]:
            near = any(begin < span[1] and span[0] < end for _, _, begin, end in gold["entities"][str(argument["entity"])])
            if near and argument["role"] in families and voices.agree(said.role or "", ontology.learned[families[argument["role"]]], ontology):
                return True
    return False


def _muc(folder: Path, reader: Reader, ontology: Ontology) -> Iterator[list[Case]]:
    """By MUC-4: parts in incidents, wherever they are told; whether a word names an event it does not say."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["documents"]
    incidents = [iri for label, iri in ontology.learned.items() if label.islower() and ontology.is_a(iri, KG.Event)]
    for one in _understood(folder, reader, ontology):
        yield _cases(one, ontology, lambda said, one=one: _fills(said, one, gold[one.name], incidents, ontology))


def _fills(said: Proposal, one: Understood, gold: dict[str, Any], incidents: list[str], ontology: Ontology) -> bool | None:
    if said.filler is None or said.role is None or not any(ontology.is_a(said.type, incident) for incident in incidents):
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


def fit(cases: Iterable[Case]) -> dict[str, dict[str, list[float]]]:
    """For each kind of case the weights of a logistic regression: a base, and one for the log-odds of each voice that speaks."""
    groups: dict[tuple[str, str], list[tuple[float, float, bool]]] = {}
    for case in cases:
        if case.how != "reader":
            groups.setdefault((case.what, case.how), []).append((case.rule, case.heard, case.rule_right))
        if case.how in ("reader", "against"):
            groups.setdefault((case.what, "reader"), []).append((0.0, case.heard, case.heard_right))
    weights: dict[str, dict[str, list[float]]] = {what: {} for what in ("event", "part", "filler")}
    for what in weights:
        for how, speaks in (("both", (1, 1)), ("against", (1, 1)), ("rules", (1, 0)), ("reader", (0, 1))):
            found = groups.get((what, how), [])
            print(f"{what} {how}: {len(found)} cases, {sum(right for *_, right in found)} right")
            weights[what][how] = _logistic(found, speaks)
    return weights


def _logistic(found: list[tuple[float, float, bool]], speaks: tuple[int, int], ridge: float = 2.0, rounds: int = 30) -> list[float]:
    """Newton's method with a ridge that keeps few cases from saying too much."""
    odds = np.array([[1.0, *(voices.log_odds(sure) * on for sure, on in zip(case[:2], speaks, strict=True))] for case in found]).reshape(-1, 3)
    right = np.array([float(case[2]) for case in found])
    weights = np.array([0.0, *map(float, speaks)])
    prior = weights.copy()
    for _ in range(rounds):
        guess = 1 / (1 + np.exp(-odds @ weights))
        slope = odds.T @ (right - guess) - ridge * (weights - prior)
        curve = (odds * (guess * (1 - guess))[:, None]).T @ odds + ridge * np.eye(3)
        weights = weights + np.linalg.solve(curve, slope)
    return [round(float(weight) * on, 3) for weight, on in zip(weights, (1, *speaks), strict=True)]


def reliability(cases: Iterable[Case], weights: dict[str, dict[str, list[float]]]) -> Iterator[str]:
    """How often what is said with a confidence is right, in bins."""
    found: dict[str, list[tuple[float, bool]]] = {}
    for case in cases:
        rule = voices.probability(weights[case.what][case.how], case.rule, case.heard)
        heard = voices.probability(weights[case.what]["reader"], 0.0, case.heard)
        takes_heard = case.how == "reader" or case.how == "against" and heard > rule
        found.setdefault(case.what, []).append((heard, case.heard_right) if takes_heard else (rule, case.rule_right))
    for what, pairs in sorted(found.items()):
        for number in range(BINS):
            inside = [(sure, right) for sure, right in pairs if number <= min(sure * BINS, BINS - 0.01) < number + 1]
            if inside:
                sure, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
                yield f"{what:7} said {sure:.2f}, right {right:.2f} ({len(inside)})"


if __name__ == "__main__":
    main()
