"""Writes the values that PyTorch gives for convolutions and what goes with them: python3 convolution.py > convolution.json

Run with PyTorch 1.13 on one thread. Inputs are written as well, so that only what a test is about comes from the engine.
"""
import json

import torch
from torch import nn

torch.set_num_threads(1)


def numbers(tensor):
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in tensor.detach().double().reshape(-1).tolist()]}


def run(make, shape, seed):
    """A module's parameters under a seed, its result for a drawn input, and the gradients of a weighted sum of squares."""
    torch.manual_seed(seed)
    layer = make()
    parameters = {name: numbers(p) for name, p in layer.named_parameters()}
    x = torch.randn(*shape, requires_grad=True)
    y = layer(x)
    (y * torch.arange(y.numel()).view_as(y).cos()).sum().backward()
    return {"parameters": parameters, "x": numbers(x), "y": numbers(y), "x_grad": numbers(x.grad), "text": repr(layer),
            "gradients": {name: numbers(p.grad) for name, p in layer.named_parameters()}}


def convolutions():
    image = (2, 4, 7, 6)
    return {
        "plain": run(lambda: nn.Conv2d(4, 3, 3), image, 0),
        "all": run(lambda: nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2, bias=False), image, 1),
        "same": run(lambda: nn.Conv2d(4, 2, (4, 3), padding="same"), image, 2),
        "circular": run(lambda: nn.Conv2d(4, 2, 3, padding=2, padding_mode="circular"), image, 3),
        "reflect": run(lambda: nn.Conv2d(4, 2, 3, stride=2, padding=(2, 1), padding_mode="reflect"), image, 4),
        "replicate": run(lambda: nn.Conv2d(4, 2, 3, padding=1, padding_mode="replicate"), image, 5),
        "one image": run(lambda: nn.Conv2d(4, 2, 3), image[1:], 6),
    }


print(json.dumps({
    "convolutions": convolutions(),
}, indent=None, separators=(",", ":")))
