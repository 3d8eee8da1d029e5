"""Writes random programs with what PyTorch makes of them: /usr/bin/python3 fuzz.py SEED COUNT FILE

Run by hand: TORTUE_PROGRAMS=FILE dotnet run --project tests/Tortue.Tensors.Tests -- -method "*ProgramGoldenTests.RandomProgramsAgree"
compares values, shapes, element types, gradients and whether an error is raised. Steps go on after errors.
"""
import json
import random
import sys

import torch

import programs

SHAPES = ["", "1", "3", "2x3", "3x2", "3x3", "1x3", "2x1", "2x3x2", "0", "0x3", "2x2x3", "4"]
LAYOUTS = "cctse o".replace(" ", "")
UNARY = ["exp", "tanh", "sigmoid", "relu", "neg", "abs", "square", "sin", "cos", "sqrt", "log", "reciprocal", "floor", "sign", "trunc", "round", "erf", "log1p", "expm1", "rsqrt", "silu", "gelu", "atan", "ceil",
         "isnan", "logical_not", "detach", "clone", "contiguous", "t", "T", "ravel", "nonzero", "float", "double", "long", "bool", "int"]
IN_PLACE = ["exp_", "tanh_", "sigmoid_", "relu_", "neg_", "abs_", "zero_", "sin_", "floor_", "sqrt_", "reciprocal_", "round_", "silu_", "log1p_"]
BINARY = ["add", "sub", "mul", "div", "maximum", "minimum", "pow", "remainder", "eq", "ne", "lt", "le", "gt", "ge", "matmul", "mm", "logical_and", "logical_or", "logical_xor", "outer", "dot", "bmm", "mv"]
BINARY_IN_PLACE = ["add_", "sub_", "mul_", "div_", "copy_", "pow_", "remainder_"]
NUMBERS = [0, 1, 2, -1, 3, 0.5, -0.5, 2.0, 1.5]


def step(r, count, ranks):
    v = lambda: r.randrange(count)
    dim = lambda: r.choice([0, 0, 1, -1, -1, 2, -2, 3])
    size = lambda: r.choice([-1, 0, 1, 2, 3, 4, 6])
    kind = r.randrange(20)
    if kind < 3:
        return [r.choice(UNARY), [v()]]
    if kind == 3:
        return [r.choice(IN_PLACE), [v()]]
    if kind < 7:
        return [r.choice(BINARY), [v(), v()]]
    if kind == 7:
        return [r.choice(BINARY_IN_PLACE), [v(), v()]]
    if kind == 8:
        return [r.choice(["add", "sub", "mul", "div", "pow", "remainder", "add_", "mul_", "sub_", "eq", "gt", "fill_", "clamp_min", "clamp_max", "div_", "pow_"]), [v()], {"args": [r.choice(NUMBERS)]}]
    if kind < 11:
        name = r.choice(["sum", "mean", "max", "min", "argmax", "argmin", "all", "any", "prod", "amax", "amin", "cumsum", "cumprod", "softmax", "log_softmax", "logsumexp", "var", "std", "norm", "sort"])
        given = {}
        if name in ["cumsum", "cumprod", "softmax", "log_softmax", "sort"]:
            given["dim"] = dim()
        elif name in ["amax", "amin", "mean"]:
            given["dim"] = [dim() for _ in range(r.choice([1, 1, 2]))]
        elif name == "logsumexp" or r.random() < 0.7:
            given["dim"] = dim() if name not in ["sum", "var", "std"] or r.random() < 0.6 else [dim() for _ in range(r.choice([1, 2, 2]))]
        if given and name not in ["cumsum", "cumprod", "softmax", "log_softmax", "sort"] and r.random() < 0.3:
            given["keepdim"] = True
        if name in ["var", "std"] and r.random() < 0.4:
            given["unbiased"] = r.random() < 0.5
        if name == "norm":
            given["p"] = r.choice([1.0, 2.0, 3.0, 0.5])
        if name == "sort":
            given.update(stable=True, descending=r.random() < 0.5)
        return [name, [v()], given] if given else [name, [v()]]
    if kind < 14:
        return r.choice([
            lambda: ["view", [v()], {"args": [size() for _ in range(r.randint(1, 3))]}], lambda: ["reshape", [v()], {"args": [size() for _ in range(r.randint(1, 3))]}],
            lambda: ["transpose", [v()], {"args": [dim(), dim()]}], lambda: ["permute", [v()], {"args": r.sample([0, 1, 2], r.choice([2, 3]))}],
            lambda: ["squeeze", [v()], {"dim": dim()} if r.random() < 0.7 else {}], lambda: ["unsqueeze", [v()], {"dim": dim()}],
            lambda: ["expand", [v()], {"args": [r.choice([-1, 1, 2, 3]) for _ in range(r.randint(1, 3))]}], lambda: ["flatten", [v()], {"args": [dim(), dim()]}],
            lambda: ["select", [v()], {"dim": dim(), "index": r.choice([0, 1, -1, 2])}], lambda: ["narrow", [v()], {"args": [dim(), r.choice([0, 1]), r.choice([0, 1, 2])]}],
            lambda: ["flip", [v()], {"args": [dim()]}], lambda: ["repeat", [v()], {"args": [r.choice([1, 2, 0]) for _ in range(r.randint(1, 3))]}],
            lambda: ["diagonal", [v()], {"offset": r.choice([0, 1, -1])}], lambda: ["tril", [v()], {"args": [r.choice([0, 1, -1])]}], lambda: ["expand_as", [v(), v()]],
            lambda: ["unbind", [v()], {"args": [dim()]}], lambda: ["chunk", [v()], {"args": [2, dim()]}], lambda: ["to", [v()], {"type": r.choice(["f4", "f8", "i8", "b1", "i4"])}],
            lambda: ["type_as", [v(), v()]], lambda: ["broadcast_tensors", [v(), v()]],
        ])()
    if kind < 17:
        at = [r.choice([0, 1, -1, 2, ":", "1:", ":1", "::2", "-2:", "...", None, True, False, f"t{v()}", f"t{v()}"]) for _ in range(r.randint(1, 3))]
        used = sorted({int(p[1:]) for p in at if isinstance(p, str) and p[0] == "t"})
        if r.random() < 0.7:
            return ["index", [v()], {"at": at}]
        return ["assign", [v(), v()], {"at": at}] if r.random() < 0.6 else ["assign", [v()], {"at": at, "value": r.choice(NUMBERS)}]
    return r.choice([
        lambda: ["cat", [v() for _ in range(r.choice([2, 2, 3]))], {"dim": dim()}], lambda: ["stack", [v(), v()], {"dim": dim()}], lambda: ["where", [v(), v(), v()]],
        lambda: ["gather", [v(), v()], {"dim": dim()}], lambda: ["index_select", [v(), v()], {"dim": dim()}], lambda: ["masked_select", [v(), v()]],
        lambda: ["masked_fill", [v(), v()], {"value": r.choice(NUMBERS)}], lambda: ["clamp", [v()], {"min": r.choice(NUMBERS), "max": r.choice(NUMBERS)}],
        lambda: ["scatter_add", [v(), v(), v()], {"dim": dim()}], lambda: ["masked_fill_", [v(), v()], {"value": r.choice(NUMBERS)}], lambda: ["addmm", [v(), v(), v()]],
        lambda: ["topk", [v()], {"k": r.choice([1, 2]), "dim": dim()}],
        lambda: ["F.cross_entropy", [v(), v()]], lambda: ["F.mse_loss", [v(), v()]], lambda: ["F.linear", [v(), v()]], lambda: ["F.l1_loss", [v(), v()], {"reduction": "none"}],
    ])()


def main(seed, count, path):
    r = random.Random(seed)
    written = []
    while len(written) < count:
        same = r.random() < 0.5
        first = r.choice(SHAPES)
        inputs = []
        for _ in range(r.randint(1, 3)):
            kind = r.choice(["f8", "f8", "f8", "f4", "f4", "i8", "b1", "i4"])
            domain = r.choice(["u", "p", "z", "z"] if kind[0] == "f" else ["u", "z", "k2", "k3"] if kind != "b1" else ["u"])
            inputs.append(f"{kind}:{first if same else r.choice(SHAPES)}:{r.choice(LAYOUTS)}:{domain}")
        steps, variables = [], [programs.make(s, i)[1] for i, s in enumerate(inputs)]
        for _ in range(r.randint(2, 6)):
            s = step(r, len(variables), None)
            steps.append(s)
            try:
                variables += programs.apply(s, variables)[0]
            except Exception:
                pass
        program = programs.run(inputs, steps, every=True)
        if all(sum(len(o) for o in [out]) < 4000 for out in program["out"]) and not any("INTERNAL ASSERT" in e or "TypeError" in e for e in program["errors"].values()):
            written.append(json.dumps(program))
    open(path, "w").write("[" + ",\n".join(written) + "]")


main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
