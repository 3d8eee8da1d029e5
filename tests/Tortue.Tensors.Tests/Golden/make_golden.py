"""Writes the values that the engine is compared with: PyTorch's, from Debian's python3-torch.

    /usr/bin/python3 make_golden.py

Each operator here has a twin of the same name in OperatorGoldenTests.cs, each stream one in RandomGoldenTests.cs.
"""
import json
import pathlib

import torch

HERE = pathlib.Path(__file__).parent


def flat(t):
    """A tensor as JSON: type, shape, and values in row-major order."""
    return {"type": str(t.dtype)[6:], "shape": list(t.shape), "values": t.detach().reshape(-1).tolist()}


def streams():
    d = torch.float64
    result = {}

    def add(name, *draws, seed=0):
        torch.manual_seed(seed)
        result[name] = [flat(draw()) for draw in draws]

    add("rand", lambda: torch.rand(5), lambda: torch.rand(2, 3))
    add("rand of a large seed", lambda: torch.rand(3), seed=2**32 + 17)
    add("rand double", lambda: torch.rand(5, dtype=d))
    add("randn small, then large", lambda: torch.randn(3), lambda: torch.randn(20), lambda: torch.randn(5))
    add("randn 16", lambda: torch.randn(16))
    add("randn 37", lambda: torch.randn(37), seed=5)
    add("randn double", lambda: torch.randn(3, dtype=d), lambda: torch.randn(18, dtype=d))
    add("randint", lambda: torch.randint(0, 100, (6,)), lambda: torch.randint(-5, 5, (2, 3)))
    add("randint wide", lambda: torch.randint(-(2**40), 2**40, (4,)))
    add("randint float", lambda: torch.randint(0, 10, (4,), dtype=torch.float32))
    add("randperm", lambda: torch.randperm(10), lambda: torch.randperm(3))
    add("uniform_", lambda: torch.empty(40).uniform_(-2, 3), lambda: torch.empty(40, dtype=d).uniform_(-2, 3))
    add("normal_", lambda: torch.empty(4).normal_(1, 2), lambda: torch.empty(17).normal_(1, 2))
    add("normal_ strided", lambda: torch.empty(6, 5).t().normal_(0, 1))
    add("bernoulli_", lambda: torch.empty(8).bernoulli_(0.3), lambda: torch.rand(1))
    add("bernoulli", lambda: torch.bernoulli(torch.full((8,), 0.3)), lambda: torch.rand(1))
    add("bernoulli double", lambda: torch.bernoulli(torch.full((8,), 0.3, dtype=d)), lambda: torch.rand(1))
    return result


def numbers(*shape, low=-1.5, high=1.5, phase=0.37):
    count = 1
    for size in shape:
        count *= size
    values = [low + (high - low) * ((phase + i * 0.6180339887) % 1) for i in range(count)]
    return torch.tensor(values, dtype=torch.float64).float().reshape(shape)


def operators():
    a, b = numbers(2, 3, 4), numbers(3, 1, phase=0.11)
    p = numbers(2, 3, low=0.2, high=3)
    m, n = numbers(3, 4), numbers(4, 2, phase=0.5)
    i = torch.tensor([[3, -2, 7], [0, 5, -4]])
    t = i > 1
    cases = {
        "add": lambda: a + b, "sub": lambda: a - b, "mul": lambda: a * b, "div": lambda: a / b, "pow": lambda: p.pow(b[:2]),
        "exp": lambda: a.exp(), "log": lambda: p.log(), "sqrt": lambda: p.sqrt(), "sin": lambda: a.sin(), "cos": lambda: a.cos(),
        "tanh": lambda: a.tanh(), "sigmoid": lambda: a.sigmoid(), "relu": lambda: a.relu(), "square": lambda: a.square(),
        "reciprocal": lambda: p.reciprocal(), "round": lambda: (a * 3).round(), "remainder": lambda: a % 0.4,
        "leaky_relu": lambda: torch.nn.functional.leaky_relu(a, 0.2), "clamp": lambda: a.clamp(-0.5, 0.7), "sign": lambda: a.sign(),
        "log1p": lambda: p.log1p(), "expm1": lambda: a.expm1(), "rsqrt": lambda: p.rsqrt(), "atan": lambda: a.atan(), "asin": lambda: (a / 2).asin(),
        "softmax": lambda: a.softmax(1), "log_softmax": lambda: a.log_softmax(-1), "logsumexp": lambda: a.logsumexp(2),
        "mm": lambda: m.mm(n), "matmul": lambda: a.matmul(n), "mv": lambda: m.mv(n[:, 0]), "outer": lambda: m[0].outer(n[:, 1]),
        "sum": lambda: a.sum(), "sum dims": lambda: a.sum([0, 2], keepdim=True), "mean": lambda: a.mean(1), "var": lambda: a.var(), "std": lambda: a.std(2),
        "var biased": lambda: a.var(0, unbiased=False), "norm": lambda: a.norm(), "norm 1": lambda: a.norm(p=1, dim=1), "prod": lambda: p.prod(),
        "max": lambda: a.max(), "max values": lambda: a.max(1)[0], "max indices": lambda: a.max(1)[1], "min indices": lambda: a.min(2, True)[1],
        "argmax": lambda: a.argmax(), "argmin": lambda: a.argmin(0), "all": lambda: t.all(), "any": lambda: t.any(1),
        "integer add": lambda: i + 2, "integer add fraction": lambda: i + 0.5, "integer div": lambda: i / 2, "integer pow": lambda: i.pow(2),
        "integer floor": lambda: torch.div(i, 3, rounding_mode="floor"), "integer trunc": lambda: torch.div(i, 3, rounding_mode="trunc"),
        "integer remainder": lambda: i % 3, "integer sum": lambda: i.sum(1), "bool sum": lambda: t.sum(), "bool add": lambda: t + t, "bool mul": lambda: t * 2,
        "bool and integer": lambda: t + i, "float and double": lambda: p + i.double(), "float and double number": lambda: p + torch.tensor(2.0, dtype=torch.float64),
        "integer and float number": lambda: i * torch.tensor(0.5), "gt": lambda: a > b, "eq": lambda: i == 5, "where": lambda: torch.where(t, p, -p),
        "cat": lambda: torch.cat([m, m[:1] * 2]), "cat types": lambda: torch.cat([i, p]), "stack": lambda: torch.stack([p, p + 1], 1),
        "gather": lambda: m.gather(1, torch.tensor([[0, 3], [2, 2], [1, 0]])), "index": lambda: a[:, torch.tensor([2, 0])], "mask": lambda: p[t],
        "index apart": lambda: a[torch.tensor([0, 1, 1]), :, torch.tensor([3, 0, 1])], "nonzero": lambda: t.nonzero(), "index ellipsis": lambda: a[..., 1:3, None],
        "arange": lambda: torch.arange(1, 2.5, 0.25), "linspace": lambda: torch.linspace(-1, 1, 7), "eye": lambda: torch.eye(2, 3),
        "logspace": lambda: torch.logspace(-1, 2, 4), "to long": lambda: (a * 3).long(), "to bool": lambda: i.bool(), "diagonal": lambda: m.diagonal(1),
        "maximum": lambda: torch.maximum(a, b), "logical_xor": lambda: torch.logical_xor(t, i > 4), "repeat": lambda: p.repeat(2, 2),
    }
    return {name: flat(case()) for name, case in cases.items()}


def write(name, data):
    text = json.dumps(data, separators=(",", ":")).replace('},"', '},\n"').replace('],"', '],\n"')
    (HERE / name).write_text(text + "\n")


write("random.json", streams())
write("operators.json", operators())
