"""Times librosa's features of clips: python3 features_librosa.py FOLDER (of .npy clips at 22,050 Hz).

Prints its versions, or "missing" where there is no librosa. Then answers lines:
  time SET WAY        seconds for all clips
  save SET WAY FILE   writes the array of the first clip
WAY is "called", each function of the signal as people call it, or "shared", with one STFT handed to all by hand.
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
FRAMES = 216
clips = [np.load(path) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.npy"))]


def means(*features):
    return np.concatenate([feature.mean(axis=1) for feature in features])


def frames(*features):
    return librosa.util.fix_length(np.concatenate(features), size=FRAMES, axis=1)


def called_fs2(y):
    mel = librosa.feature.melspectrogram(y=y, sr=RATE)
    return frames(librosa.power_to_db(mel, ref=np.max))


def called_fs1(y):
    return means(
        librosa.feature.zero_crossing_rate(y), librosa.feature.rms(y=y),
        librosa.feature.mfcc(y=y, sr=RATE, n_mfcc=20), librosa.feature.chroma_stft(y=y, sr=RATE),
        librosa.feature.spectral_contrast(y=y, sr=RATE), librosa.feature.melspectrogram(y=y, sr=RATE))


def called_frames187(y):
    mfcc = librosa.feature.mfcc(y=y, sr=RATE, n_mfcc=13)
    return frames(
        mfcc, librosa.feature.delta(mfcc), librosa.feature.delta(mfcc, order=2),
        librosa.feature.chroma_stft(y=y, sr=RATE), librosa.feature.melspectrogram(y=y, sr=RATE),
        librosa.feature.zero_crossing_rate(y), librosa.feature.spectral_contrast(y=y, sr=RATE))


def spectra(y):
    magnitude = np.abs(librosa.stft(y))
    power = magnitude ** 2
    return magnitude, power, librosa.feature.melspectrogram(S=power, sr=RATE)


def shared_fs2(y):
    return frames(librosa.power_to_db(spectra(y)[2], ref=np.max))


def shared_fs1(y):
    magnitude, power, mel = spectra(y)
    return means(
        librosa.feature.zero_crossing_rate(y), librosa.feature.rms(y=y),
        librosa.feature.mfcc(S=librosa.power_to_db(mel), n_mfcc=20), librosa.feature.chroma_stft(S=power, sr=RATE),
        librosa.feature.spectral_contrast(S=magnitude, sr=RATE), mel)


def shared_frames187(y):
    magnitude, power, mel = spectra(y)
    mfcc = librosa.feature.mfcc(S=librosa.power_to_db(mel), n_mfcc=13)
    return frames(
        mfcc, librosa.feature.delta(mfcc), librosa.feature.delta(mfcc, order=2),
        librosa.feature.chroma_stft(S=power, sr=RATE), mel,
        librosa.feature.zero_crossing_rate(y), librosa.feature.spectral_contrast(S=magnitude, sr=RATE))


def seconds(feature):
    start = time.perf_counter()
    for clip in clips:
        feature(clip)
    return time.perf_counter() - start


def blas():
    """The library behind numpy's products; the reference one takes many times as long as any other."""
    loaded = pathlib.Path("/proc/self/maps").read_text().lower()
    return next((name for name in ("openblas", "mkl", "blis", "atlas") if name in loaded), "reference BLAS")


print(f"librosa {librosa.__version__}, numpy {np.__version__}, {blas()}", flush=True)
for line in sys.stdin:
    verb, name, way, *file = line.split(maxsplit=3)
    feature = globals()[f"{way}_{name}"]
    if verb == "save":
        np.save(file[0].strip(), feature(clips[0]).astype(np.float32))
        print("saved", flush=True)
    else:
        print(seconds(feature), flush=True)
