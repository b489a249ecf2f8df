"""From the trained network to the file that ships: ONNX, with weights of seven bits in eight."""

from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from kg.language.reader.training.network import Network, Shipped

__all__ = ["export"]

_OPSET = 17
_OUTPUTS = {
    "fillers": {0: "rows", 1: "length"}, "incidents": {0: "rows"}, "triggers": {0: "rows", 1: "length"},
    "names": {0: "rows", 1: "length"}, "owners": {0: "found"}, "parts": {0: "found", 1: "length"},
}


def export(network: Network, path: Path) -> None:
    """Writes the network; the weights of matrices and of the word pieces are quantised, by column, activations as they come.

    Of the eight bits the weights use seven: sums of products of all eight do not fit the sixteen bits of processors without VNNI, which
    cut them off, so that such a machine would hear other things (ONNX Runtime's page on quantisation, under `reduce_range`).
    """
    shipped = Shipped(network).eval()
    ids = torch.randint(1000, 2000, (2, 48))
    rows = {"ids": {0: "rows", 1: "length"}, "mask": {0: "rows", 1: "length"}}
    whole = path.with_suffix(".whole.onnx")
    torch.onnx.export(
        shipped, (ids, torch.ones_like(ids)), str(whole), input_names=["ids", "mask"], output_names=list(_OUTPUTS),
        dynamic_axes=rows | _OUTPUTS, opset_version=_OPSET, dynamo=False,
    )
    quantize_dynamic(
        str(whole), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul", "Gather"],
    )
    whole.unlink()
