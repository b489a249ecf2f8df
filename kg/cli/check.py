"""`kg check`: does the ontology keep to its own rules, and are its examples read as they say?"""

from pathlib import Path

import typer

from kg.cli.options import ModelName, OntologyFolders, complain, load_model, load_ontology

__all__ = ["check"]


def check(ontology: OntologyFolders = None, model: ModelName = None) -> None:
    """Check the ontology, ours and your own: every term declared, every shape kept, every example sentence read as it says."""
    known = load_ontology(ontology)
    faults = _lint(ontology or [])
    from kg.examples import run

    total = 0
    for example, fault in run(known, load_model(model)):
        total += 1
        if fault:
            faults.append(f"{known.label(example.owner)}: “{example.text}”: {fault}")
    for line in faults:
        complain(line)
    typer.echo(f"{len(known.event_types)} event types, {total} examples, {len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'}")
    if faults:
        raise typer.Exit(2)


def _lint(folders: list[Path]) -> list[str]:
    from kg.lint import lint

    return lint(folders)
