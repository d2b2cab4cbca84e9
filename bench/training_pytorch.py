"""Trains the networks of the comparison in PyTorch: answers lines "MODEL BATCH THREADS STEPS" with samples a second.

A step is what a plain training loop does: pick a shuffled batch, forward, cross-entropy, backward, Adam, read the loss.
"""
import sys
import time

import torch
from torch import nn


def lenet2d():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
        nn.Linear(16 * 29 * 51, 120), nn.ReLU(), nn.Linear(120, 84), nn.ReLU(), nn.Linear(84, 7))


def mlp():
    return nn.Sequential(
        nn.Flatten(), nn.Linear(169, 256), nn.ReLU(), nn.Dropout(0.3), nn.Linear(256, 128), nn.ReLU(), nn.Dropout(0.3),
        nn.Linear(128, 7))


def vgg16_2d():
    layers, incoming = [], 1
    for filters in [64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0]:
        layers += [nn.Conv2d(incoming, filters // 4, 3, padding=1), nn.ReLU(True)] if filters else [nn.MaxPool2d(2)]
        incoming = filters // 4 or incoming
    return nn.Sequential(
        *layers, nn.AdaptiveAvgPool2d(7), nn.Flatten(), nn.Linear(128 * 49, 1024), nn.ReLU(True), nn.Dropout(),
        nn.Linear(1024, 1024), nn.ReLU(True), nn.Dropout(), nn.Linear(1024, 7))


class CnnLstmAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.cnn = nn.Sequential(
            nn.Conv1d(187, 64, 3, padding=1), nn.BatchNorm1d(64), nn.ReLU(True),
            nn.Conv1d(64, 128, 3, padding=1), nn.BatchNorm1d(128), nn.ReLU(True), nn.MaxPool1d(2))
        self.lstm = nn.LSTM(128, 128, 2, batch_first=True, dropout=0.5, bidirectional=True)
        self.dropout, self.fc = nn.Dropout(0.5), nn.Linear(512, 7)

    def forward(self, x):
        outputs, (states, _) = self.lstm(self.cnn(x).transpose(1, 2))
        state = torch.cat([states[-2], states[-1]], 1)
        shares = (outputs @ state.unsqueeze(2)).softmax(1)
        return self.fc(self.dropout(torch.cat([(shares * outputs).sum(1), state], 1)))


MODELS = {
    "lenet2d": (lenet2d, [1, 128, 216]), "mlp": (mlp, [169]), "vgg16-2d": (vgg16_2d, [1, 128, 216]),
    "cnn-lstm-attention": (CnnLstmAttention, [187, 216])}


def speed(name, batch, steps):
    make, shape = MODELS[name]
    torch.manual_seed(1)
    model = make().train()
    adam = torch.optim.Adam(model.parameters(), 0.001)
    inputs, labels = torch.randn(batch * steps, *shape), torch.randint(0, 7, (batch * steps,))
    for warm in (True, False):
        order = torch.randperm(batch * steps)[:2 * batch if warm else None]
        start = time.perf_counter()
        for rows in order.split(batch):
            loss = nn.functional.cross_entropy(model(inputs[rows]), labels[rows])
            adam.zero_grad()
            loss.backward()
            adam.step()
            loss.item()
    return batch * steps / (time.perf_counter() - start)


print(f"PyTorch {torch.__version__}", flush=True)
for line in sys.stdin:
    name, batch, threads, steps = line.split()
    torch.set_num_threads(int(threads))
    print(speed(name, int(batch), int(steps)), flush=True)
