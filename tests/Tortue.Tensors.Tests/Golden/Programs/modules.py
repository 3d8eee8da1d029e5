"""Modules and functions of torch.nn as operations of programs: apply("nn.Linear", [x], {...}) gives results and the module's parameters."""
import torch
import torch.nn.functional as F
from torch import nn

import programs

MODULES = {
    "Linear": lambda i, o, bias=True: nn.Linear(i, o, bias), "Identity": nn.Identity, "ReLU": nn.ReLU, "Tanh": nn.Tanh, "Sigmoid": nn.Sigmoid, "SiLU": nn.SiLU,
}
FUNCTIONS = {}


def fill(module, dtype):
    """Parameters get numbers of their own, each a different stretch; statistics of normalisation stay as they are."""
    module.to(dtype)
    for position, (_, p) in enumerate(module.named_parameters()):
        values = [programs.value(n, 10 + position, "f8", "u") for n in range(p.numel())]
        with torch.no_grad():
            p.copy_(torch.tensor(values, dtype=torch.float64).reshape(p.shape))
    return module


def apply(name, x, arguments):
    kind, _, name = name.partition(".")
    arguments = {key: tuple(v) if isinstance(v, list) else v for key, v in arguments.items()}
    if kind == "F":
        result = FUNCTIONS.get(name, getattr(F, name, None))(*x, **arguments)
        return list(result) if isinstance(result, (tuple, list)) else [result], []
    train = arguments.pop("train", True)
    dtype = next((t.dtype for t in x if t.is_floating_point()), torch.float32)
    module = fill(MODULES.get(name, getattr(nn, name, None))(**arguments), dtype)
    module.train(train)
    result = module(*x)
    results = list(result) if isinstance(result, (tuple, list)) else [result]
    return results + [b.clone() for _, b in module.named_buffers()], list(module.parameters())
