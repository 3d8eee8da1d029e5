"""Writes gradients that PyTorch has clipped, for the tests of nn.utils: python3 clipping.py > clipping.json

Run with PyTorch 1.13 on one thread.
"""
import json

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

torch.set_num_threads(1)


def numbers(tensor):
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in tensor.detach().double().reshape(-1).tolist()]}


def main():
    torch.manual_seed(6)
    gradients = [torch.randn(3, 4), torch.randn(5) * 3, torch.randn(2, 1, 2)]

    def clipped(clip):
        parameters = [torch.nn.Parameter(torch.zeros_like(g)) for g in gradients]
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient.clone()
        # A parameter without a gradient is passed over.
        norm = clip([torch.nn.Parameter(torch.zeros(2))] + parameters)
        return {"norm": None if norm is None else float(norm), "gradients": [numbers(p.grad) for p in parameters]}

    cases = []
    for order in [1.0, 2.0, 3.0, float("inf")]:
        for limit in [0.0, 0.5, 4.0, 100.0]:
            result = clipped(lambda parameters: clip_grad_norm_(parameters, limit, order))
            cases.append({"order": str(order), "limit": limit, **result})
    values = [{"limit": limit, **clipped(lambda parameters: clip_grad_value_(parameters, limit))} for limit in [0.0, 0.7, 50.0]]
    return {"gradients": [numbers(g) for g in gradients], "norms": cases, "values": values}


print(json.dumps(main(), indent=None, separators=(",", ":")))
