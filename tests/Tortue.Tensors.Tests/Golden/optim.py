"""Writes the paths that PyTorch's optimisers take, for the tests of optim to compare with: python3 optim.py > optim.json

Run with PyTorch 1.13 on one thread. Inputs are written as well, so that only what a test is about comes from the engine.
"""
import json

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)

CONFIGURATIONS = {
    "Adam": {
        "plain": {},
        "weight decay": {"weight_decay": 0.1},
        "amsgrad": {"amsgrad": True},
        "other betas": {"beta1": 0.5, "beta2": 0.9, "eps": 1e-3},
        "all": {"beta1": 0.8, "beta2": 0.95, "weight_decay": 0.03, "amsgrad": True},
        "maximize": {"maximize": True, "weight_decay": 0.05, "lr": 0.001},
    },
    "AdamW": {
        "default decay": {"weight_decay": 0.01},
        "strong decay": {"weight_decay": 0.5},
        "amsgrad": {"amsgrad": True, "weight_decay": 0.1},
        "maximize": {"maximize": True, "weight_decay": 0.05, "lr": 0.001},
    },
    "RMSprop": {
        "plain": {},
        "momentum": {"momentum": 0.9, "lr": 0.005},
        "centered": {"centered": True},
        "weight decay": {"weight_decay": 0.1, "alpha": 0.9},
        "all": {"momentum": 0.5, "centered": True, "weight_decay": 0.02, "eps": 1e-4, "alpha": 0.95},
        "maximize": {"maximize": True, "weight_decay": 0.05, "lr": 0.001},
    },
}


def numbers(tensor):
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in tensor.detach().double().reshape(-1).tolist()]}


def path(kind, options, dtype, weight, bias, x, y):
    layer = nn.Linear(3, 2).to(dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    arguments = dict(options)
    if kind != "RMSprop":
        arguments["betas"] = (arguments.pop("beta1", 0.9), arguments.pop("beta2", 0.999))
    optimizer = getattr(torch.optim, kind)(layer.parameters(), **arguments)
    points = []
    for step in range(50):
        optimizer.zero_grad()
        # The loss changes in size and the batch in contents, so that running means and maxima matter.
        rows = slice(step % 3, step % 3 + 5)
        loss = F.mse_loss(layer(x[rows].to(dtype)), y[rows].to(dtype)) * (1 + step % 4)
        loss.backward()
        optimizer.step()
        if step % 7 == 0 or step == 49:
            points.append({"step": step, "weight": numbers(layer.weight), "bias": numbers(layer.bias)})
    return points


def paths():
    torch.manual_seed(5)
    x, y = torch.randn(8, 3), torch.randn(8, 2)
    weight, bias = torch.randn(2, 3), torch.randn(2)
    runs = []
    for kind, configurations in CONFIGURATIONS.items():
        for name, options in configurations.items():
            options = {"lr": 0.02, **options}
            for dtype in [torch.float32, torch.float64]:
                runs.append({
                    "kind": kind, "name": name, "double": dtype == torch.float64, "options": options,
                    "path": path(kind, options, dtype, weight, bias, x, y),
                })
    return {"x": numbers(x), "y": numbers(y), "weight": numbers(weight), "bias": numbers(bias), "runs": runs}


print(json.dumps(paths(), indent=None, separators=(",", ":")))
