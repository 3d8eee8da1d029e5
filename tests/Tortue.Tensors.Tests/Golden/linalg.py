"""Writes PyTorch's values and gradients of linear algebra: /usr/bin/python3 linalg.py > linalg.json

Each case has a twin of the same name in LinalgGoldenTests.cs; gradients are weighted as in structure.py.
"""
import json

import torch

from common import case, flat, numbers

L = torch.linalg
a, tall, wide, batch = numbers(4, 4) + torch.eye(4), numbers(5, 3, phase=0.2), numbers(3, 5, phase=0.7), numbers(2, 3, 3, phase=0.9)
b, v, row = numbers(4, 2, phase=0.5), numbers(4, phase=0.8), numbers(2, 4, phase=0.1)
positive = tall.T @ tall + torch.eye(3, dtype=torch.float64)
singular = torch.tensor([[1.0, 2, 3], [2, 4, 6], [1, 0, -1]], dtype=torch.float64)
lacking = torch.outer(v, numbers(3, phase=0.4))
print(json.dumps({
    "svdvals": case(L.svdvals, a), "svdvals tall": case(L.svdvals, tall), "svdvals wide": case(L.svdvals, wide), "svdvals batch": case(L.svdvals, batch),
    "svdvals lacking": {"result": flat(L.svdvals(lacking))}, "svd together": case(lambda x: (lambda u, s, h: u * s @ h)(*L.svd(x, False)), tall),
    "svd polar": case(lambda x: (lambda u, s, h: u @ h)(*L.svd(x, False)), tall), "svd polar wide": case(lambda x: (lambda u, s, h: u @ h)(*L.svd(x, False)), wide),
    "svd projection": case(lambda x: (lambda u, s, h: u[:, :2] @ u[:, :2].T)(*L.svd(x, False)), tall),
    "qr q": case(lambda x: L.qr(x)[0], tall), "qr r": case(lambda x: L.qr(x)[1], tall), "qr wide q": case(lambda x: L.qr(x)[0], wide), "qr wide r": case(lambda x: L.qr(x)[1], wide),
    "qr square": case(lambda x: L.qr(x)[0] + L.qr(x)[1], batch), "qr complete": {"result": flat(L.qr(tall, "complete")[1])}, "qr r alone": {"result": flat(L.qr(tall, "r")[1])},
    "eigvalsh": case(L.eigvalsh, a), "eigvalsh upper": case(lambda x: L.eigvalsh(x, "U"), a), "eigh square root": case(lambda x: (lambda e, q: q * e.sqrt() @ q.T)(*L.eigh(x)), positive),
    "eigh batch": case(L.eigvalsh, batch), "cholesky": case(L.cholesky, positive), "cholesky batch": case(lambda x: L.cholesky(x @ x.mT + 2), batch),
    "det": case(L.det, a), "det batch": case(L.det, batch), "det singular": {"result": flat(L.det(singular))}, "slogdet sign": {"result": flat(L.slogdet(batch)[0])},
    "slogdet": case(lambda x: L.slogdet(x)[1], batch), "logdet": case(torch.logdet, positive), "inv": case(L.inv, a), "inv batch": case(L.inv, batch),
    "solve": case(L.solve, a, b), "solve vector": case(L.solve, a, v), "solve batch": case(L.solve, batch, numbers(3, 2)), "solve vectors": case(L.solve, batch, numbers(2, 3)),
    "solve right": case(lambda x, y: L.solve(x, y, left=False), a, row), "triangular": case(lambda x, y: L.solve_triangular(x, y, upper=True), a, b),
    "triangular lower": case(lambda x, y: L.solve_triangular(x, y, upper=False, unitriangular=True), a, b),
    "triangular right": case(lambda x, y: L.solve_triangular(x, y, upper=True, left=False), a, row), "pinv": case(L.pinv, tall), "pinv wide": case(L.pinv, wide),
    "pinv square": case(L.pinv, batch), "pinv lacking": {"result": flat(L.pinv(lacking))}, "rank": {"result": flat(L.matrix_rank(lacking))}, "rank batch": {"result": flat(L.matrix_rank(batch))},
    "rank cut": {"result": flat(L.matrix_rank(a, rtol=0.4))}, "vector norm": case(L.vector_norm, a), "vector norm 3": case(lambda x: L.vector_norm(x, 3, 0, True), a),
    "matrix norm": case(L.matrix_norm, batch), "nuclear": case(lambda x: L.matrix_norm(x, "nuc"), batch), "spectral": case(lambda x: L.matrix_norm(x, 2), batch),
    "smallest": case(lambda x: L.matrix_norm(x, -2, keepdim=True), batch), "columns": case(lambda x: L.matrix_norm(x, 1), batch), "rows": case(lambda x: L.matrix_norm(x, float("inf"), (0, 2)), batch),
    "spectral of others": case(lambda x: L.norm(x, 2, (0, 1), True), batch), "norm": case(L.norm, batch), "norm of a vector": case(lambda x: L.norm(x, 1), v), "cond": case(L.cond, a),
    "least squares": case(lambda x, y: L.lstsq(x, y)[0], tall, numbers(5, 2)),
    "multi dot": case(lambda x, y, z: L.multi_dot([x, y, z]), v, a, b), "vecdot": case(lambda x, y: L.vecdot(x, y, dim=0), a, v[:, None]), "power": case(lambda x: L.matrix_power(x, 5), batch),
    "power negative": case(lambda x: L.matrix_power(x, -2), batch), "power zero": {"result": flat(L.matrix_power(batch, 0))}, "exponential": case(torch.matrix_exp, batch),
    "exponential large": case(torch.matrix_exp, a * 3), "float svdvals": {"result": flat(L.svdvals(tall.float()))}, "float solve": {"result": flat(L.solve(a.float(), b.float()))},
}, separators=(",", ":")).replace('},"', '},\n"'))
