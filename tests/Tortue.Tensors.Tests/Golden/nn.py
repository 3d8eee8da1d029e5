"""Writes the values that PyTorch gives, for the tests of nn and optim to compare with: python3 nn.py > nn.json

Run with PyTorch 1.13 on one thread. Inputs are written as well, so that only what a test is about comes from the engine.
"""
import json

import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)


def numbers(tensor):
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in tensor.detach().double().reshape(-1).tolist()]}


def linear():
    torch.manual_seed(0)
    layer = nn.Linear(5, 3)
    x = torch.randn(4, 5, requires_grad=True)
    y = layer(x)
    y.square().mean().backward()
    return {
        "weight": numbers(layer.weight), "bias": numbers(layer.bias), "x": numbers(x), "y": numbers(y),
        "weight_grad": numbers(layer.weight.grad), "bias_grad": numbers(layer.bias.grad), "x_grad": numbers(x.grad),
    }


def initialisations():
    fills = {
        "uniform": lambda t: nn.init.uniform_(t, -2, 3),
        "normal": lambda t: nn.init.normal_(t, 1, 2),
        "xavier_uniform": lambda t: nn.init.xavier_uniform_(t, nn.init.calculate_gain("tanh")),
        "xavier_normal": lambda t: nn.init.xavier_normal_(t),
        "kaiming_uniform": lambda t: nn.init.kaiming_uniform_(t, 0.2),
        "kaiming_normal_fan_out": lambda t: nn.init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu"),
        "orthogonal": lambda t: nn.init.orthogonal_(t, 1.5),
    }
    result = {}
    for name, fill in fills.items():
        for shape in [(6, 4), (3, 7)]:
            torch.manual_seed(1)
            result[f"{name} {shape[0]}x{shape[1]}"] = numbers(fill(torch.empty(*shape)))
    return result


def losses():
    torch.manual_seed(2)
    scores = torch.randn(6, 4) * 2
    classes = torch.tensor([0, 3, 1, 1, 2, 3])
    weight = torch.tensor([0.5, 1.0, 2.0, 0.25])
    probabilities = torch.softmax(torch.randn(6, 4), 1)
    cases = []

    def case(name, target, **options):
        for reduction in ["none", "mean", "sum"]:
            x = scores.clone().requires_grad_()
            loss = F.cross_entropy(x, target, reduction=reduction, **options)
            (loss * torch.arange(1, loss.numel() + 1).view_as(loss)).sum().backward()
            cases.append({
                "name": name, "reduction": reduction, "weighted": "weight" in options, "ignore_index": options.get("ignore_index", -100),
                "label_smoothing": options.get("label_smoothing", 0.0), "probabilities": target.is_floating_point(),
                "loss": numbers(loss), "grad": numbers(x.grad),
            })

    case("classes", classes)
    case("weighted", classes, weight=weight)
    case("one class ignored", classes, ignore_index=1)
    case("smoothed", classes, label_smoothing=0.1)
    case("all of it", classes, weight=weight, ignore_index=3, label_smoothing=0.2)
    case("probabilities", probabilities)
    case("weighted probabilities", probabilities, weight=weight, label_smoothing=0.1)

    pixels = torch.randn(2, 3, 2, 2)
    x = pixels.clone().requires_grad_()
    pixel_classes = torch.tensor([[[0, 1], [2, 1]], [[2, 2], [0, 1]]])
    pixel_loss = F.cross_entropy(x, pixel_classes)
    pixel_loss.backward()

    target = torch.randn(6, 4)
    x2 = scores.clone().requires_grad_()
    squares = F.mse_loss(x2, target)
    squares.backward()
    return {
        "scores": numbers(scores), "classes": classes.tolist(), "weight": numbers(weight), "probabilities": numbers(probabilities),
        "cross_entropy": cases,
        "pixels": {"scores": numbers(pixels), "classes": pixel_classes.reshape(-1).tolist(), "loss": numbers(pixel_loss), "grad": numbers(x.grad)},
        "mse": {"target": numbers(target), "loss": numbers(squares), "grad": numbers(x2.grad)},
    }


def sgd():
    torch.manual_seed(3)
    x, y = torch.randn(8, 3), torch.randn(8, 2)
    weight, bias = torch.randn(2, 3), torch.randn(2)
    configurations = {
        "plain": {},
        "momentum": {"momentum": 0.9},
        "dampening": {"momentum": 0.9, "dampening": 0.5},
        "nesterov": {"momentum": 0.8, "nesterov": True},
        "weight decay": {"weight_decay": 0.1},
        "all": {"momentum": 0.7, "nesterov": True, "weight_decay": 0.01},
        "maximize": {"momentum": 0.5, "maximize": True, "lr": 0.001, "weight_decay": 0.05},
    }
    runs = []
    for name, options in configurations.items():
        options = {"lr": 0.05, **options}
        layer = nn.Linear(3, 2)
        with torch.no_grad():
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
        optimizer = torch.optim.SGD(layer.parameters(), **options)
        path = []
        for step in range(50):
            optimizer.zero_grad()
            F.mse_loss(layer(x), y).backward()
            optimizer.step()
            if step % 7 == 0 or step == 49:
                path.append({"step": step, "weight": numbers(layer.weight), "bias": numbers(layer.bias)})
        runs.append({"name": name, "options": options, "path": path})
    return {"x": numbers(x), "y": numbers(y), "weight": numbers(weight), "bias": numbers(bias), "runs": runs}


class Residual(nn.Module):
    """h <- h + L^(-1/2) V tanh(U h)."""

    def __init__(self, width, depth):
        super().__init__()
        self.first = nn.ModuleList([nn.Linear(width, width) for _ in range(depth)])
        self.second = nn.ModuleList([nn.Linear(width, width, bias=False) for _ in range(depth)])

    def forward(self, h):
        for first, second in zip(self.first, self.second):
            h = h + len(self.first) ** -0.5 * second(torch.tanh(first(h)))
        return h


def training():
    torch.manual_seed(4)
    network = nn.Sequential(nn.Linear(6, 8), nn.ReLU(), Residual(8, 3), nn.LeakyReLU(0.1), nn.Linear(8, 4))
    x = torch.randn(10, 6)
    classes = torch.randint(0, 4, (10,))
    optimizer = torch.optim.SGD(network.parameters(), lr=0.2, momentum=0.9, weight_decay=1e-3)
    first, history = {}, []
    for step in range(20):
        optimizer.zero_grad()
        loss = F.cross_entropy(network(x), classes)
        loss.backward()
        if step == 0:
            first = {name: numbers(p.grad) for name, p in network.named_parameters()}
        optimizer.step()
        history.append(float(f"{loss.item():.9g}"))
    return {"x": numbers(x), "classes": classes.tolist(), "gradients": first, "losses": history,
            "final": {name: numbers(p) for name, p in network.named_parameters()}}


print(json.dumps({
    "linear": linear(), "init": initialisations(), "losses": losses(), "sgd": sgd(), "training": training(),
}, indent=None, separators=(",", ":")))
