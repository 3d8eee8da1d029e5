"""Writes PyTorch's values and gradients of activations: /usr/bin/python3 activations.py > activations.json

Each case has a twin of the same name in ActivationGoldenTests.cs; gradients are weighted as in structure.py.
"""
import json

import torch
import torch.nn.functional as F

from common import numbers


def flat(t):
    return {"type": str(t.dtype)[6:], "shape": list(t.shape), "values": t.detach().reshape(-1).tolist()}


def case(function, *inputs):
    leaves = [x.clone().requires_grad_() for x in inputs]
    result = function(*leaves)
    weights = torch.sin(1 + 1.7 * torch.arange(result.numel(), dtype=torch.float64)).reshape(result.shape)
    (result * weights).sum().backward()
    return {"result": flat(result), "gradients": [flat(x.grad) for x in leaves]}


wide = torch.cat([torch.linspace(-40, 40, 41), torch.tensor([-1000.0, 0.3, 1000])]).double()
a = numbers(2, 3, 4)

print(json.dumps({
    "gelu": case(F.gelu, wide), "gelu tanh": case(lambda x: F.gelu(x, approximate="tanh"), wide), "silu": case(F.silu, wide),
    "softplus": case(F.softplus, wide), "softplus sharp": case(lambda x: F.softplus(x, 2.5, 10), wide), "softsign": case(F.softsign, wide),
    "elu": case(F.elu, wide), "elu alpha": case(lambda x: F.elu(x, 0.3), wide), "selu": case(F.selu, wide),
    "prelu": case(F.prelu, wide, torch.tensor([0.25], dtype=torch.float64)), "prelu of channels": case(F.prelu, a, numbers(3, phase=0.7)),
    "prelu of columns": case(F.prelu, a[0], numbers(4, phase=0.7)), "softmax": case(lambda x: F.softmax(x, 1), a), "log_softmax": case(lambda x: F.log_softmax(x, -1), a),
}, separators=(",", ":")).replace('},"', '},\n"'))
