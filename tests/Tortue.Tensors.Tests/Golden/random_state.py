"""SHA-256 of PyTorch's CPU generator state (5,056 bytes) after some draws: random_state.json. Run with Debian's python3-torch."""
import hashlib
import json
import pathlib

import torch

steps = [
    ("seed 42", lambda: torch.manual_seed(42)),
    ("rand(5)", lambda: torch.rand(5)),
    ("randn(3) in float64", lambda: torch.randn(3, dtype=torch.float64)),
    ("randn(3)", lambda: torch.randn(3)),
    ("randn(1)", lambda: torch.randn(1)),
    ("rand(603), to the last word", lambda: torch.rand(603)),
    ("randint", lambda: torch.randint(0, 10, (7,))),
    ("randperm(700)", lambda: torch.randperm(700)),
    ("randn(1000)", lambda: torch.randn(1000)),
    ("seed -1", lambda: torch.manual_seed(-1)),
]
states = {}
for name, draw in steps:
    draw()
    states[name] = hashlib.sha256(torch.get_rng_state().numpy().tobytes()).hexdigest()
pathlib.Path(__file__).with_name("random_state.json").write_text(json.dumps(states, indent=1) + "\n")
