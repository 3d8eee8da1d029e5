"""Writes the values that PyTorch gives for normalisations and dropout: python3 normalization.py > normalization.json

Run with PyTorch 1.13 on one thread. Inputs are written as well, so that only what a test is about comes from the engine.
"""
import json

import torch
from torch import nn

torch.set_num_threads(1)


def numbers(tensor):
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in tensor.detach().double().reshape(-1).tolist()]}


def run(make, shape, seed):
    """Two training steps, whose second result counts, then evaluation; factors and shifts are drawn."""
    torch.manual_seed(seed)
    layer = make()
    for p in layer.parameters():
        nn.init.uniform_(p, -1, 2)
    parameters = {name: numbers(p) for name, p in layer.named_parameters()}
    layer(torch.randn(*shape) * 2 + 1)
    x = (torch.randn(*shape) * 3 - 1).requires_grad_()
    y = layer(x)
    (y * torch.arange(y.numel()).view_as(y).cos()).sum().backward()
    result = {"parameters": parameters, "x": numbers(x), "y": numbers(y), "x_grad": numbers(x.grad), "text": repr(layer),
              "gradients": {name: numbers(p.grad) for name, p in layer.named_parameters()},
              "buffers": {name: numbers(b) for name, b in layer.named_buffers()}}
    layer.eval()
    x.grad = None
    y = layer(x)
    (y * torch.arange(y.numel()).view_as(y).cos()).sum().backward()
    return {**result, "evaluated": numbers(y), "evaluated_grad": numbers(x.grad)}


print(json.dumps({
    "images": run(lambda: nn.BatchNorm2d(3), (4, 3, 2, 3), 0),
    "vectors": run(lambda: nn.BatchNorm1d(5, eps=1e-3, momentum=0.3), (6, 5), 1),
    "sequences": run(lambda: nn.BatchNorm1d(2), (3, 2, 4), 2),
    "average": run(lambda: nn.BatchNorm2d(3, momentum=None), (2, 3, 2, 2), 3),
    "no factors": run(lambda: nn.BatchNorm2d(3, affine=False), (2, 3, 2, 2), 4),
    "no statistics": run(lambda: nn.BatchNorm2d(3, track_running_stats=False), (2, 3, 2, 2), 5),
    "layer": run(lambda: nn.LayerNorm(6), (3, 4, 6), 6),
    "layer of two": run(lambda: nn.LayerNorm([4, 3], eps=1e-4), (5, 4, 3), 7),
    "layer no factors": run(lambda: nn.LayerNorm(6, elementwise_affine=False), (4, 6), 8),
    "dropout": run(lambda: nn.Dropout(0.3), (5, 7), 9),
    "channels": run(lambda: nn.Dropout2d(), (4, 5, 2, 2), 10),
}, indent=None, separators=(",", ":")))
