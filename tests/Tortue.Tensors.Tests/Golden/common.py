"""Inputs and the form of results, shared by the scripts that write PyTorch's values and gradients."""
import torch

torch.set_num_threads(1)


def numbers(*shape, phase=0.37):
    count = torch.Size(shape).numel()
    values = [-1.5 + 3 * ((phase + i * 0.6180339887) % 1) for i in range(count)]
    return torch.tensor(values, dtype=torch.float64).reshape(shape)


def flat(t):
    values = [str(v) if v != v or abs(v) == float("inf") else float(f"{v:.11g}") for v in t.detach().reshape(-1).tolist()]
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
