"""Modules and functions of torch.nn as operations of programs: apply("nn.Linear", [x], {...}) gives results and the module's parameters."""
import torch
import torch.nn.functional as F
from torch import nn

import programs

MODULES = {"Sigmoid": lambda inplace=False: nn.Sigmoid(), "Tanh": lambda inplace=False: nn.Tanh(), "KLDivLoss": lambda log_target=True, reduction="mean": nn.KLDivLoss(log_target=log_target, reduction=reduction)}
FUNCTIONS = {
    "layer_norm": lambda x, weight=None, bias=None, **rest: F.layer_norm(x, weight=weight, bias=bias, **rest),
    "softsign": lambda x, inplace=False: F.softsign(x), "conv2d_padding": lambda x, w, b=None, **rest: F.conv2d(x, w, b, **rest),
    "tanh": lambda x, inplace=False: torch.tanh(x), "sigmoid": lambda x, inplace=False: torch.sigmoid(x), "dropout2d": F.dropout2d,
    "kl_div": lambda x, y, log_target=True, reduction="mean": F.kl_div(x, y, log_target=log_target, reduction=reduction),
    "max_pool2d_with_indices": lambda x, *rest, **named: F.max_pool2d(x, *rest, return_indices=True, **named),
    "max_pool1d_with_indices": lambda x, *rest, **named: F.max_pool1d(x, *rest, return_indices=True, **named),
    "adaptive_max_pool2d_with_indices": lambda x, *rest, **named: F.adaptive_max_pool2d(x, *rest, return_indices=True, **named),
    "pad": lambda x, pad, mode="constant", value=0.0: F.pad(x, (pad,) * 4 if isinstance(pad, int) else pad, mode, value if mode == "constant" else None),
}


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
        result = FUNCTIONS.get(name, getattr(F, name, None))(*x, *arguments.pop("args", ()), **arguments)
        return list(result) if isinstance(result, (tuple, list)) else [result], []
    train = arguments.pop("train", True)
    dtype = next((t.dtype for t in x if t.is_floating_point()), torch.float32)
    module = fill(MODULES.get(name, getattr(nn, name, None))(*arguments.pop("args", ()), **arguments), dtype)
    module.train(train)
    result = module(*x)
    results = list(result) if isinstance(result, (tuple, list)) else [result]
    return results + [b.clone() for _, b in module.named_buffers()], list(module.parameters())
