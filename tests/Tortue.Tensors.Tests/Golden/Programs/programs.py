"""Runs small programs on PyTorch and writes down what they give; ProgramRunner.cs runs the same programs on the engine.

A program has inputs, written TYPE:SHAPE:LAYOUT:DOMAIN (see `make`), and steps [OPERATION, [variables], {arguments}]. Variables are numbered: the
inputs first, then the results of each step. An operation is a method of Tensor, unless OPERATIONS or modules.py know it under that name. The
gradients are those of the sum of all results of floating point, weighted with sin(1), sin(2.7), sin(4.4) and so on.
"""
import math
import operator
import warnings

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
warnings.simplefilter("ignore")

TYPES = {"f4": torch.float32, "f8": torch.float64, "i8": torch.int64, "i4": torch.int32, "b1": torch.bool, "u1": torch.uint8, "i1": torch.int8, "i2": torch.int16}
NAMES = {value: key for key, value in TYPES.items()}
SPECIAL = [math.nan, 1, math.inf, -2, -math.inf, 0, -0.0, 0.5]


def fraction(n, number):
    return (0.37 + 0.24 * number + n * 0.6180339887498949) % 1.0


def value(n, number, kind, domain):
    v = fraction(n, number)
    if kind == "b1":
        return v < 0.5
    if domain[0] == "k":
        return int(int(domain[1:]) * v)
    if kind[0] in "iu":
        return {"u": int(11 * v) - (0 if kind == "u1" else 5), "z": int(5 * v) - (0 if kind == "u1" else 2), "p": 1 + int(4 * v)}[domain]
    return {
        "u": -1.5 + 3 * v, "p": 0.2 + 2.8 * v, "q": -0.9 + 1.8 * v, "g": 1.1 + 1.9 * v, "z": float(int(5 * v) - 2), "w": -40 + 80 * v,
        "n": SPECIAL[n % 8], "o": v,
    }[domain]


def sizes(text):
    return [] if text == "" else [int(size) for size in text.split("x")]


def make(spec, number):
    """The leaf and the variable seen through the layout: c as it is, t transposed, s every second, o from the second row on, e expanded."""
    kind, shape, layout, domain = spec.split(":")
    shape = sizes(shape)
    base = list(shape)
    if shape:
        if layout == "t":
            base = shape[::-1]
        elif layout == "s":
            base[-1] *= 2
        elif layout == "o":
            base[0] += 1
        elif layout == "e":
            base[0] = min(1, base[0])
    count = torch.Size(base).numel()
    leaf = torch.tensor([value(n, number, kind, domain) for n in range(count)], dtype=TYPES[kind]).reshape(base)
    leaf.requires_grad_(leaf.is_floating_point())
    x = leaf.clone()
    if shape:
        if layout == "t":
            x = x.permute(*range(len(shape))[::-1]) if len(shape) > 1 else x
        elif layout == "s":
            x = x[..., ::2]
        elif layout == "o":
            x = x.narrow(0, 1, shape[0])
        elif layout == "e":
            x = x.expand(shape)
    return leaf, x


def number(v, kind):
    if kind == "b1":
        return str(int(v))
    if kind[0] in "iu":
        return str(v)
    text = f"{v:.7g}" if kind == "f4" else f"{v:.9g}"
    return text.replace("e+0", "e").replace("e-0", "e-").replace("e+", "e")


def text(t):
    t = t if isinstance(t, torch.Tensor) else torch.tensor(t)
    kind = NAMES[t.dtype]
    return " ".join([kind, "x".join(str(size) for size in t.shape) or "-"] + [number(v, kind) for v in t.detach().reshape(-1).tolist()])


def at(positions, variables):
    """Positions of an indexer: numbers, "a:b:c", "...", null, true or false, and "tN" for variable N."""
    def one(p):
        if not isinstance(p, str):
            return p
        if p == "...":
            return ...
        if p[0] == "t":
            return variables[int(p[1:])]
        return slice(*[int(part) if part else None for part in p.split(":")])
    return tuple(one(p) for p in positions)


SYMBOLS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "&": operator.and_, "|": operator.or_, "^": operator.xor,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}
OPERATIONS = {
    "cat": lambda *x, dim=0: torch.cat(x, dim), "concat": lambda *x, dim=0: torch.cat(x, dim), "stack": lambda *x, dim=0: torch.stack(x, dim),
    "where": lambda c, x, y: torch.where(c, x, y), "where_": lambda x, c, y: x.where(c, y),
    "einsum": lambda *x, equation: torch.einsum(equation, *x),
    "index": lambda x, *rest, at: x[at], "broadcast_tensors": lambda *x: torch.broadcast_tensors(*x),
    "~": lambda x: ~x, "neg-": lambda x: -x, "mT": lambda x: x.mT, "T": lambda x: x.T,
    "to": lambda x, type: x.to(TYPES[type]), "var_mean": lambda x, dim=None, **rest: torch.var_mean(x, dim, **rest) if dim is not None else torch.var_mean(x, **rest),
    "std_mean": lambda x, dim=None, **rest: torch.std_mean(x, dim, **rest) if dim is not None else torch.std_mean(x, **rest),
    "leaky_relu": lambda x, args: F.leaky_relu(x, *args), "leaky_relu_": lambda x, args: F.leaky_relu_(x, *args),
    "elu": lambda x, alpha=1.0: F.elu(x, alpha), "elu_": lambda x, alpha=1.0: F.elu_(x, alpha),
    "gelu": lambda x: F.gelu(x), "silu": lambda x: F.silu(x), "silu_": lambda x: F.silu(x, inplace=True), "softplus": lambda x, beta=1, threshold=20: F.softplus(x, beta, threshold),
    "gelu_": lambda x: x.copy_(F.gelu(x.clone())),
    "slice": lambda x, args: x[(slice(None),) * args[0] + (slice(*args[1:]),)],
    **{name: (lambda x, *rest, dim, name=name: getattr(x, name)(dim, *rest)) for name in ["gather", "index_select", "scatter", "scatter_", "scatter_add", "scatter_add_"]},
    "isclose": lambda x, y, **rest: torch.isclose(x, y, **rest),
}


def apply(step, variables):
    name, operands, arguments = step[0], step[1], dict(step[2]) if len(step) > 2 else {}
    x = [variables[i] for i in operands]
    if "dtype" in arguments:
        arguments["dtype"] = TYPES[arguments["dtype"]]
    if "at" in arguments:
        arguments["at"] = at(arguments["at"], variables)
    if name == "assign":
        x[0][arguments["at"]] = x[1] if len(x) > 1 and "value" not in arguments else arguments["value"]
        result = x[0]
    elif name in SYMBOLS or name[1:] in SYMBOLS:
        numbers = [*x, *arguments.get("args", [])]
        result = SYMBOLS[name](*numbers) if name in SYMBOLS else SYMBOLS[name[1:]](*numbers[::-1])
    elif name in OPERATIONS:
        result = OPERATIONS[name](*x, **arguments)
    elif name.startswith("nn.") or name.startswith("F."):
        import modules
        arguments = {key: variables[int(v[1:])] if isinstance(v, str) and v[0] == "t" and v[1:].isdigit() else v for key, v in arguments.items()}
        return modules.apply(name, x, arguments)
    else:
        positional = arguments.pop("args", [])
        result = getattr(x[0], name)(*x[1:], *positional, **arguments)
    return (list(result) if isinstance(result, (tuple, list)) else [result]), []


def backward(leaves, results):
    total = None
    for result in results:
        if isinstance(result, torch.Tensor) and result.is_floating_point() and result.requires_grad:
            weights = torch.sin(1 + 1.7 * torch.arange(result.numel(), dtype=torch.float64)).reshape(result.shape)
            part = (result.double() * weights).sum()
            total = part if total is None else total + part
    if total is None:
        return None
    for leaf in leaves:
        leaf.grad = None
    total.backward()
    return [text(leaf.grad) if leaf.grad is not None else "" for leaf in leaves]


def first_line(error):
    return str(error).split("\n")[0]


def run(inputs, steps, every=False):
    """What a program gives: results of the last step, gradients, or the message of the first error; with `every`, all variables and errors."""
    made = [make(spec, i) for i, spec in enumerate(inputs)]
    leaves, variables = [leaf for leaf, _ in made], [x for _, x in made]
    written, results, errors = {"in": inputs, "do": steps}, [], {}
    for position, step in enumerate(steps):
        try:
            results, more = apply(step, variables)
            variables += results
            leaves += more
        except Exception as error:
            if not every:
                return {**written, "error": first_line(error)}
            errors[position] = type(error).__name__ + ": " + first_line(error)
            results = []
    results = [x for x in variables] if every else results
    written["out"] = [text(x) for x in results]
    if every:
        written["errors"] = errors
    try:
        gradients = backward([leaf for leaf in leaves if leaf.requires_grad], results)
        if gradients is not None:
            written["grad"] = gradients
    except RuntimeError as error:
        written["backward"] = first_line(error)
    return written
