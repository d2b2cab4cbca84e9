using System.Runtime.InteropServices;
using SerLab.Files;

namespace SerLab.Audio;

/// <summary>
/// Band-limited resampling through libsoxr at its "HQ" quality, which is librosa's default (<c>soxr_hq</c>).
/// </summary>
public static unsafe partial class Resampler
{
    /// <summary>Resamples a clip; the same clip when it has that rate already.</summary>
    /// <param name="clip">Any length; no samples give no samples.</param>
    /// <param name="rate">The wanted rate in Hz, above 0.</param>
    /// <returns>ceil(n · rate / clip.Rate) samples, as librosa.resample gives.</returns>
    /// <exception cref="BadOptionException"><paramref name="rate"/> is not above 0.</exception>
    public static Clip Resample(Clip clip, int rate)
    {
        if (rate <= 0)
        {
            throw new BadOptionException($"The rate {rate} Hz is not above 0.", "Ask for 22050, say.");
        }

        return rate == clip.Rate ? clip : clip with { Samples = Run(clip, rate), Rate = rate };
    }

    private const uint HighQuality = 4; // SOXR_HQ

    private static float[] Run(Clip clip, int rate)
    {
        var output = new float[(int)Math.Ceiling(clip.Samples.Length * ((double)rate / clip.Rate))];
        nint error;
        fixed (float* source = clip.Samples, target = output)
        {
            try
            {
                var quality = soxr_quality_spec(HighQuality, 0);
                error = soxr_oneshot(
                    clip.Rate, rate, 1, source, (nuint)clip.Samples.Length, out _, target, (nuint)output.Length,
                    out _, 0, &quality, 0);
            }
            catch (DllNotFoundException missing)
            {
                throw new SerLabException(
                    "The library libsoxr is not installed.", "Install it (Debian: apt-get install libsoxr0).", missing);
            }
        }

        return error == 0
            ? output
            : throw new BadFileException(
                clip.Source, $"cannot be resampled to {rate} Hz ({Marshal.PtrToStringUTF8(error)}).",
                "Ask for another rate.");
    }

    [LibraryImport("libsoxr.so.0")]
    private static partial Quality soxr_quality_spec(uint recipe, uint flags);

    // Null specifications mean float samples and one thread; without a quality it would be "LQ".
    [LibraryImport("libsoxr.so.0")]
    private static partial nint soxr_oneshot(
        double inputRate, double outputRate, uint channels,
        float* input, nuint inputLength, out nuint inputDone,
        float* output, nuint outputLength, out nuint outputDone,
        nint ioSpecification, Quality* quality, nint runtimeSpecification);

    /// <summary>soxr_quality_spec_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Quality
    {
        public double Precision, PhaseResponse, PassbandEnd, StopbandBegin;
        public nint Reserved;
        public nuint Flags;
    }
}
