"""Writes PyTorch's values and gradients of losses: /usr/bin/python3 losses.py > losses.json

Each case has a twin of the same name in LossGoldenTests.cs; gradients are weighted as in structure.py.
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


x, y, z = numbers(5, 4), numbers(5, 4, phase=0.81), numbers(5, 4, phase=0.13)
w = numbers(4, phase=0.5) + 2
classes = torch.tensor([0, 3, 1, 1, 2])
t = ((y + 1.5) / 3).detach()
t[0, 0], t[1, 1] = 0, 1
wide = x * 200

cases = {}
for r in ["none", "mean", "sum"]:
    cases.update({
        f"nll {r}": case(lambda a: F.nll_loss(a, classes, reduction=r), x), f"nll weighted {r}": case(lambda a: F.nll_loss(a, classes, w, reduction=r), x),
        f"l1 {r}": case(lambda a, b: F.l1_loss(a, b, reduction=r), x, y), f"smooth {r}": case(lambda a, b: F.smooth_l1_loss(a, b, reduction=r), x, y),
        f"smooth narrow {r}": case(lambda a, b: F.smooth_l1_loss(a, b, reduction=r, beta=0.4), x, y),
        f"logits {r}": case(lambda a, b: F.binary_cross_entropy_with_logits(a, b, reduction=r), wide, t),
        f"logits weighted {r}": case(lambda a: F.binary_cross_entropy_with_logits(a, t, w, reduction=r, pos_weight=w + 0.5), x),
        f"margin {r}": case(lambda a: F.multi_margin_loss(a, classes, reduction=r), x),
        f"margin squared {r}": case(lambda a: F.multi_margin_loss(a, classes, p=2, margin=0.7, weight=w, reduction=r), x),
        f"triplet {r}": case(lambda a, b, c: F.triplet_margin_loss(a, b, c, reduction=r), x, y, z),
        f"triplet swapped {r}": case(lambda a, b, c: F.triplet_margin_loss(a, b, c, margin=0.5, p=3, eps=1e-3, swap=True, reduction=r), x, y, z),
        f"divergence {r}": case(lambda a: F.kl_div(a, t, reduction=r), x), f"divergence of logarithms {r}": case(lambda a, b: F.kl_div(a, b, reduction=r, log_target=True), x, y),
    })
cases["margin of one example"] = case(lambda a: F.multi_margin_loss(a, torch.tensor([2]), reduction="none"), x[0])
cases["smooth beta 0"] = case(lambda a, b: F.smooth_l1_loss(a, b, beta=0), x, y)
print(json.dumps(cases, separators=(",", ":")).replace('},"', '},\n"'))
