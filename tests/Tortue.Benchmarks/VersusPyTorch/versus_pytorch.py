"""PyTorch's side of `versus-pytorch`: does the same work on the same numbers, and times it when told to.

Reads commands from standard input, a line each, and answers each with one line:
  prepare ROW   builds the row's work and does it three times; answers with the mean size of the third result
  time N        does the work N times; answers with the seconds that it took
The first line of all tells the versions. The argument is the number of threads.
"""
import ctypes
import functools
import gc
import re
import sys
import time

import torch
from torch import nn


@functools.lru_cache(maxsize=4)
def numbers(seed, *shape, scale=1.0):
    """The numbers that the benchmark's Numbers class makes: hashes of the positions, uniform on ±scale/2."""
    mask = 0xFFFFFFFF
    count = 1
    for length in shape:
        count *= length
    h = (torch.arange(count, dtype=torch.int64) + seed * 0x9E3779B9) & mask
    h = ((h ^ (h >> 16)) * 0x7FEB352D) & mask
    h = ((h ^ (h >> 15)) * 0x846CA68B) & mask
    h = h ^ (h >> 16)
    return (((h >> 8).float() * 2.0**-24 - 0.5) * scale).reshape(shape)


def fill(parameters):
    """Weights whose layers keep the size of a signal; biases and scales keep their usual beginning or become zero."""
    with torch.no_grad():
        for i, parameter in enumerate(parameters):
            if parameter.dim() > 1:
                inputs = parameter[0].numel()
                parameter.copy_(numbers(100 + i, *parameter.shape, scale=(12.0 / inputs) ** 0.5))
            elif parameter.sum() != parameter.numel():
                parameter.zero_()


def matmul(size):
    a, b = numbers(1, size, size), numbers(2, size, size)
    return lambda: a @ b


def mlp_deep():
    layers = [layer for _ in range(50) for layer in (nn.Linear(128, 128), nn.Tanh())]
    model = nn.Sequential(*layers)
    fill(model.parameters())
    x = numbers(1, 64, 128)

    def step():
        model.zero_grad(set_to_none=True)
        model(x).sum().backward()
        return layers[0].weight.grad

    return step


def training(model, x, labels, optimizer):
    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = nn.functional.cross_entropy(model(x), labels)
        loss.backward()
        optimizer.step()
        return loss

    return step


def mlp_adam():
    model = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
    fill(model.parameters())
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
    return training(model, numbers(1, 32, 784), torch.arange(32) % 10, optimizer)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.norm1 = nn.Conv2d(16, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16)
        self.conv2, self.norm2 = nn.Conv2d(16, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16)

    def forward(self, x):
        y = torch.relu(self.norm1(self.conv1(x)))
        return torch.relu(self.norm2(self.conv2(y)) + x)


class ResNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.blocks = nn.Sequential(*(Block() for _ in range(3)))
        self.head = nn.Linear(16, 10)

    def forward(self, x):
        return self.head(self.blocks(self.stem(x)).mean((2, 3)))


def resnet():
    model = ResNet()
    fill(model.parameters())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    return training(model, numbers(1, 64, 3, 32, 32), torch.arange(64) % 10, optimizer)


class ChapterBlock(nn.Module):
    """The residual block of the library, its layers in the order in which the library has them."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.norm1, self.norm2 = nn.BatchNorm2d(outputs), nn.BatchNorm2d(outputs)
        self.shortcut = None
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.norm2(self.conv2(torch.relu(self.norm1(self.conv1(x)))))
        return torch.relu((x if self.shortcut is None else self.shortcut(x)) + y)


class AveragedOutputs(nn.Module):
    def __init__(self, features, classifier, average_first):
        super().__init__()
        self.features, self.classifier, self.average_first = features, classifier, average_first

    def forward(self, x):
        x = self.features(x)
        return self.classifier(x.mean((2, 3))) if self.average_first else self.classifier(x).mean((2, 3))


def critical_step(model, batch, side):
    fill(model.parameters())
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-4, momentum=0.9, weight_decay=5e-4)
    return training(model, numbers(1, batch, 3, side, side), torch.arange(batch) % 10, optimizer)


def critical_residual():
    stem = [nn.Conv2d(3, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8), nn.ReLU()]
    blocks = [ChapterBlock(8, 8, 1), ChapterBlock(8, 16, 2), ChapterBlock(16, 32, 2)]
    return critical_step(AveragedOutputs(nn.Sequential(*stem, *blocks), nn.Linear(32, 10), True), 32, 16)


def critical_allconv():
    layers, channels = [], 3
    for width, kernel, stride in ((8, 3, 1), (8, 3, 1), (16, 3, 2), (16, 3, 1), (16, 3, 1), (16, 3, 2), (16, 3, 1), (16, 1, 1)):
        layers += [nn.Conv2d(channels, width, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
        channels = width
    return critical_step(AveragedOutputs(nn.Sequential(*layers), nn.Conv2d(16, 10, 1), False), 64, 32)


def conv(channels, batch):
    x = numbers(1, batch, channels, 32, 32).detach().requires_grad_()
    w = numbers(2, channels, channels, 3, 3, scale=0.2).detach().requires_grad_()
    g = numbers(3, batch, channels, 32, 32)

    def step():
        y = nn.functional.conv2d(x, w, padding=1)
        return torch.autograd.grad([y], [x, w], [g])[1]

    return step


def shattered():
    """The gradients of eight deep networks, as one writes it down: a Sequential each, and backward."""
    width, depth, points = 200, 24, 256
    models = []
    for network in range(8):
        seed = 1000 * (network + 1)
        sizes = [1] + [width] * depth + [1]
        layers = [nn.Linear(sizes[i], sizes[i + 1]) for i in range(depth + 1)]
        with torch.no_grad():
            layers[0].weight.copy_(numbers(seed, 1, width, scale=12.0**0.5).t())
            layers[0].bias.copy_(numbers(seed + 1, 1, width, scale=12.0**0.5)[0])
            for k, layer in enumerate(layers[1:-1]):
                layer.weight.copy_(numbers(seed + 2 + k, width, width, scale=(24.0 / width) ** 0.5).t())
                layer.bias.zero_()
            layers[-1].weight.copy_(numbers(seed + 2 + depth, width, 1, scale=(24.0 / width) ** 0.5).t())
            layers[-1].bias.zero_()
        steps = [step for layer in layers[:-1] for step in (layer, nn.ReLU())]
        models.append(nn.Sequential(*steps, layers[-1]))
    grid = torch.linspace(-2, 2, points).view(points, 1)

    def step():
        gradients = []
        for model in models:
            x = grid.clone().requires_grad_()
            model.zero_grad(set_to_none=True)
            model(x).sum().backward()
            gradients.append(x.grad.flatten())
        return torch.stack(gradients)

    return step


def propagation():
    """The variances of a hundred networks, as one writes it down: a network after the other, and backward."""
    width, depth, networks = 128, 50, 100

    def step():
        logarithms = []
        for _ in range(networks):
            layers = [nn.Linear(width, width, bias=False) for _ in range(depth)]
            signals, a = [], torch.randn(1, width)
            for layer in layers:
                z = layer(a)
                z.retain_grad()
                signals.append(z)
                a = torch.tanh(z)
            g = torch.randn(1, width)
            (signals[-1] * g / g.square().mean().sqrt()).sum().backward()
            variances = [z.detach().square().mean() for z in signals] + [z.grad.square().mean() for z in signals]
            logarithms.append(torch.stack(variances).log())
        return torch.stack(logarithms).mean(0)

    return step


ELEMENTWISE = {
    "chain": lambda x, y: ((x * 2 + 1).tanh() * y).sum(),
    "add": lambda x, y: x + y,
    "mul": lambda x, y: x * y,
    "neg": lambda x, y: -x,
    "relu": lambda x, y: x.relu(),
    "clamp": lambda x, y: x.clamp(-0.2, 0.3),
    "bias": lambda x, y: x.view(-1, 100) + y[:100],
    "column": lambda x, y: x.view(-1, 100) + y[:len(x) // 100].view(-1, 1),
    "transposed": lambda x, y: x.view(-1, 100).t() + 1,
    "sin": lambda x, y: x.sin(),
    "cos": lambda x, y: x.cos(),
    "cumsum": lambda x, y: x.cumsum(0),
    "exp": lambda x, y: x.exp(),
    "greater": lambda x, y: x > y,
    "sum": lambda x, y: x.sum(),
    "mean": lambda x, y: x.mean(),
    "max": lambda x, y: x.max(),
    "softmax": lambda x, y: x.softmax(0),
}


def elementwise(name, count):
    x, y, function = numbers(1, count), numbers(2, count), ELEMENTWISE[name]
    return lambda: function(x, y)


def chain_gradient(count):
    x, y = numbers(1, count).detach().requires_grad_(), numbers(2, count)
    return lambda: torch.autograd.grad([((x * 2 + 1).tanh() * y).sum()], [x])[0]


def prepare(row):
    kind, *sizes = row.split("-")
    if kind == "matmul":
        return matmul(int(sizes[0]))
    if kind == "conv":
        return conv(int(sizes[0]), int(sizes[1][1:]))
    if kind == "gradient":
        return chain_gradient(int(float(sizes[0])))
    if kind in ELEMENTWISE:
        return elementwise(kind, int(float(sizes[0])))
    networks = {
        "mlp-deep": mlp_deep, "mlp-adam": mlp_adam, "propagation": propagation, "shattered": shattered, "resnet": resnet,
        "critical-residual": critical_residual, "critical-allconv": critical_allconv,
    }
    return networks[row]()


def blas():
    """The BLAS that this process has loaded and, where it is OpenBLAS, the processor whose kernels it uses."""
    try:
        with open("/proc/self/maps") as maps:
            paths = sorted(set(re.findall(r"/\S*(?:blas|mkl_rt|mkl_core)\S*\.so\S*", maps.read())))
    except OSError:
        return "BLAS unknown"
    for path in paths:
        try:
            name = ctypes.CDLL(path).openblas_get_corename
            name.restype = ctypes.c_char_p
            return "OpenBLAS with its " + name().decode() + " kernels"
        except AttributeError:
            pass
    return paths[0].rsplit("/", 1)[-1] if paths else "BLAS inside"


def main():
    torch.set_num_threads(int(sys.argv[1]))
    torch.ones(8, 8) @ torch.ones(8, 8)
    capability = re.search(r"CPU capability usage: (\S+)", torch.__config__.show())
    version = f"PyTorch {torch.__version__}, {blas()}, CPU capability {capability.group(1) if capability else 'unknown'}"
    print(version, flush=True)
    gc.disable()
    step = None
    for line in sys.stdin:
        command, argument = line.split()
        if command == "prepare":
            step = None
            step = prepare(argument)
            step()
            step()
            print(repr(step().detach().double().abs().mean().item()), flush=True)
            gc.collect()
        else:
            runs = range(int(argument))
            start = time.perf_counter()
            for _ in runs:
                step()
            print(repr(time.perf_counter() - start), flush=True)


main()
