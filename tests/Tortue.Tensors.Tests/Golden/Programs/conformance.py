"""Writes programs of one operator each, with PyTorch's results, gradients and errors: /usr/bin/python3 conformance.py

A new operator gets a line here: `add(NAME, [INPUTS, ...], [ARGUMENTS, ...])` runs it on every list of inputs with every set of arguments. What
programs.py says of inputs and steps holds. The files programs-*.json are read by ProgramGoldenTests.cs, where nothing needs to be added.
"""
import json
import pathlib

import programs

HERE = pathlib.Path(__file__).parent.parent
files = {}


def add(name, inputs, arguments=({},), file=None):
    file = file or current
    for specs in inputs:
        for given in arguments:
            specs = [specs] if isinstance(specs, str) else list(specs)
            step = [name, list(range(len(specs)))] + ([given] if given else [])
            program = programs.run(specs, [step])
            if program.get("error", "").find("received an invalid combination") >= 0:
                raise ValueError(f"{name} {specs} {given}: {program['error']}")
            files.setdefault(file, []).append(program)


def several(inputs, *steps):
    files.setdefault(current, []).append(programs.run(inputs, list(steps)))


def floats(domain, *more):
    """Shapes and layouts for a function of each element."""
    return [f"f4:17:c:{domain}", f"f8:2x3:t:{domain}", f"f8:2x2x2:s:{domain}", f"f4:5:o:{domain}", f"f8:3x2:e:{domain}", f"f8::c:{domain}", f"f4:0x3:c:{domain}", f"f8:1x1:c:{domain}", *more]


INTEGERS = ["i8:2x3:t:u", "i4:4:c:u"]
NONE = "f8:8:c:n"

current = "elementwise"
for name, domain in {
    "exp": "u", "exp2": "u", "expm1": "u", "log": "p", "log2": "p", "log10": "p", "log1p": "p", "sqrt": "p", "rsqrt": "p", "reciprocal": "p", "sin": "w", "cos": "w",
    "tan": "q", "asin": "q", "acos": "q", "atan": "w", "sinh": "u", "cosh": "u", "asinh": "w", "acosh": "g", "atanh": "q", "tanh": "u", "sigmoid": "w", "erf": "u", "erfc": "u",
}.items():
    add(name, floats(domain) + INTEGERS[:1] + ["b1:4:c:u", NONE])
    add(name + "_", [f"f4:3x3:t:{domain}", f"f8:2x3:c:{domain}", "f8:2x3:e:p", "i8:3:c:p"])
for name in ["arccos", "arcsin", "arctan", "arcsinh", "arctanh"]:
    add(name, ["f8:2x3:t:q"])
add("arccosh", ["f8:2x3:t:g"])
for name in ["abs", "absolute", "neg", "negative", "sign", "square", "floor", "ceil", "trunc", "round"]:
    add(name, floats("w") + INTEGERS + ["b1:4:c:u", NONE, "f8:6:c:z"])
for name in ["abs_", "neg_", "sign_", "floor_", "ceil_", "trunc_", "round_"]:
    add(name, ["f4:3x3:t:w", "f8:2x3:c:w", "i8:2x3:c:u", "f8:2x3:e:w", "b1:3:c:u"])
add("round", ["f8:2x3:c:w", "i8:3:c:u"], [{"decimals": 1}, {"decimals": -1}])
add("round_", ["f8:2x3:c:w"], [{"decimals": 1}])
for name in ["isnan", "isinf", "isfinite", "logical_not"]:
    add(name, [NONE, "f4:2x3:t:z", "i8:3:c:z", "b1:3:c:u", "f4:0:c:u", "f8::c:u"])
add("logical_not_", ["b1:2x3:t:u", "f4:3:c:z"])
add("~", ["b1:2x3:t:u", "i8:4:c:u", "f4:3:c:u"])
add("neg-", ["f8:2x3:t:u", "i8:4:c:u", "b1:3:c:u"])

PAIRS = [
    ("f4:3x5:c:{0}", "f4:3x5:t:{1}"), ("f8:2x3:t:{0}", "f8:2x3:c:{1}"), ("f8:2x3:c:{0}", "f8:3:s:{1}"), ("f8:2x1:c:{0}", "f8:3:c:{1}"), ("f8:4x1x3:c:{0}", "f8:2x1:t:{1}"),
    ("f8::c:{0}", "f8:2x3:s:{1}"), ("f4:2x3:e:{0}", "f4::c:{1}"), ("f8:2x3:e:{0}", "f8:2x3:e:{1}"), ("f4:0x3:c:{0}", "f4:1x3:c:{1}"), ("f8:1:c:{0}", "f8:1x1:c:{1}"), ("f4:5:c:{0}", "f8:5:o:{1}"),
    ("f4:3:c:{0}", "f8::c:{1}"),
]
INTEGER_PAIRS = [("i8:2x3:c:u", "i8:3:c:p"), ("i4:4:c:u", "i8:4:c:p"), ("i8:3:c:u", "f4:3:c:p"), ("b1:3:c:u", "i8:3:c:p"), ("b1:3:c:u", "b1:3:c:u"), ("i8:3:c:u", "f4::c:p"), ("b1:2:c:u", "f8:2:c:p")]
WRONG_PAIRS = [("f8:2x3:c:p", "f8:4:c:p"), ("f8:2:c:p", "f8:3x1x4:c:p")]


def pairs(first, second):
    return [tuple(spec.format(first, second) for spec in pair) for pair in PAIRS] + INTEGER_PAIRS + WRONG_PAIRS


for name in ["add", "sub", "mul", "div", "subtract", "multiply", "true_divide", "divide"]:
    first = name in ["add", "sub", "mul", "div"]
    add(name, pairs("u", "p") if first else pairs("u", "p")[:2] + INTEGER_PAIRS[:2])
    add(name, ["f8:2x3:t:u", "i8:3:c:u", "b1:3:c:u", "f4::c:u"] if first else ["f8:2x3:t:u"], [{"args": [2]}, {"args": [0.5]}])
    if name == "multiply":
        continue
    add(name + "_", [("f8:2x3:t:u", "f8:3:c:p"), ("f8:3:c:u", "f8:2x3:c:p"), ("f4:3:c:u", "f8:3:c:p"), ("i8:3:c:u", "i8:3:c:p"), ("i8:3:c:u", "f4:3:c:p"), ("f8:2x3:e:u", "f8:3:c:p"), ("b1:3:c:u", "b1:3:c:u")])
    add(name + "_", ["f8:2x3:t:u", "i8:3:c:u", "b1:3:c:u"], [{"args": [2]}, {"args": [0.5]}])
for name in ["add", "add_"]:
    add(name, [("f8:2x3:t:u", "f8:3:c:p"), ("i8:3:c:u", "i8:3:c:p"), ("b1:3:c:u", "b1:3:c:p")], [{"alpha": 2}, {"alpha": 0.5}])
    add(name, ["f8:2x3:t:u"], [{"args": [3], "alpha": 2}])
for name in ["+", "-", "*", "/"]:
    add(name, [("f8:2x3:t:u", "f8:3:c:p"), ("i8:3:c:u", "i8:3:c:p"), ("b1:3:c:u", "f4:3:c:p")])
    for turned in [name, "r" + name]:
        add(turned, ["f8:2x3:t:p", "i8:3:c:p", "b1:3:c:u", "f4::c:p"], [{"args": [2]}, {"args": [0.5]}])
for name in ["div", "divide", "div_", "divide_"]:
    for mode in ["floor", "trunc"]:
        add(name, [("f8:3x4:t:w", "f8:4:c:u"), ("i8:3:c:u", "i8:3:c:p"), ("i8:3:c:u", "f4:3:c:p"), ("f8:8:c:n", "f8:8:c:u"), ("f4:3:c:u", "i8:3:c:z"), ("i8:5:c:u", "i8:5:c:z")], [{"rounding_mode": mode}])
        add(name, ["f8:2x3:t:w", "i8:3:c:u"], [{"args": [2], "rounding_mode": mode}])
for name in ["floor_divide", "floor_divide_", "remainder", "remainder_"]:
    add(name, [("f8:3x4:t:w", "f8:4:c:u"), ("i8:3:c:u", "i8:3:c:p"), ("f8:8:c:n", "f8:8:c:u"), ("f4:3:c:w", "i8:3:c:p"), ("i8:5:c:u", "i8:5:c:z"), ("b1:2:c:u", "b1:2:c:u")])
    add(name, ["f8:2x3:t:w", "i8:3:c:u"], [{"args": [2]}, {"args": [0.7]}])
add("%", [("f8:3x4:t:w", "f8:4:c:u")])
add("%", ["f8:2x3:t:w", "i8:3:c:u"], [{"args": [2]}])
add("pow", pairs("p", "u"))
add("pow", floats("p")[:4] + ["i8:4:c:u", "b1:3:c:u", "f8:6:c:z"], [{"args": [v]} for v in [0, 1, 2, 3, -1, 0.5, -1.5]])
add("pow_", [("f8:2x3:t:p", "f8:3:c:u"), ("i8:3:c:p", "i8:3:c:p")])
add("pow_", ["f8:2x3:t:p", "i8:3:c:u"], [{"args": [2]}, {"args": [0.5]}, {"args": [-1]}])
for name in ["maximum", "minimum", "max", "min"]:
    add(name, pairs("z", "z") + [("f8:8:c:n", "f8:8:c:u")])
for name in ["eq", "ne", "lt", "le", "gt", "ge", "less", "less_equal", "greater", "greater_equal", "not_equal"]:
    short = len(name) > 2
    add(name, pairs("z", "z")[:2] if short else pairs("z", "z") + [("f8:8:c:n", "f8:8:c:u")])
    if not short:
        add(name, ["f8:2x3:t:z", "i8:3:c:z", "b1:3:c:u", "f8:8:c:n"], [{"args": [1]}, {"args": [0.5]}])
        add(name + "_", [("f8:2x3:t:z", "f8:3:c:z"), ("i8:3:c:z", "i8:3:c:z")])
        add(name + "_", ["f8:2x3:t:z"], [{"args": [1]}])
for name in ["<", "<=", ">", ">=", "==", "!="]:
    add(name, [("f8:2x3:t:z", "f8:3:c:z"), ("i8:3:c:z", "f4:3:c:z")])
    add(name, ["f8:2x3:t:z", "i8:3:c:z"], [{"args": [1]}, {"args": [0.5]}])
for name in ["logical_and", "logical_or", "logical_xor", "logical_and_", "logical_or_"]:
    add(name, [("b1:2x3:t:u", "b1:3:c:u"), ("f8:5:c:z", "i8:5:c:z"), ("b1:2:c:u", "f4:3:c:z")])
for name in ["&", "|", "^"]:
    add(name, [("b1:2x3:t:u", "b1:3:c:u"), ("i8:5:c:u", "i8:5:c:z"), ("f4:3:c:z", "f4:3:c:z")])
add("isclose", [("f8:2x3:t:z", "f8:3:c:z"), ("f8:8:c:n", "f8:8:c:n"), ("i8:3:c:z", "i8:3:c:z"), ("f4:3:c:u", "f8:3:c:u")], [{}, {"rtol": 0.5, "atol": 0.5}, {"equal_nan": True}])
add("allclose", [("f8:2x3:t:z", "f8:3:c:z"), ("f8:8:c:n", "f8:8:c:n")], [{}, {"rtol": 0.5, "atol": 5.0}, {"equal_nan": True}])

for name in ["clamp", "clip"]:
    add(name, ["f4:3x5:c:u", "f8:2x3:t:u", "f8::c:u", "f4:0x3:c:u", "i8:2x3:t:u", NONE], [{"min": -1, "max": 0.5}, {"min": 0}, {"max": 1}, {"min": 1, "max": -1}])
add("clamp_", ["f8:2x3:t:u", "i8:2x3:t:u", "f8:3x2:e:u"], [{"min": -1, "max": 0.5}])
for name in ["clamp_min", "clamp_max", "clamp_min_", "clamp_max_"]:
    add(name, ["f8:2x3:t:u", "i8:2x3:t:u", NONE], [{"args": [0]}, {"args": [0.5]}])
add("clamp", [("f8:2x3:t:u", "f8:3:c:q", "f8:2x1:c:p"), ("f8:8:c:n", "f8:8:c:u", "f8::c:p")])
add("relu", floats("u") + INTEGERS + ["b1:3:c:u", NONE, "f8:5:c:z"])
add("relu_", ["f4:3x3:t:u", "f8:2x3:c:u", "i8:2x3:c:u", "f8:2x3:e:u"])
for name in ["leaky_relu", "leaky_relu_"]:
    add(name, ["f4:3x5:c:u", "f8:2x3:t:u", NONE, "f8:5:c:z", "i8:3:c:u"], [{"args": [0.2]}])
for name in ["elu", "elu_"]:
    add(name, ["f4:3x5:c:u", "f8:2x3:t:u", "f8:5:c:z", NONE], [{}, {"alpha": 0.3}])
for name in ["gelu", "silu"]:
    add(name, floats("w")[:6] + [NONE])
    add(name + "_", ["f8:2x3:t:u"])
add("softplus", floats("w")[:6] + [NONE], [{}, {"beta": 2.5, "threshold": 10.0}])
add("masked_fill", [("f8:2x3:t:u", "b1:3:c:u"), ("f4:2x3:c:u", "b1:2x3:t:u"), ("i8:3:c:u", "b1:3:c:u"), ("f8:3:c:u", "b1:2x3:c:u"), ("f8:3:c:u", "i8:3:c:u"), ("f8::c:u", "b1::c:u")], [{"value": 2}, {"value": 0.5}])
add("masked_fill_", [("f8:2x3:t:u", "b1:3:c:u"), ("i8:3:c:u", "b1:3:c:u"), ("f8:3:c:u", "b1:2x3:c:u")], [{"value": 2}, {"value": 0.5}])
add("where", [("b1:2x3:t:u", "f8:2x3:c:u", "f8:3:c:p"), ("b1:3:c:u", "f8::c:u", "f8:2x1:c:p"), ("b1:2:c:u", "i8:2:c:u", "i8:2:c:u"), ("b1:2:c:u", "f4:2:c:u", "i8:2:c:u"), ("b1:3:c:u", "f8:2:c:u", "f8:3:c:p")])
for name in ["fill_", "zero_"]:
    add(name, ["f8:2x3:t:u", "i8:3:c:u", "b1:2:c:u", "f8:2x3:e:u"], [{"args": [2]}] if name == "fill_" else [{}])
add("copy_", [("f8:2x3:t:u", "f8:3:c:p"), ("i8:3:c:u", "f4:3:c:w"), ("f4:2:c:u", "f8:2:c:p"), ("b1:3:c:u", "f8:3:c:z"), ("f8:3:c:u", "f8:2x3:c:p"), ("f8:2x3:e:u", "f8:3:c:p")])

current = "reductions"
REDUCED = ["f4:3x5:c:u", "f8:2x3x2:t:u", "f8:2x3x2:s:u", "f8:3x2:e:u", "f8::c:u", "f8:1x3x1:c:u", "f4:0x3:c:u", "i8:2x3:t:u", "b1:2x3:c:u", "f8:4x2:o:n"]
DIMS = [{}, {"dim": 0}, {"dim": -1, "keepdim": True}]
MANY = DIMS + [{"dim": [0, -1]}, {"dim": [1], "keepdim": True}]
for name in ["sum"]:
    add(name, REDUCED, MANY)
    add(name, ["f4:2x3:c:u", "i8:2x3:c:u", "b1:2x3:c:u"], [{"dtype": "f8"}, {"dim": 0, "dtype": "f4"}])
    add(name, ["f8:2x3x2:c:u"], [{"dim": 3}, {"dim": [0, 0]}, {"dim": []}, {"dim": -4}])
add("mean", REDUCED, [{}, {"dim": [0]}, {"dim": [-1], "keepdim": True}, {"dim": [0, -1]}])
add("mean", ["i8:2x3:c:u"], [{"dim": [0], "dtype": "f4"}])
add("prod", REDUCED, DIMS)
add("prod", ["f8:3x4:c:z", "f8:2x2:c:z"], DIMS)
for name in ["var", "std"]:
    add(name, REDUCED, [{}, {"unbiased": False}, {"dim": 0}, {"dim": -1, "unbiased": False, "keepdim": True}, {"dim": [0, -1]}])
    add(name, ["f8:1:c:u", "f8:3x1:c:u", "f8:2x2:e:u"], [{}, {"dim": 0}, {"dim": -1, "unbiased": False}])
    add(name + "_mean", ["f8:2x3x2:t:u", "f4:3x5:c:u", "f8:0x3:c:u"], [{}, {"dim": 0}, {"dim": [0, -1], "unbiased": False, "keepdim": True}, {"unbiased": False}])
add("norm", REDUCED, [{}] + [{"p": p} for p in [0.0, 1.0, 1.5, 2.0, 3.0]] + [{"dim": 0, "p": 2.0}, {"dim": -1, "p": 1.0, "keepdim": True}, {"dim": 0, "p": 3.0}])
add("norm", ["f8:2x2:c:z", "f8:3x3:s:z", "f8:1x2:e:z"], [{"p": p, "dim": 0} for p in [0.0, 0.5, 1.0, 1.5, 2.0, 3.0]])
add("dist", [("f8:2x3:t:u", "f8:3:c:p"), ("f4:3:c:u", "f4:3:c:u")], [{}] + [{"p": p} for p in [1.0, 3.0]])
for name in ["max", "min"]:
    add(name, REDUCED + ["f8:3x4:c:z"], DIMS)
    add(name, ["f8:2x3:c:u"], [{"dim": 2}])
for name in ["amax", "amin"]:
    add(name, REDUCED + ["f8:3x4:c:z"], [{"dim": [0]}, {"dim": [-1], "keepdim": True}, {"dim": [0, -1]}, {"dim": [], "keepdim": False}])
for name in ["argmax", "argmin"]:
    add(name, REDUCED + ["f8:3x4:c:z"], DIMS)
for name in ["all", "any"]:
    add(name, REDUCED + ["b1:3x4:t:u"], DIMS)
for name in ["softmax", "log_softmax", "logsumexp"]:
    add(name, ["f4:3x5:c:w", "f8:2x3x2:t:u", "f8:2x3x2:s:u", "f8:3x2:e:u", "f8::c:u", "f8:1x3x1:c:u", "f4:2x0:c:u", "i8:2x3:t:u", "b1:2x3:c:u", "f8:4x2:o:n"], [{"dim": 0}, {"dim": -1}, {"dim": 1}] + ([{"dim": 0, "keepdim": True}] if name == "logsumexp" else []))
for name in ["softmax", "log_softmax"]:
    add(name, ["f4:2x3:c:u", "i8:2x3:c:u"], [{"dim": 0, "dtype": "f8"}])
for name in ["cumsum", "cumprod"]:
    add(name, ["f4:3x5:c:u", "f8:2x3x2:t:u", "f8:3x2:e:u", "f8::c:u", "f4:0x3:c:u", "i8:2x3:t:u", "b1:2x3:c:u", "f8:3x3:c:z", "f8:4x2:o:n"], [{"dim": 0}, {"dim": -1}, {"dim": 2}])
    add(name, ["f4:2x3:c:u", "i8:2x3:c:u"], [{"dim": 0, "dtype": "f8"}])
for name in ["sort", "argsort"]:
    add(name, ["f4:3x5:c:u", "f8:2x3x2:t:u", "f8::c:u", "f4:0x3:c:u", "i8:2x5:t:u", "f8:2x3x2:s:u"], [{"dim": -1}, {"dim": 0, "descending": True}])
add("sort", ["f8:4x2:o:n", "b1:2x5:c:u", "f8:3x4:c:z", "i8:2x5:t:z"], [{"dim": 0, "stable": True, "descending": False}, {"dim": -1, "stable": True, "descending": True}])
add("msort", ["f8:2x3x2:t:u", "i8:5:c:u"])
add("topk", ["f4:3x5:c:u", "f8:2x3x2:t:u", "f8:2:c:u"], [{"k": 2}, {"k": 1, "dim": 0}, {"k": 2, "dim": -1, "largest": False}])
add("topk", ["f8:2x3:c:u", "f8::c:u"], [{"k": 4}, {"k": 0}, {"k": 1}])
add("nonzero", ["f8:3x4:c:z", "b1:2x3x2:t:u", "i8:5:c:z", "f8::c:u", "f8:0x3:c:u"])
add("numel", ["f8:3x4:c:z", "f8::c:u", "f8:0x3:c:u"])

current = "views"
SEEN = ["f4:2x3x4:c:u", "f8:2x3x4:t:u", "f8:2x3x4:e:u", "i8:2x3x4:o:u"]
for shape in [[6, 4], [-1], [2, -1, 2], [24, 1], [5, 5], [-1, 7], [-1, -1], [2, 3, 4]]:
    add("view", SEEN, [{"args": shape}])
    add("reshape", SEEN, [{"args": shape}])
add("view", ["f8:0x3:c:u", "f8::c:u"], [{"args": [0, 5]}, {"args": [1]}, {"args": [-1]}])
add("reshape", ["f8:0x3:c:u", "f8::c:u"], [{"args": [0, 5]}, {"args": [1]}, {"args": [-1, 3]}])
add("view_as", [("f8:2x3:c:u", "f8:6:c:u"), ("f8:2x3:t:u", "f8:6:c:u")])
add("flatten", SEEN + ["f8::c:u"], [{}, {"args": [1]}, {"args": [0, 1]}, {"args": [2, 1]}, {"args": [0, 3]}])
add("ravel", SEEN + ["f8::c:u"])
add("unflatten", ["f8:6x2:t:u", "i8:2x6:c:u"], [{"dim": 0, "sizes": [2, 3]}, {"dim": 1, "sizes": [2, -1]}, {"dim": 0, "sizes": [4, 2]}, {"dim": 2, "sizes": [1]}])
for name in ["transpose", "swapaxes", "swapdims"]:
    add(name, SEEN[:2] + ["f8::c:u"], [{"args": [0, 2]}, {"args": [-1, 1]}, {"args": [0, 3]}, {"args": [0, -1]}])
add("t", ["f8:2x3:s:u", "f8:4:c:u", "f8::c:u", "f8:2x2x2:c:u"])
add("T", ["f8:2x3:s:u", "f8:2x3x4:c:u"])
add("mT", ["f8:2x3:s:u", "f8:2x3x4:c:u", "f8:4:c:u", "f8::c:u"])
add("permute", SEEN, [{"args": [2, 0, 1]}, {"args": [-1, 0, 1]}, {"args": [0, 1]}, {"args": [0, 0, 1]}, {"args": [0, 1, 3]}])
add("squeeze", ["f8:2x1x3x1:t:u", "i8:1:c:u", "f8::c:u", "f8:1x1:c:u"], [{}, {"dim": 1}, {"dim": 0}, {"dim": -1}, {"dim": 4}])
add("unsqueeze", ["f8:2x3:t:u", "f8::c:u"], [{"dim": 0}, {"dim": -1}, {"dim": 2}, {"dim": 4}, {"dim": -4}])
for name in ["expand", "broadcast_to"]:
    add(name, ["f8:2x1:t:u", "i8:3:c:u", "f8::c:u"], [{"args": [2, 3]}, {"args": [4, 2, 3]}, {"args": [2, 4]}, {"args": [3]}])
add("expand", ["f8:2x1:c:u", "f8:0x1:c:u"], [{"args": [-1, 4]}, {"args": [-1, 2, 1]}])
add("expand_as", [("f8:2x1:t:u", "f8:2x3:c:u"), ("f8:2x3:t:u", "f8:3x3:c:u")])
add("broadcast_tensors", [("f8:2x1:t:u", "f8:3:c:u"), ("f8:2:t:u", "f8:3:c:u")])
add("repeat", ["f8:2x3:t:u", "i8:3:c:u", "f8::c:u", "f8:2x3:e:u"], [{"args": [2, 2]}, {"args": [3]}, {"args": [2, 1, 3]}, {"args": [0, 2]}, {"args": [-1, 2]}])
add("select", SEEN + ["f8::c:u"], [{"dim": 0, "index": 1}, {"dim": -1, "index": -2}, {"dim": 1, "index": 3}, {"dim": 3, "index": 0}])
add("slice", SEEN, [{"args": [0, 0, 2, 1]}, {"args": [2, 1, 9, 2]}, {"args": [1, -2, -1, 1]}, {"args": [1, 2, 1, 1]}])
add("narrow", SEEN + ["f8::c:u"], [{"args": [0, 1, 1]}, {"args": [-1, 1, 2]}, {"args": [1, 2, 2]}, {"args": [1, -2, 1]}, {"args": [1, 0, -1]}])
add("diagonal", SEEN[:4] + ["f8:3:c:u"], [{}, {"offset": 1}, {"offset": -1, "dim1": -1, "dim2": 0}, {"offset": 5}, {"dim1": 1, "dim2": 1}])
add("split", SEEN[:2] + ["i8:5:c:u", "f8::c:u"], [{"split_size": 2}, {"split_size": 1, "dim": -1}])
add("split", SEEN[:2], [{"args": [[1, 2], 1]}, {"args": [[1, 1], 1]}, {"split_size": 2, "dim": 2}, {"split_size": 2, "dim": 5}])
add("chunk", SEEN[:2] + ["i8:5:c:u"], [{"args": [2]}, {"args": [4, 0]}, {"args": [0]}])
add("chunk", SEEN[:2], [{"args": [3, 2]}])
add("unbind", SEEN[:2] + ["i8:3:c:u", "f8::c:u"], [{}, {"args": [0]}, {"args": [-1]}])
add("contiguous", SEEN + ["f8:2x3x4:s:u"])
add("clone", SEEN + ["f8:2x3x4:s:u"])
add("detach", SEEN[:2])
add("as_strided", ["f8:2x6:c:u", "f8:2x3:t:u"], [{"args": [[2, 2], [3, 1]]}, {"args": [[2, 2], [1, 1], 1]}])
for name in ["flip"]:
    add(name, SEEN + ["f8::c:u", "b1:2x3:c:u"], [{"args": [0]}, {"args": [0, 2]}, {"args": [-1, -1]}])
add("fliplr", ["f8:2x3:t:u", "f8:3:c:u"])
add("flipud", ["f8:2x3:t:u", "f8::c:u"])
for name in ["tril", "triu"]:
    add(name, ["f4:3x4:c:u", "f8:2x3x3:t:u", "i8:3x3:c:u", "b1:3x3:c:u", "f8:3:c:u", "f8:0x3:c:u"], [{}, {"args": [1]}, {"args": [-1]}])
    add(name + "_", ["f8:3x4:t:u", "i8:3x3:c:u"], [{}, {"args": [1]}])
for name in ["cat", "concat"]:
    add(name, [("f8:2x3:t:u", "f8:1x3:c:p"), ("f4:2x3:c:u", "f8:2x3:c:u", "i8:1x3:c:u"), ("f8:2x3:c:u", "f8:2x4:c:u"), ("f8:2x3:c:u", "f8:3:c:u"), ("f8:0:c:u", "f8:2x3:c:u"), ("b1:2:c:u", "i8:2:c:u"), ("f8::c:u", "f8::c:u"), ("f8:0x3:c:u", "f8:2x3:e:u")], [{}] if name == "concat" else [{}, {"dim": 1}, {"dim": -1}, {"dim": 2}])
add("stack", [("f8:2x3:t:u", "f8:2x3:c:p"), ("f4:2x3:c:u", "i8:2x3:c:u"), ("f8:2x3:c:u", "f8:3x2:c:u"), ("f8::c:u", "f8::c:u"), ("f8:0:c:u", "f8:0:c:u")], [{}, {"dim": 1}, {"dim": -1}, {"dim": 3}])
add("gather", [("f8:3x4:t:u", "i8:3x2:c:k3"), ("f8:3x4:c:u", "i8:2x4:t:k3"), ("f4:3:c:u", "i8:5:c:k3"), ("f8:3x4:c:u", "i8:5x5:c:k3"), ("f8:3x4:c:u", "i8:2:c:k3"), ("f8:2x2:c:u", "i8:2x2:c:k5"), ("f8::c:u", "i8::c:k1"), ("f8:3:c:u", "f8:2:c:o"), ("i8:3x4:c:u", "i8:3x0:c:k3")], [{"dim": 0}, {"dim": 1}])
add("index_select", [("f8:3x4:t:u", "i8:5:c:k3"), ("i8:3x4:c:u", "i4:2:c:k3"), ("f8:3x4:c:u", "i8:2x2:c:k3"), ("f8:2:c:u", "i8:3:c:k5"), ("f8::c:u", "i8:1:c:k1"), ("f8:3x4:c:u", "i8:0:c:k3"), ("f8:3:c:u", "f8:2:c:o"), ("f8:3x4:c:u", "i8::c:k3")], [{"dim": 0}, {"dim": -1}])
add("scatter", [("f8:3x4:t:u", "i8:1x4:c:k3", "f8:1x4:c:p"), ("f8:3x4:t:u", "i8:2x4:c:k5", "f8:2x4:c:p"), ("f8:3:c:u", "i8:2:c:k2", "f4:2:c:p"), ("f8:3x4:t:u", "i8:1x4:c:k3", "f8:1x3:c:p"), ("f8:3:c:u", "i8:1x2:c:k2", "f8:2:c:p")], [{"dim": 0}])
for name in ["scatter_", "scatter_add", "scatter_add_"]:
    add(name, [("f8:3x4:t:u", "i8:1x4:c:k3", "f8:1x4:c:p"), ("f8:3x4:t:u", "i8:2x4:c:k5", "f8:2x4:c:p"), ("i8:3:c:u", "i8:2:c:k2", "i8:2:c:p"), ("f8:3:c:u", "i8:2:c:k2", "f4:2:c:p"), ("f8:3x4:t:u", "i8:1x4:c:k3", "f8:1x3:c:p")], [{"dim": 0}])
add("masked_select", [("f8:2x3:t:u", "b1:2x3:c:u"), ("f8:3:c:u", "b1:2x1:c:u"), ("i8:3:c:u", "b1:3:c:u"), ("f8:3:c:u", "i8:3:c:u"), ("f8::c:u", "b1::c:u"), ("f8:2x3:c:u", "b1:2x2:c:u")])
INDICES = [[1], [-1, "1:"], ["::2", 0], ["...", 1], [None, "...", None], ["1:2", None, -1], ["5:"], ["-2:", "...", ":-1"], [3], [0, 0, 0, 0], [True], [False, 0], ["...", "..."]]
add("index", SEEN, [{"at": p} for p in INDICES])
add("index", ["f8::c:u"], [{"at": p} for p in [[], [None], ["..."], [0], [True]]])
add("index", [(x, "i8:2:c:k2", "i8:3x1:c:k2") for x in SEEN[:2] + ["f8:2x3x4:e:u"]], [{"at": p} for p in [["t1"], [":", "t1"], ["t1", "t2"], ["t1", ":", "t2"], [0, "t1"], ["...", "t2"], [None, "t1"], ["t1", 1], ["t1", "1:", "t2"], ["t1", True], [True, "t1"], ["t1", "t1", "t1", "t1"]]])
add("index", [("f8:2x3x4:t:u", "b1:2x3:c:u"), ("f8:2x3x4:t:u", "b1:2:c:u"), ("f8:2x3x4:t:u", "b1:4:c:u"), ("f8:2x3x4:t:u", "b1:2x3x4:t:u"), ("f8:2x3x4:t:u", "b1::c:u")], [{"at": p} for p in [["t1"], ["...", "t1"], [0, "t1"], ["t1", 0]]])
add("index", [("f8:2x3:c:u", "i8:2:c:k5"), ("f8:2x3:c:u", "f8:2:c:u"), ("f8:2x3:c:u", "i4:2:c:k2"), ("f8:2x3:c:u", "i8:0:c:k2"), ("f8:0x3:c:u", "i8:0:c:k2"), ("f8:0x3:c:u", "i8:1:c:k2")], [{"at": ["t1"]}])
for p in [[1], ["1:", 0], ["...", "::2"], [5], [True], [None, 0]]:
    add("assign", [("f8:2x3:t:u", "f8::c:p"), ("f8:2x3:c:u", "f8:1:c:p"), ("i8:2x3:c:u", "f4::c:w"), ("f8:2x3:c:u", "f8:5:c:p")], [{"at": p}])
    add("assign", ["f8:2x3:t:u", "i8:2x3:c:u", "b1:2x3:c:u"], [{"at": p, "value": 2.5}])
add("assign", [("f8:3x2:t:u", "f8:2:c:p", "i8:3:c:k3"), ("f8:3x2:c:u", "f8:3x1:c:p", "b1:3:c:u"), ("f8:3x2:t:u", "f8::c:p", "b1:3x2:c:u"), ("f8:3x2:t:u", "f4:2:c:p", "i8:2:c:k3"), ("i8:3x2:t:u", "f8:2:c:p", "i8:2:c:k3"), ("f8:3x2:t:u", "f8:2:c:p", "i8:2:c:k5"), ("f8:3x2:t:u", "f8:4:c:p", "i8:2:c:k3")], [{"at": ["t2"]}, {"at": ["t2", ":1"]}])
add("to", SEEN + ["f8:8:c:z", "b1:3:c:u", "i8:3:c:z"], [{"type": t} for t in ["f4", "f8", "i8", "i4", "b1"]])
for name in ["float", "double", "long", "int", "bool"]:
    add(name, ["f8:2x3:t:w", "i8:3:c:z", "b1:3:c:u"])
add("type_as", [("f8:2x3:t:w", "f4:1:c:u"), ("f8:2x3:t:w", "i8:1:c:u")])
add("new_zeros", ["f8:2x3:t:w", "i8:3:c:z"], [{"size": [2, 2]}, {"size": [2], "dtype": "f4"}])
add("new_full", ["f8:2x3:t:w", "i8:3:c:z"], [{"args": [[2, 2], 3]}])

current = "products"
for name, shapes in {
    "mm": ["2x3 3x4", "1x1 1x1", "0x3 3x2", "2x0 0x3", "2x3 2x3", "3 3x2", "17x9 9x5", "2x3x4 4x2"], "bmm": ["2x2x3 2x3x4", "1x1x1 1x1x1", "0x2x3 0x3x2", "2x2x3 3x3x4", "2x3 3x2", "2x2x3 2x2x3", "3x2x0 3x0x2"],
    "mv": ["2x3 3", "2x3 2", "0x3 3", "3 3", "2x0 0"], "dot": ["4 4", "1 1", "0 0", "3 4", "2x2 2x2"], "outer": ["2 3", "1 1", "0 3", "2x2 3"],
    "matmul": ["2x3 3x4", "3 3", "3 3x2", "2x3 3", "2x2x3 3x2", "2x2x3 3", "3 2x3x2", "2x1x2x3 2x3x2", "2x2x3 2x2x3", "2 3", "0x3 3x2", "2x0x3 3x2", " 3", "2x2x3 3x3x4"],
}.items():
    for shape in shapes:
        a, b = shape.split(" ")
        add(name, [(f"f8:{a}:c:u", f"f8:{b}:c:u"), (f"f4:{a}:t:u", f"f4:{b}:s:u"), (f"f8:{a}:e:u", f"f8:{b}:t:u")])
    a, b = shapes[0].split(" ")
    add(name, [(f"i8:{a}:c:u", f"i8:{b}:c:u"), (f"f4:{a}:c:u", f"f8:{b}:c:u"), (f"b1:{a}:c:u", f"b1:{b}:c:u")])
add("addmm", [("f8:4:c:u", "f8:2x3:t:u", "f8:3x4:c:u"), ("f8:2x4:c:u", "f8:2x3:s:u", "f8:3x4:t:u"), ("f8:5:c:u", "f8:2x3:c:u", "f8:3x4:c:u"), ("f8:4:c:u", "f8:2x3:c:u", "f8:2x4:c:u"), ("f8:4:c:u", "f8:2x0:c:u", "f8:0x4:c:u")], [{}, {"beta": 0.5, "alpha": 2.0}, {"beta": 0.0}])
for equation, shapes in {
    "ij,jk->ik": "2x3 3x4", "bij,bjk->bik": "2x2x3 2x3x2", "ij->ji": "2x3", "ij->": "2x3", "ii->i": "3x3", "ii": "3x3", "i,j->ij": "2 3", "i,i->": "3 3", "ij,ij->j": "2x3 2x3", "bn,nm,bm->b": "2x3 3x4 2x4", "ba,ac": "2x2 2x3", "...ij,...jk->...ik": "2x2x3 2x3x2",
    "ij,kj": "2x3 2x4", "ij->k": "2x3", "ij,j": "2x3", "i": "2x3",
}.items():
    add("einsum", [[f"f8:{s}:{layout}:u" for s in shapes.split(" ")] for layout in "ct"], [{"equation": equation}])
several(["f8:4x3:c:u", "f8:4x3:t:u"], ["T", [0]], ["mm", [2, 1]], ["softmax", [3], {"dim": 1}])
several(["f8:4x3:c:u"], ["narrow", [0], {"args": [0, 1, 2]}], ["mul_", [1], {"args": [2]}], ["exp", [0]])
several(["f8:4x3:c:u"], ["exp", [0]], ["select", [1], {"dim": 0, "index": 1}], ["add_", [2], {"args": [1]}], ["sum", [1]])
several(["f8:4x3:c:u"], ["t", [0]], ["sigmoid_", [1]], ["mul", [0, 0]], ["sum", [3], {"dim": 0}])

current = "modules"
SCORES = ["f8:2x3:t:u", "f4:2x3x4:c:w", "f8:3:o:u", "f8::c:u", "f4:0x3:c:u", "f8:2x3:s:z", NONE]
for name in ["ReLU", "Sigmoid", "SiLU", "Tanh", "GELU", "Softsign", "ELU", "LeakyReLU", "Softplus", "Identity"]:
    add("nn." + name, SCORES + ["i8:3:c:u"])
    if name not in ["GELU", "Softsign", "Softplus", "Identity"]:
        add("nn." + name, SCORES[:2], [{"inplace": True}])
    if name != "Identity":
        function = {"SiLU": "silu", "LeakyReLU": "leaky_relu"}.get(name, name.lower())
        add("F." + function, SCORES[:3] + [NONE] + ["i8:3:c:u"], [{"alpha": 1.0}] if name == "ELU" else [{}])
        if name not in ["GELU", "Softsign", "Softplus", "Tanh", "Sigmoid"]:
            add("F." + function, ["f8:2x3:t:u"], [{"inplace": True, **({"alpha": 0.5} if name == "ELU" else {})}])
for name in ["nn.GELU", "F.gelu"]:
    add(name, SCORES, [{"approximate": "tanh"}])
add("nn.LeakyReLU", SCORES[:2], [{"negative_slope": 0.3}])
add("nn.ELU", SCORES[:2], [{"alpha": 0.3}])
add("nn.Softplus", SCORES[:2], [{"beta": 2.5, "threshold": 3.5}])
add("F.softplus", SCORES[:2], [{"beta": 2.5, "threshold": 3.5}])
for name in ["Softmax", "LogSoftmax"]:
    add("nn." + name, SCORES[:6], [{"dim": 0}, {"dim": -1}, {"dim": 2}])
    add("F." + {"Softmax": "softmax", "LogSoftmax": "log_softmax"}[name], SCORES[:6], [{"dim": 0}, {"dim": -1}])
add("F.softmax", ["i8:2x3:c:u"], [{"dim": 0, "dtype": "f8"}])
add("nn.PReLU", ["f8:2x3:t:u", "f4:2x3x4:c:w"], [{"args": [1]}, {"args": [3]}, {"args": [3], "init": 0.5}, {"args": [2]}])
for name in ["prelu", "F.prelu"]:
    add(name, [("f8:2x3:t:u", "f8:1:c:p"), ("f8:2x3x4:c:u", "f8:3:c:p"), ("f8:5:c:u", "f8:1:c:p"), ("f8:2x3:c:u", "f8:2:c:p"), ("f8:2x3:c:z", "f8:3:c:z")])
for name in ["Dropout", "Dropout2d"]:
    add("nn." + name, ["f8:2x3x4x5:t:u"], [{"p": 0.5, "train": False}, {"p": 0.0}])
    add("F." + name.lower(), ["f8:2x3x4x5:t:u"], [{"p": 0.5, "training": False}, {"p": 0.0}])
add("nn.Dropout", ["f8:2x3:t:u"], [{"p": 1.0}])
add("nn.Linear", ["f8:2x3:t:u", "f4:3:c:u", "f8:2x2x3:s:u", "f4:0x3:c:u", "f8:4x3:e:u", "f8:2x4:c:u", "f8::c:u", "f8:2x3x1:c:u"], [{"args": [3, 2]}, {"args": [3, 2], "bias": False}])
add("F.linear", [("f8:2x3:t:u", "f8:4x3:t:u"), ("f8:2x3:t:u", "f8:4x3:s:u", "f8:4:c:u"), ("f8:3:c:u", "f8:4x3:c:u", "f8:4:c:u"), ("f8:2x2x3:c:u", "f8:4x3:c:u"), ("f8:2x3:c:u", "f8:4x2:c:u"), ("f8:2x3:c:u", "f8:4x3:c:u", "f8:3:c:u"), ("f8:2x3:c:u", "f8:3:c:u"), ("f4:2x3:c:u", "f8:4x3:c:u"), ("f8:0x3:c:u", "f8:4x3:c:u", "f8:4:c:u"), ("f8:2x0:c:u", "f8:4x0:c:u", "f8:4:c:u")])
add("nn.Flatten", ["f8:2x3x2:t:u", "f4:2x3:s:u", "f8:3:c:u", "f8:0x3x2:c:u"], [{}, {"start_dim": 0}, {"start_dim": 0, "end_dim": 1}])
add("nn.Conv2d", ["f8:2x4x3x4:c:u", "f4:1x4x3x3:t:u", "f8:4x3x3:s:u", "f4:0x4x3x3:c:u", "f8:2x3x3x3:c:u", "f8:2x4:c:u"], [{"args": [4, 2, 3]}, {"args": [4, 2], "kernel_size": [2, 1], "stride": [1, 2], "padding": [1, 0]}, {"args": [4, 2, 3], "padding": 1, "dilation": 2, "padding_mode": "zeros", "groups": 2, "bias": False}])
add("nn.Conv2d", ["f8:1x2x3x4:c:u"], [{"args": [2, 2, 3], "padding": 1, "padding_mode": mode} for mode in ["circular", "reflect", "replicate"]] + [{"args": [2, 2, 3], "padding": "same"}, {"args": [2, 2, 3], "padding": "valid"}])
add("F.conv2d", [("f8:1x2x3x4:t:u", "f8:3x2x2x2:t:u"), ("f4:2x2x3x3:s:u", "f4:2x2x2x3:s:u", "f4:2:c:u"), ("f8:1x3x3x4:c:u", "f8:3x2x2x2:c:u"), ("f8:1x2x2x2:c:u", "f8:3x2x3x3:c:u"), ("f8:1x2x3x3:c:u", "f8:3x2x2x2:c:u", "f8:2:c:u"), ("f8:3:c:u", "f8:3x2x2x2:c:u"), ("f4:1x2x3x3:c:u", "f8:3x2x2x2:c:u")], [{}, {"stride": [2, 1], "padding": [1, 1], "dilation": [1, 2]}])
add("F.conv2d", [("f8:1x4x3x3:c:u", "f8:2x2x2x2:c:u")], [{"groups": 2}, {"groups": 3}, {"groups": 4}])
add("F.conv2d_padding", [("f8:1x2x3x4:t:u", "f8:3x2x2x3:t:u"), ("f8:1x2x3x4:t:u", "f8:3x2x2x3:t:u", "f8:3:c:u")], [{"padding": "same"}, {"padding": "valid"}])
NORMED = ["f8:4x3:t:u", "f4:2x3x4:c:u", "f8:2x3x2x2:s:u", "f8:1x3:c:u", "f8:2x3x2x2:e:u", "f4:2x4x2x2:c:u", "f8:3:c:u"]
add("nn.BatchNorm1d", NORMED, [{"args": [3]}, {"args": [3], "train": False}, {"args": [3], "eps": 0.1, "momentum": 0.5, "affine": False}, {"args": [3], "track_running_stats": False, "train": False}])
add("nn.BatchNorm2d", NORMED, [{"args": [3]}, {"args": [3], "train": False}, {"args": [3], "affine": False, "track_running_stats": False}])
add("nn.LayerNorm", ["f8:4x3:t:u", "f4:2x3x4:c:u", "f8:2x4x3:s:u", "f8:3:c:u", "f4:0x3:c:u", "f8:2x3:e:u", "f8:2x2:c:u"], [{"args": [3]}, {"args": [[3]], "eps": 0.1}, {"args": [3], "elementwise_affine": False}, {"args": [[4, 3]]}])
add("F.layer_norm", [("f8:4x3:t:u",), ("f8:4x3:t:u", "f8:3:c:p", "f8:3:c:u"), ("f8:4x2:t:u",), ("f8:4x3:c:u", "f8:2:c:u")], [{"normalized_shape": [3]}, {"normalized_shape": [3], "eps": 0.5}])
several(["f8:4x3:t:u", "f8:3:c:u", "f8:3:c:p", "f8:3:c:p", "f8:3:c:u"], ["detach", [1]], ["detach", [2]], ["F.batch_norm", [0, 5, 6, 3, 4], {"training": False}])
several(["f8:4x3:t:u", "f8:2:c:u", "f8:3:c:p"], ["detach", [1]], ["detach", [2]], ["F.batch_norm", [0, 3, 4], {"training": False}])
POOLED = ["f8:2x2x4x3:c:u", "f4:1x2x4x4:t:u", "f8:2x4x5:s:u", "f8:2x2x4x4:c:z", "f4:0x2x4x4:c:u", "f8:4x4:c:u"]
for kind, options in {"max_pool": [{"dilation": 2}], "avg_pool": [{"count_include_pad": False, "padding": 1}]}.items():
    name = {"max_pool": "nn.MaxPool2d", "avg_pool": "nn.AvgPool2d"}[kind]
    for more in [{}, {"kernel_size": [2, 3], "stride": [1, 2], "padding": [1, 1]}, {"stride": 1, "ceil_mode": True}, {"stride": 3, "ceil_mode": True, "padding": 1}] + options:
        given = {"kernel_size": 2, **more}
        add(name, POOLED, [given])
        add("F." + kind + "2d", POOLED[2:3], [given])
    add(name, ["f8:1x1x2x2:c:u"], [{"kernel_size": 3}, {"kernel_size": 2, "padding": 2}, {"kernel_size": 0}, {"kernel_size": 2, "stride": 0}])
    for one in [name.replace("2d", "1d"), "F." + kind + "1d"]:
        add(one, ["f8:2x3x5:t:u", "f4:2x6:c:u", "f8:5:c:u"], [{"kernel_size": 2}, {"kernel_size": 3, "stride": 1, "padding": 1, "ceil_mode": True}])
add("F.avg_pool2d", POOLED[1:2], [{"kernel_size": 2, "divisor_override": 3}])
for name in ["F.max_pool2d_with_indices"]:
    add(name, POOLED[1:3], [{"kernel_size": [2, 2]}, {"kernel_size": [3, 2], "stride": [1, 1], "padding": [1, 1]}])
add("F.max_pool1d_with_indices", ["f8:2x3x5:t:u"], [{"kernel_size": 2}, {"kernel_size": 3, "stride": 1}])
for name in ["nn.AdaptiveAvgPool2d", "F.adaptive_avg_pool2d", "nn.AdaptiveMaxPool2d", "F.adaptive_max_pool2d", "F.adaptive_max_pool2d_with_indices"]:
    add(name, POOLED if name[0] == "n" else POOLED[2:3], [{"output_size": [3, 2]}, {"output_size": [1, 1]}] + ([{"output_size": 2}] if "Avg" in name or "avg" in name else []))
BORDERED = ["f8:2x3x4:t:u", "f4:1x1x3x4:c:u", "f8:2x1x3x4:s:u"]
for name in ["ReflectionPad", "ReplicationPad", "ConstantPad"]:
    value = [2.5] if name == "ConstantPad" else []
    add(f"nn.{name}1d", ["f8:2x3x4:t:u", "f4:2x5:c:u", "f8:3:c:u"], [{"args": [[2, 1], *value]}, {"args": [1, *value]}, {"args": [[5, 0], *value]}])
    add(f"nn.{name}2d", BORDERED, [{"args": [[2, 1, 0, 1], *value]}, {"args": [1, *value]}, {"args": [[0, 0, 4, 0], *value]}])
add("nn.ZeroPad2d", BORDERED, [{"args": [[2, 1, 0, 1]]}, {"args": [1]}])
for mode in ["constant", "reflect", "replicate", "circular"]:
    add("F.pad", BORDERED[1:2], [{"pad": [1, 2, 0, 1], "mode": mode}, {"pad": [1, 1], "mode": mode}, {"pad": [5, 0, 0, 0], "mode": mode}])
add("F.pad", BORDERED, [{"pad": [1, 2], "value": 1.5}, {"pad": [-1, 0, 1, 0]}])
for name in ["nn.Unfold", "F.unfold"]:
    add(name, ["f8:2x2x4x4:t:u", "f4:1x1x3x5:c:u"], [{"kernel_size": 2}, {"kernel_size": [2, 3], "dilation": [1, 1], "padding": [1, 0], "stride": [2, 1]}])
add("unfold", ["f8:5x3:t:u", "f8:5:s:u"], [{"args": [0, 2, 1]}, {"args": [0, 3, 2]}, {"args": [-1, 2, 1]}, {"args": [0, 6, 1]}, {"args": [0, 2, 0]}])
for mode in ["nearest", "bilinear"]:
    add("nn.Upsample", ["f8:1x2x3x4:t:u", "f8:1x2x3:c:u"], [{"size": [5, 3], "mode": mode}, {"scale_factor": [2.0, 1.5], "mode": mode}])
    add("F.interpolate", ["f8:1x2x3x4:t:u"], [{"size": [5, 3], "mode": mode}, {"size": [2, 2], "mode": mode}])
for name in ["F.interpolate", "F.upsample"]:
    add(name, ["f8:1x2x3x4:t:u"], [{"size": [5, 3], "mode": "bilinear", "align_corners": True}, {"scale_factor": [2.0, 2.0], "mode": "nearest"}])

for reduction in ["none", "mean", "sum"]:
    add("nn.CrossEntropyLoss", [("f8:3x4:t:u", "i8:3:c:k4"), ("f4:0x4:c:u", "i8:0:c:k4"), ("f8:2x3x2:c:u", "i8:2x2:c:k3"), ("f8:3x4:s:u", "f8:3x4:c:o"), ("f8:4:c:u", "i8::c:k4"), ("f8:3x4:c:u", "i8:3:c:k9"), ("f8:3x4:c:u", "i8:4:c:k3")], [{"reduction": reduction}])
    add("nn.CrossEntropyLoss", [("f8:5x4:t:u", "i8:5:c:k4")], [{"reduction": reduction, "ignore_index": 2}])
    several(["f8:5x4:t:u", "i8:5:c:k4", "f8:4:c:p"], ["F.nll_loss", [0, 1], {"reduction": reduction, "weight": "t2"}])
    several(["f8:5x4:t:u", "i8:5:c:k4", "f8:4:c:p"], ["detach", [2]], ["F.cross_entropy", [0, 1], {"reduction": reduction, "weight": "t3", "label_smoothing": 0.2, "ignore_index": 1}])
    add("F.cross_entropy", [("f8:3x4:t:u", "i8:3:c:k4"), ("f8:3x4:s:u", "f8:3x4:c:o"), ("f8:3x4:c:u", "i8:3x4:c:k3"), ("f8:3x4:c:u", "f8:3:c:u"), ("f8:3x4:c:u", "i4:3:c:k3")], [{"reduction": reduction}, {"reduction": reduction, "label_smoothing": 0.1}])
    for name in ["nn.NLLLoss", "F.nll_loss"]:
        add(name, [("f8:3x4:t:u", "i8:3:c:k4"), ("f8:2x3x2:c:u", "i8:2x2:c:k3"), ("f8:4:c:u", "i8::c:k4"), ("f8:3x4:c:u", "i8:3:c:k9"), ("f8:3x4:c:u", "i8:4:c:k3")], [{"reduction": reduction}])
    SAME = [("f8:3x4:t:u", "f8:3x4:s:z"), ("f4:2:c:u", "f4:2:c:p"), ("f8::c:u", "f8::c:p"), ("f4:0x2:c:u", "f4:0x2:c:p"), ("f8:3x4:e:u", "f8:3x4:c:u")]
    for name, function in {"MSELoss": "mse_loss", "L1Loss": "l1_loss", "SmoothL1Loss": "smooth_l1_loss"}.items():
        add("nn." + name, SAME, [{"reduction": reduction}])
        add("F." + function, SAME[:2] + [("f8:2x3:c:u", "f8:3:c:p"), ("f8:2:c:u", "f8:3:c:p")], [{"reduction": reduction}])
    add("F.smooth_l1_loss", SAME, [{"reduction": reduction, "beta": 0.4}])
    for name in ["nn.BCEWithLogitsLoss", "F.binary_cross_entropy_with_logits"]:
        add(name, [("f8:3x4:t:w", "f8:3x4:s:o"), ("f4:2:c:u", "f4:2:c:o"), ("f8::c:u", "f8::c:o"), ("f8:3:c:u", "f8:2:c:o")], [{"reduction": reduction}])
    for name in ["nn.KLDivLoss", "F.kl_div"]:
        add(name, [("f8:3x4:t:u", "f8:3x4:s:u"), ("f8:2x3:c:u", "f8:3:c:u")], [{"reduction": reduction, "log_target": True}])
        add(name, [("f8:3x4:t:u", "f8:3x4:s:o")], [{"reduction": reduction, "log_target": False}])
    for name in ["nn.MultiMarginLoss", "F.multi_margin_loss"]:
        add(name, [("f8:3x4:t:u", "i8:3:c:k4"), ("f8:4:c:u", "i8:1:c:k4"), ("f8:3x4:c:u", "i8:2:c:k4")], [{"reduction": reduction}, {"reduction": reduction, "p": 2, "margin": 0.5}])
    for name in ["nn.TripletMarginLoss", "F.triplet_margin_loss"]:
        add(name, [("f8:3x4:t:u", "f8:3x4:s:u", "f8:3x4:c:u"), ("f8:4:c:u", "f8:4:c:u", "f8:4:c:u")], [{"reduction": reduction}, {"reduction": reduction, "p": 1, "margin": 0.5, "swap": True}])

current = "products"
several(["f8:2x1:c:u"], ["expand", [0], {"args": [2, 3]}], ["mul_", [0], {"args": [2]}], ["square", [1]])
several(["f8:5:c:u"], ["unfold", [0], {"args": [0, 3, 1]}], ["mul_", [0], {"args": [2]}], ["square", [1]])
several(["f8:3:c:z", "f8:3:c:z"], ["maximum", [0, 1]], ["clamp", [2], {"min": 0}], ["sqrt", [3]])
several(["f8:4:c:u"], ["round", [0]], ["add_", [0], {"args": [1]}], ["mul", [1, 0]])
several(["f4:0x3:c:u", "f4:0x3:c:o"], ["F.cross_entropy", [0, 1]])
several(["f8:2x0:c:u"], ["narrow", [0], {"args": [0, 0, 0]}], ["amax", [1], {"dim": [1]}])
several(["f8:4:c:u", "f4:2x3:c:u", "f4:3x4:c:u"], ["addmm", [0, 1, 2]])

for name, programs_of_file in files.items():
    seen, kept = set(), []
    for program in programs_of_file:
        text = json.dumps(program, separators=(",", ":"))
        if text not in seen:
            seen.add(text)
            kept.append(text)
    (HERE / f"programs-{name}.json").write_text("[" + ",\n".join(kept) + "]\n")
    print(name, len(kept), sum(map(len, kept)) // 1000, "kB")
