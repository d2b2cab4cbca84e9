"""Microseconds that a call of a small operator costs in PyTorch, a line an operator."""
import time

import torch

ROUNDS, CALLS = 5, 100_000
vector, matrix = torch.ones(4), torch.ones(8, 8)
torch.set_num_threads(1)


def microseconds(call):
    best = float("inf")
    for turn in range(ROUNDS + 1):
        start = time.perf_counter()
        for _ in range(CALLS):
            call()
        if turn > 0:
            best = min(best, (time.perf_counter() - start) / CALLS * 1e6)
    return best


with torch.no_grad():
    for name, call in (("add", lambda: vector + vector), ("relu", lambda: vector.relu()),
                       ("mm", lambda: matrix.mm(matrix)), ("sum", lambda: matrix.sum(1)),
                       ("reshape", lambda: matrix.reshape(4, 16))):
        print(f"{name} {microseconds(call):.2f}")
