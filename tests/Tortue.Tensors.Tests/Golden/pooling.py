"""Writes PyTorch's values and gradients of pooling: /usr/bin/python3 pooling.py > pooling.json

Each case has a twin of the same name in PoolingGoldenTests.cs; gradients are weighted as in structure.py.
"""
import json

import torch
import torch.nn.functional as F

from common import case, numbers

a, wide, single = numbers(2, 2, 6, 7), numbers(1, 1, 5, 21, phase=0.1), numbers(1, 1, 4, 38, phase=0.6).float()
one, line, lines = numbers(2, 6, 5, phase=0.8), numbers(3, 11), numbers(2, 1, 15, phase=0.2)
ties = torch.tensor([[[[1.0, 1, 0, 2], [1, 1, 2, 2], [-1, 0, 0, 0], [0, -1, 0, 0]]]], dtype=torch.float64)
nan = ties.clone()
nan[0, 0, 1, 1] = float("nan")
nan[0, 0, 3, 3] = float("-inf")


def both(name, *values, **options):
    return {
        name: case(lambda x: F.max_pool2d(x, *values, **options), a),
        name + " indices": case(lambda x: F.max_pool2d(x, *values, **options, return_indices=True)[1], a),
        name + " wide": case(lambda x: F.max_pool2d(x, *values, **options), wide),
        name + " single": case(lambda x: F.max_pool2d(x, *values, **options), single),
    }


def averages(name, *values, **options):
    return {
        name: case(lambda x: F.avg_pool2d(x, *values, **options), a),
        name + " wide": case(lambda x: F.avg_pool2d(x, *values, **options), wide),
        name + " single": case(lambda x: F.avg_pool2d(x, *values, **options), single),
    }


print(json.dumps({
    **both("max 2", 2), **both("max 3 1 1", 3, 1, 1), **both("max 3 2 1", 3, 2, 1), **both("max pairs", (2, 3), (1, 2), (1, 0)),
    **both("max ceil", 3, 2, ceil_mode=True), **both("max ceil padded", 2, 3, 1, ceil_mode=True), **both("max dilated", 2, 2, 1, 3),
    **both("max dilated pairs", (3, 2), (1, 1), (1, 1), (2, 3)), **both("max 2 3", 2, 3),
    "max ties": case(lambda x: F.max_pool2d(x, 2), ties), "max no numbers": case(lambda x: F.max_pool2d(x, 2), nan),
    "max no numbers indices": case(lambda x: F.max_pool2d(x, 2, return_indices=True)[1], nan), "max one image": case(lambda x: F.max_pool2d(x, 3, 2), one),
    **averages("avg 2", 2), **averages("avg 3 1 1", 3, 1, 1), **averages("avg 3 2 1", 3, 2, 1), **averages("avg inside", 3, 2, 1, count_include_pad=False),
    **averages("avg pairs", (2, 3), (1, 3), (1, 0)), **averages("avg ceil", 3, 2, ceil_mode=True), **averages("avg ceil padded", 2, 3, 1, ceil_mode=True),
    **averages("avg ceil inside", 2, 3, 1, ceil_mode=True, count_include_pad=False), **averages("avg divisor", 2, divisor_override=3),
    "avg one image": case(lambda x: F.avg_pool2d(x, 2), one),
    "max 1d": case(lambda x: F.max_pool1d(x, 3, 2, 1), lines), "max 1d of one": case(lambda x: F.max_pool1d(x, 2, dilation=3), line),
    "max 1d indices": case(lambda x: F.max_pool1d(x, 3, return_indices=True)[1], lines), "avg 1d": case(lambda x: F.avg_pool1d(x, 3, 2, 1), lines),
    "avg 1d inside": case(lambda x: F.avg_pool1d(x, 4, 3, 2, True, False), line),
    "adaptive max": case(lambda x: F.adaptive_max_pool2d(x, (3, 4)), a), "adaptive max indices": case(lambda x: F.adaptive_max_pool2d(x, (3, 4), return_indices=True)[1], a),
    "adaptive max larger": case(lambda x: F.adaptive_max_pool2d(x, (8, 2)), one),
}, separators=(",", ":")).replace('},"', '},\n"'))
