"""Samples a second of lenet2d in PyTorch: python3 lenet2d_pytorch.py THREADS BATCH STEPS."""
import sys
import time

import torch
from torch import nn

threads, batch, steps = map(int, sys.argv[1:])
torch.set_num_threads(threads)
torch.manual_seed(1)

model = nn.Sequential(
    nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(16 * 29 * 51, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 7))
adam = torch.optim.Adam(model.parameters(), 0.001)
inputs = torch.randn(batch, 1, 128, 216)
labels = torch.randint(0, 7, (batch,))


def step():
    loss = nn.functional.cross_entropy(model(inputs), labels)
    adam.zero_grad()
    loss.backward()
    adam.step()


step()
start = time.perf_counter()
for _ in range(steps):
    step()
print(batch * steps / (time.perf_counter() - start))
