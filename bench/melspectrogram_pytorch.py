"""Times the least of a mel-spectrogram in libtorch: python3 melspectrogram_pytorch.py FOLDER (of .npy clips).

A bare STFT in float32, its power, a product with 128 bands and a logarithm, on one thread. Prints its version, then
answers each line with the seconds for all clips. What the bands weigh makes no difference to the time.
"""
import pathlib
import sys
import time

import numpy as np
import torch

torch.set_num_threads(1)
clips = [torch.from_numpy(np.load(path)) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.npy"))]
window = torch.hann_window(2048)
bands = torch.rand(128, 1025)


def levels(clip):
    spectrum = torch.stft(clip, 2048, 512, window=window, pad_mode="constant", return_complex=True)
    power = torch.view_as_real(spectrum).square().sum(-1)
    return torch.log10(bands.mm(power).clamp(min=1e-10))


def seconds():
    start = time.perf_counter()
    for clip in clips:
        levels(clip)
    return time.perf_counter() - start


with torch.no_grad():
    seconds()
    print(f"PyTorch {torch.__version__}", flush=True)
    for _ in sys.stdin:
        print(seconds(), flush=True)
