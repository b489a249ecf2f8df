"""`python -m kg.language.reader.training DATA ENCODER OUT`: trains the reader on the training parts in DATA, leaves OUT/reader.onnx."""

import argparse
from pathlib import Path

from kg.language.reader.training.export import export
from kg.language.reader.training.run import sources, train


def main() -> None:
    """Reads the arguments and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with muc4-train, wikievents-train and dwie-train")
    parser.add_argument("encoder", type=Path, help="folder with the MiniLM weights (model.safetensors) and tokenizer.json")
    parser.add_argument("out", type=Path, help="folder for checkpoints and weights; a run that was cut off goes on from there")
    parser.add_argument("--begin", type=Path, metavar="FILE", help="weights of an earlier run (its network.pt) to begin with")
    for name, times in (("muc4", 7.0), ("wikievents", 8.0), ("dwie", 1.5)):
        parser.add_argument(f"--{name}", type=float, default=times, help="times to go through this set (default: %(default)s)")
    given = parser.parse_args()
    epochs = {"muc4": given.muc4, "wikievents": given.wikievents, "dwie": given.dwie}
    network = train(sources(given.data, given.encoder, epochs), given.encoder, given.out, given.begin)
    export(network, given.out / "reader.onnx")


if __name__ == "__main__":
    main()
