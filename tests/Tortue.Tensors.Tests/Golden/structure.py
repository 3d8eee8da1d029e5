"""Writes PyTorch's values and gradients of operators that order, accumulate and contract: /usr/bin/python3 structure.py > structure.json

Each case has a twin of the same name in StructureGoldenTests.cs. Gradients are those of the sum of the result's elements, weighted with
sin(1), sin(2.7), sin(4.4) and so on.
"""
import json

import torch

torch.set_num_threads(1)


def numbers(*shape, phase=0.37):
    count = torch.Size(shape).numel()
    values = [-1.5 + 3 * ((phase + i * 0.6180339887) % 1) for i in range(count)]
    return torch.tensor(values, dtype=torch.float64).reshape(shape)


def flat(t):
    values = [str(v) if v != v or abs(v) == float("inf") else v for v in t.detach().reshape(-1).tolist()]
    return {"type": str(t.dtype)[6:], "shape": list(t.shape), "values": values}


def case(function, *inputs):
    leaves = [x.clone().requires_grad_(x.is_floating_point()) for x in inputs]
    result = function(*leaves)
    written = {"result": flat(result)}
    if result.requires_grad:
        weights = torch.sin(1 + 1.7 * torch.arange(result.numel(), dtype=torch.float64)).reshape(result.shape)
        (result * weights).sum().backward()
        written["gradients"] = [flat(x.grad) for x in leaves]
    return written


a, m, n = numbers(2, 3, 4), numbers(3, 4), numbers(4, 2, phase=0.5)
s = numbers(3, 3, phase=0.2)
z = torch.tensor([[0.5, 0, 2, -1], [0, 3, 0, 1], [1.5, -2, 0.25, 0]], dtype=torch.float64)
i = torch.tensor([[3, -2, 7, 3], [0, 5, -4, 0], [1, 1, 1, 2]])
t = i > 1
x = torch.tensor([float("nan"), 1, float("inf"), -2, float("nan"), float("-inf")], dtype=torch.float64)
wide = torch.linspace(-6.5, 6.5, 53, dtype=torch.float64)

print(json.dumps({
    "sort": case(lambda v: v.sort()[0], a), "sort descending": case(lambda v: v.sort(1, descending=True)[0], a),
    "sort indices": case(lambda v: v.sort(0)[1], a), "sort integers": case(lambda v: v.sort(dim=1, stable=True)[1], i),
    "sort integers descending": case(lambda v: torch.sort(v, stable=True, dim=1, descending=True)[1], i), "sort truth values": case(lambda v: v.sort(1)[0], t),
    "sort no numbers": case(lambda v: v.sort()[0], x), "sort no numbers descending": case(lambda v: v.sort(descending=True)[0], x),
    "sort one number": case(lambda v: v.sort()[0], a[0, 0, 0]), "argsort": case(lambda v: v.argsort(1), a), "msort": case(lambda v: v.msort(), a),
    "topk": case(lambda v: v.topk(2)[0], a), "topk smallest": case(lambda v: v.topk(2, 1, largest=False)[0], a), "topk indices": case(lambda v: v.topk(3, 2)[1], a),
    "topk of none": case(lambda v: v.topk(0)[0], m),
    "cumsum": case(lambda v: v.cumsum(1), a), "cumsum integers": case(lambda v: v.cumsum(1), i), "cumsum truth values": case(lambda v: v.cumsum(0), t),
    "cumsum float": case(lambda v: v.cumsum(0, dtype=torch.float32), i), "cumprod": case(lambda v: v.cumprod(1), a), "cumprod zeros": case(lambda v: v.cumprod(1), z),
    "cumprod integers": case(lambda v: v.cumprod(1), i), "flip": case(lambda v: v.flip(0, 2), a), "flip integers": case(lambda v: v.flip(1), i),
    "flip of a transpose": case(lambda v: v.t().flip(0), m), "flip truth values": case(lambda v: v.flip(0), t), "flip nothing": case(lambda v: v.flip([]), m),
    "fliplr": case(lambda v: v.fliplr(), m), "flipud": case(lambda v: v.flipud(), m),
    "tril": case(lambda v: v.tril(), a), "tril above": case(lambda v: v.tril(1), m), "triu": case(lambda v: v.triu(), a), "triu below": case(lambda v: v.triu(-1), m),
    "tril integers": case(lambda v: v.tril(-1), i), "triu truth values": case(lambda v: v.triu(), t),
    "erf": case(lambda v: v.erf(), wide), "erfc": case(lambda v: v.erfc(), wide), "erf float": case(lambda v: v.float().erf(), wide), "erf integers": case(lambda v: v.erf(), i),
    "erf no numbers": case(lambda v: v.erf(), x),
    "var_mean var": case(lambda v: torch.var_mean(v, (0, 2))[0], a), "var_mean mean": case(lambda v: torch.var_mean(v, 1, unbiased=False)[1], a),
    "std_mean std": case(lambda v: torch.std_mean(v, 1, keepdim=True)[0], a), "std_mean mean": case(lambda v: torch.std_mean(v, True)[1], a),
    "einsum product": case(lambda v, w: torch.einsum("ij,jk->ik", v, w), m, n), "einsum implied": case(lambda v, w: torch.einsum("ba, ac", v, w), m, n),
    "einsum batch": case(lambda v, w: torch.einsum("bij,bkj->bik", v, w), a, numbers(2, 5, 4, phase=0.8)),
    "einsum trace": case(lambda v: torch.einsum("ii", v), s), "einsum diagonal": case(lambda v: torch.einsum("ii->i", v), s),
    "einsum transpose": case(lambda v: torch.einsum("ijk->kij", v), a), "einsum sum": case(lambda v: torch.einsum("ijk->j", v), a),
    "einsum outer": case(lambda v, w: torch.einsum("i,j->ij", v, w), m[0], n[:, 1]), "einsum dot": case(lambda v, w: torch.einsum("i,i->", v, w), m[0], n[:, 1]),
    "einsum elementwise": case(lambda v, w: torch.einsum("ij,ij->ij", v, w), m, m + 1), "einsum bilinear": case(lambda u, v, w: torch.einsum("bn,nm,bm->b", u, v, w), m, numbers(4, 5), numbers(3, 5, phase=0.1)),
    "einsum summed apart": case(lambda v, w: torch.einsum("ij,kl->jl", v, w), m, n), "einsum broadcast": case(lambda v, w: torch.einsum("ij,jk->ik", v, w), m, n[:1]),
    "einsum repeated": case(lambda v, w: torch.einsum("iji,jk->ik", v, w), numbers(3, 4, 3), n),
}, separators=(",", ":")).replace('},"', '},\n"'))
