"""Times librosa's time_stretch and pitch_shift: python3 augmentation_librosa.py FOLDER (of .npy clips at 22,050 Hz).

Prints its versions, or "missing" where there is no librosa. Then answers lines:
  time KIND AMOUNT              seconds for all clips
  save KIND AMOUNT CLIP FILE    writes what becomes of one clip
KIND is "stretch" (AMOUNT is the rate) or "pitch" (semitones).
"""
import pathlib
import sys
import time

import numpy as np

try:
    import librosa
except ImportError:
    sys.exit(print("missing"))

RATE = 22050
clips = [np.load(path) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.npy"))]


def augmented(kind, amount, clip):
    if kind == "stretch":
        return librosa.effects.time_stretch(clip, rate=amount)
    return librosa.effects.pitch_shift(clip, sr=RATE, n_steps=amount)


print(f"librosa {librosa.__version__}, numpy {np.__version__}", flush=True)
for line in sys.stdin:
    verb, kind, amount, *rest = line.split(maxsplit=4)
    if verb == "save":
        np.save(rest[1].strip(), augmented(kind, float(amount), clips[int(rest[0])]).astype(np.float32))
        print("saved", flush=True)
    else:
        start = time.perf_counter()
        for clip in clips:
            augmented(kind, float(amount), clip)
        print(time.perf_counter() - start, flush=True)
