"""Writes PyTorch's values and gradients of margins, interpolation and unfolding: /usr/bin/python3 images.py > images.json

Each case has a twin of the same name in ImageGoldenTests.cs; gradients are weighted as in structure.py.
"""
import json

import torch
import torch.nn.functional as F

from common import case, numbers

a, one, line, lines, volume = numbers(2, 2, 4, 5), numbers(2, 4, 5, phase=0.8), numbers(3, 6), numbers(2, 2, 7, phase=0.2), numbers(1, 2, 3, 2, 4, phase=0.6)
i = torch.tensor([[3, -2, 7], [0, 5, -4]])
t = i > 1
cases = {
    "constant": case(lambda x: F.pad(x, (1, 2, 3, 0)), a), "constant 7": case(lambda x: F.pad(x, (1, 0), value=7), lines),
    "constant all": case(lambda x: F.pad(x, (1, 1) * 3), one), "constant shorter": case(lambda x: F.pad(x, (-1, 2, 1, -2), value=0.5), a),
    "constant batch": case(lambda x: F.pad(x, (0, 0, 1, 0, 0, 1, 2, 1)), a), "constant integers": case(lambda x: F.pad(x, (1, 1), value=-3), i),
    "constant truth values": case(lambda x: F.pad(x, (1, 1), value=1), t), "constant nothing": case(lambda x: F.pad(x, ()), i),
    "constant float": case(lambda x: F.pad(x.float(), (1, 1)), i),
}
for mode in ["reflect", "replicate", "circular"]:
    cases[mode + " 1"] = case(lambda x: F.pad(x, (2, 1), mode), lines)
    cases[mode + " 1 without batch"] = case(lambda x: F.pad(x[None], (0, 3), mode)[0], line)
    cases[mode + " 2"] = case(lambda x: F.pad(x, (1, 3, 2, 1), mode), a)
    cases[mode + " 2 without batch"] = case(lambda x: F.pad(x[None], (4, 0, 0, 2), mode)[0], one)
    cases[mode + " 2 shorter"] = case(lambda x: F.pad(x, (-1, 2, 1, -2), mode), a)
    cases[mode + " 3"] = case(lambda x: F.pad(x, (1, 2, 1, 0, 1, 2), mode), volume)

for name, options in {"size": {"size": (7, 3)}, "same": {"size": (4, 5)}, "factor": {"scale_factor": 1.7}, "factors": {"scale_factor": (0.5, 2.2)},
                      "factor recomputed": {"scale_factor": 1.7, "recompute_scale_factor": True}, "one": {"size": (1, 1)}, "double": {"scale_factor": 2}}.items():
    for mode in ["nearest", "nearest-exact", "area"]:
        cases[f"{mode} {name}"] = case(lambda x: F.interpolate(x, mode=mode, **options), a)
    for corners in [False, True]:
        cases[f"bilinear {name} {corners}"] = case(lambda x: F.interpolate(x, mode="bilinear", align_corners=corners, **options), a)
cases["bilinear float"] = case(lambda x: F.interpolate(x, size=(6, 9), mode="bilinear"), a.float())
cases["bilinear float factor"] = case(lambda x: F.interpolate(x, scale_factor=0.6, mode="bilinear"), a.float())
cases["bilinear quarter and back"] = case(lambda x: F.interpolate(F.interpolate(x, scale_factor=0.25, mode="bilinear"), size=(8, 8), mode="bilinear"), numbers(1, 1, 8, 8))
for mode in ["nearest", "linear", "area"]:
    cases[f"{mode} of sequences"] = case(lambda x: F.interpolate(x, size=11, mode=mode), lines)
    cases[f"{mode} of sequences by a factor"] = case(lambda x: F.interpolate(x, scale_factor=0.6, mode=mode), lines)
cases["linear of sequences True"] = case(lambda x: F.interpolate(x, size=4, mode="linear", align_corners=True), lines)

cases |= {
    "view of windows": case(lambda x: x.unfold(2, 3, 1), a), "view of windows apart": case(lambda x: x.unfold(-1, 2, 3), a),
    "view of windows of windows": case(lambda x: x.unfold(1, 2, 1).unfold(2, 2, 2), one), "view of windows of integers": case(lambda x: x.unfold(1, 2, 1), i),
    "view of windows of a vector": case(lambda x: x[0].unfold(0, 4, 1), line), "view of empty windows": case(lambda x: x.unfold(1, 0, 2), i),
    "unfold": case(lambda x: F.unfold(x, 2), a), "unfold padded": case(lambda x: F.unfold(x, 3, padding=1, stride=2), a),
    "unfold pairs": case(lambda x: F.unfold(x, (2, 3), (2, 1), (1, 2), (1, 3)), a), "unfold one": case(lambda x: F.unfold(x, 2), one),
}
print(json.dumps(cases, separators=(",", ":")).replace('},"', '},\n"'))
