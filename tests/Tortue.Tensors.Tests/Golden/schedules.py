"""Writes the learning rates and momenta that PyTorch's schedules give: python3 schedules.py > schedules.json

Run with PyTorch 1.13. Each case is named as its test knows it.
"""
import json
import math
import warnings

import torch
from torch.optim import lr_scheduler as s

warnings.simplefilter("ignore")


def sequential(optimizer):
    return s.SequentialLR(
        optimizer,
        [s.LinearLR(optimizer, 0.1, 1.0, 4), s.CosineAnnealingLR(optimizer, 10, 0.01), s.ExponentialLR(optimizer, 0.9)], [4, 14])


CASES = {
    "step": lambda o: s.StepLR(o, 7, 0.3),
    "multi step": lambda o: s.MultiStepLR(o, [20, 5, 5, 33], 0.5),
    "exponential": lambda o: s.ExponentialLR(o, 0.93),
    "cosine": lambda o: s.CosineAnnealingLR(o, 12, 0.02),
    "cosine to zero": lambda o: s.CosineAnnealingLR(o, 50),
    "lambda": lambda o: s.LambdaLR(o, lambda epoch: 1 / (1 + epoch)),
    "lambdas": lambda o: s.LambdaLR(o, [lambda epoch: 0.9 ** epoch, lambda epoch: 1 + math.sin(epoch)]),
    "linear": lambda o: s.LinearLR(o),
    "linear down": lambda o: s.LinearLR(o, 0.9, 0.2, 21),
    "constant": lambda o: s.ConstantLR(o, 0.25, 9),
    "sequential": sequential,
    "cyclic": lambda o: s.CyclicLR(o, 0.1, 0.7, 5, 8),
    "cyclic halved": lambda o: s.CyclicLR(o, [0.1, 0.01], [0.7, 0.2], 6, mode="triangular2", base_momentum=0.5, max_momentum=0.75),
    "cyclic falling": lambda o: s.CyclicLR(o, 0.1, 0.7, 4, mode="exp_range", gamma=0.97, cycle_momentum=False),
    "cyclic own": lambda o: s.CyclicLR(o, 0.1, 0.7, 4, scale_fn=lambda step: 1 / (1 + step), scale_mode="iterations"),
    "one cycle": lambda o: s.OneCycleLR(o, 0.5, 50),
    "one cycle straight": lambda o: s.OneCycleLR(
        o, [0.5, 0.2], epochs=10, steps_per_epoch=5, pct_start=0.42, anneal_strategy="linear", base_momentum=0.6, max_momentum=0.8,
        div_factor=10.0, final_div_factor=100.0),
    "one cycle in three": lambda o: s.OneCycleLR(o, 0.5, 50, three_phase=True, cycle_momentum=False),
}

PLATEAUS = {
    "plateau": dict(factor=0.5, patience=3),
    "plateau with rest": dict(factor=0.3, patience=1, cooldown=4, threshold=0.1, threshold_mode="abs", min_lr=[0.05, 0.001]),
    "plateau upwards": dict(mode="max", patience=2, threshold=0.05, eps=1e-3),
    "plateau upwards by difference": dict(mode="max", factor=0.8, patience=0, threshold=0.2, threshold_mode="abs"),
}


def groups():
    return [{"params": [torch.zeros(1, requires_grad=True)]}, {"params": [torch.zeros(1, requires_grad=True)], "lr": 0.3}]


def watched():
    return [1 + math.cos(0.35 * step) * math.exp(-0.03 * step) for step in range(50)]


def record(optimizer, advance):
    rates, momenta = [], []
    for step in range(50):
        optimizer.step()
        rates.append([group["lr"] for group in optimizer.param_groups])
        momenta.append([group["momentum"] if "momentum" in group else group["betas"][0] for group in optimizer.param_groups])
        advance(step)
    return {"rates": rates, "momenta": momenta}


def main():
    result = {}
    for name, make in CASES.items():
        optimizer = torch.optim.SGD(groups(), lr=0.8, momentum=0.4)
        schedule = make(optimizer)
        result[name] = record(optimizer, lambda step: schedule.step())

    adam = torch.optim.Adam(groups(), lr=0.8)
    over_adam = s.OneCycleLR(adam, 0.5, 50)
    result["one cycle of Adam"] = record(adam, lambda step: over_adam.step())

    values = watched()
    for name, options in PLATEAUS.items():
        optimizer = torch.optim.SGD(groups(), lr=0.8, momentum=0.4)
        plateau = s.ReduceLROnPlateau(optimizer, **options)
        result[name] = record(optimizer, lambda step: plateau.step(values[step]))
    return {"watched": values, "cases": result}


print(json.dumps(main(), indent=None, separators=(",", ":")))
