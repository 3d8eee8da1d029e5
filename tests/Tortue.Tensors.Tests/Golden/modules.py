"""Writes PyTorch's values and gradients of further layers and losses: /usr/bin/python3 modules.py > modules.json

Each case has a twin of the same name in ModuleGoldenTests.cs; gradients are weighted as in structure.py.
"""
import json

import torch
import torch.nn.functional as F
from torch import nn

from common import case, flat, numbers

wide = torch.cat([torch.linspace(-8, 8, 33), torch.tensor([-1000.0, 0.3, 1000])]).double()
a, m, v = numbers(2, 4, 5), numbers(4, 6, phase=0.7), numbers(5, phase=0.2)
x, y = numbers(4, 6, phase=0.37), numbers(4, 6, phase=0.81)
signs = torch.tensor([1.0, -1, 1, -1], dtype=torch.float64)
grid = torch.tensor([[1.0, -1, 1], [-1, -1, 1]], dtype=torch.float64).repeat(2, 2)
p = (numbers(4, 6, phase=0.13) + 1.5) / 3
t = (y + 1.5) / 3
w = numbers(6, phase=0.5) + 2
edge = torch.tensor([0.0, 1, 0.5, 1, 0, 1e-7], dtype=torch.float64)
edge_target = torch.tensor([0.0, 1, 0, 0, 1, 1], dtype=torch.float64)
cases = {
    "selu": case(F.selu, wide), "celu": case(F.celu, wide), "celu alpha": case(lambda x: F.celu(x, 0.4), wide), "hardtanh": case(F.hardtanh, wide),
    "hardtanh bounds": case(lambda x: F.hardtanh(x, -0.5, 3), wide), "relu6": case(F.relu6, wide), "hardsigmoid": case(F.hardsigmoid, wide),
    "hardswish": case(F.hardswish, wide), "mish": case(F.mish, wide), "logsigmoid": case(F.logsigmoid, wide), "threshold": case(lambda x: F.threshold(x, 0.5, -2), wide),
    "glu": case(lambda x: F.glu(x, 1), a), "softmin": case(lambda x: F.softmin(x, 1), a),
    "cosine": case(lambda x, y: F.cosine_similarity(x, y), x, y), "cosine broadcast": case(lambda x, y: F.cosine_similarity(x, y, -1), a, v),
    "normalize": case(lambda x: F.normalize(x), a), "normalize 1": case(lambda x: F.normalize(x, 1, 2), a), "normalize zero": case(lambda x: F.normalize(x * 0, dim=0), m),
    "distance": case(lambda x, y: F.pairwise_distance(x, y), x, y), "distance 1": case(lambda x, y: F.pairwise_distance(x, y, 1, keepdim=True), x, y),
    "cdist": case(lambda x, y: torch.cdist(x, y[:3]), x, y), "cdist 3": case(lambda x, y: torch.cdist(x, y, 3), numbers(2, 3, 4), numbers(2, 2, 4, phase=0.9)),
    "cdist itself": case(lambda x: torch.cdist(x, x), m), "cdist 1": case(lambda x, y: torch.cdist(x, y, 1), x, y),
    "group": case(lambda x, w, b: F.group_norm(x, 2, w, b), a, numbers(4, phase=0.4), numbers(4, phase=0.6)), "group images": case(lambda x: F.group_norm(x, 3, eps=1e-3), numbers(2, 6, 2, 3)),
    "group of one": case(lambda x: F.group_norm(x, 1), a), "instance": case(lambda x, w, b: F.instance_norm(x, weight=w, bias=b), a, numbers(4, phase=0.4), numbers(4, phase=0.6)),
    "instance images": case(lambda x: F.instance_norm(x), numbers(2, 3, 2, 3)),
    "conv1d": case(lambda x, w, b: F.conv1d(x, w, b), numbers(2, 3, 7), numbers(4, 3, 3, phase=0.1), numbers(4, phase=0.9)),
    "conv1d all": case(lambda x, w: F.conv1d(x, w, None, 2, 3, 2, 2), numbers(2, 4, 9), numbers(6, 2, 3, phase=0.1)),
    "conv1d one": case(lambda x, w: F.conv1d(x, w), numbers(3, 7), numbers(2, 3, 2, phase=0.1)),
    "conv1d same": case(lambda x, w: F.conv1d(x, w, padding="same", dilation=3), numbers(1, 2, 8), numbers(2, 2, 4, phase=0.1)),
    "embedding": case(lambda w: F.embedding(torch.tensor([[1, 3, 1], [0, 2, 2]]), w), m), "embedding padding": case(lambda w: F.embedding(torch.tensor([3, 1, 3]), w, padding_idx=3), m),
    "embedding limit": case(lambda w: F.embedding(torch.tensor([1, 2, 1]), w * 1, max_norm=1.5), m),
    "one hot": flat(F.one_hot(torch.tensor([[2, 0], [1, 1]]))), "one hot 5": flat(F.one_hot(torch.tensor([3, 0]), 5)),
    "adaptive average 1d": case(lambda x: F.adaptive_avg_pool1d(x, 3), a),
}
cases["one hot"], cases["one hot 5"] = {"result": cases["one hot"]}, {"result": cases["one hot 5"]}
for r in ["none", "mean", "sum"]:
    cases |= {
        f"bce {r}": case(lambda x, y: F.binary_cross_entropy(x, y, reduction=r), p, t.clone()), f"bce weighted {r}": case(lambda x: F.binary_cross_entropy(x, t, w, reduction=r), p),
        f"bce edge {r}": case(lambda x: F.binary_cross_entropy(x, edge_target, reduction=r), edge),
        f"huber {r}": case(lambda x, y: F.huber_loss(x, y, reduction=r), x, y), f"huber narrow {r}": case(lambda x, y: F.huber_loss(x, y, r, 0.3), x, y),
        f"ranking {r}": case(lambda x, y: F.margin_ranking_loss(x, y, grid, 0.2, reduction=r), x, y), f"hinge {r}": case(lambda x: F.hinge_embedding_loss(x, grid, 0.7, reduction=r), x),
        f"soft margin {r}": case(lambda x: F.soft_margin_loss(x, grid, reduction=r), x * 20), f"cosine embedding {r}": case(lambda x, y: F.cosine_embedding_loss(x, y, signs, 0.1, reduction=r), x, y),
        f"gaussian {r}": case(lambda x, y, z: F.gaussian_nll_loss(x, y, z, reduction=r), x, y, p), f"gaussian full {r}": case(lambda x, z: F.gaussian_nll_loss(x, y, z[:, 0], True, 0.25, r), x, p),
    }
text = {}
for module in [nn.Conv1d(3, 4, 5), nn.Conv1d(4, 6, 3, 2, 1, 2, 2, False, "reflect"), nn.Embedding(7, 3), nn.Embedding(7, 3, padding_idx=2), nn.GroupNorm(2, 4), nn.InstanceNorm1d(3),
               nn.InstanceNorm2d(3, affine=True, track_running_stats=True), nn.CELU(), nn.Hardtanh(), nn.SELU(True), nn.GLU(), nn.AlphaDropout(0.2), nn.Dropout1d(), nn.Dropout3d(0.25), nn.AdaptiveAvgPool1d(3)]:
    text[repr(module)] = True


def seeded(make, *shape):
    torch.manual_seed(11)
    module = make()
    inputs = torch.randn(*shape) if shape else torch.tensor([1, 3, 0])
    return {**{name: flat(value) for name, value in module.state_dict().items()}, "result": flat(module(inputs))}


layers = {
    "Conv1d": seeded(lambda: nn.Conv1d(3, 2, 3, padding=1, padding_mode="circular"), 2, 3, 6), "Embedding": seeded(lambda: nn.Embedding(5, 3, padding_idx=1)),
    "AlphaDropout": seeded(lambda: nn.AlphaDropout(0.3), 4, 5), "Dropout1d": seeded(lambda: nn.Dropout1d(), 3, 4, 2), "Dropout3d": seeded(lambda: nn.Dropout3d(), 2, 5, 1, 2, 1),
}
running = nn.InstanceNorm2d(2, affine=True, track_running_stats=True)
running(numbers(2, 2, 2, 3).float())
running(numbers(2, 2, 2, 3, phase=0.9).float() * 2)
state = {name: flat(value) for name, value in running.state_dict().items()}
running.eval()
state["result"] = flat(running(numbers(2, 2, 2, 3).float()))
print(json.dumps({"cases": cases, "text": list(text), "layers": layers, "running": state}, separators=(",", ":")).replace('},"', '},\n"'))
