"""What an operator call costs in Python's PyTorch, and how fast a LeNet-like network trains.

python3 torch_training.py [threads]; the same work, order and lines of output as bench/SerLab.Bench/TorchTraining.cs.
"""
import sys
import time

import torch
from torch import nn

BATCH, CLASSES, ROUNDS, STEPS_PER_ROUND = 32, 7, 5, 4


def best_seconds_of(repeats, action):
    best = float("inf")
    for turn in range(ROUNDS + 1):
        start = time.perf_counter()
        for _ in range(repeats):
            action()
        if turn > 0:
            best = min(best, (time.perf_counter() - start) / repeats)
    return best


def write(name, value):
    print(f"{name:28} {value:10.2f}")


def calls():
    vector, matrix = torch.ones(4), torch.ones(8, 8)
    for name, call in (("add [4], us", lambda: vector + vector),
                       ("relu [4], us", lambda: vector.relu()),
                       ("mm [8, 8], us", lambda: matrix.mm(matrix)),
                       ("sum over rows [8, 8], us", lambda: matrix.sum(1)),
                       ("reshape [8, 8], us", lambda: matrix.reshape(4, 16))):
        write(name, 1e6 * best_seconds_of(100_000, call))


def step():
    torch.manual_seed(0)
    inputs, targets = torch.randn(BATCH, 1, 128, 216), torch.randint(CLASSES, (BATCH,))
    model = nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(16 * 29 * 51, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(),
        nn.Linear(84, CLASSES))
    optimiser = torch.optim.Adam(model.parameters())

    def one():
        optimiser.zero_grad()
        nn.functional.cross_entropy(model(inputs), targets).backward()
        optimiser.step()

    return one


torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
with torch.no_grad():
    calls()
write("lenet, samples/s", BATCH / best_seconds_of(STEPS_PER_ROUND, step()))
