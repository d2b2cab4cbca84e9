using System.Numerics;
using SerLab.Audio;

namespace SerLab.Augmentation;

/// <summary>One frame of a spectrogram as magnitudes and angles.</summary>
/// <param name="bins">Number of frequency bins.</param>
internal sealed class PolarFrame(int bins)
{
    // atan(t)/t for t² from 0 to 1, fitted for the least largest error, 6e-9; in single precision 1e-7.
    private static readonly float[] ArcTangent =
    [
        0.99999988637564f, -0.33332596991794f, 0.19985906244857f, -0.14161225845910f, 0.10498934709890f,
        -0.07234835524665f, 0.03978098496965f, -0.01440121984199f, 0.00245669172583f,
    ];

    /// <summary>Which frame it is; −1 for none yet.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>Absolute values [bin].</summary>
    public float[] Magnitudes { get; } = new float[bins];

    /// <summary>Angles [bin] from −π to π; 0 for zero.</summary>
    public float[] Angles { get; } = new float[bins];

    /// <summary>Takes a frame.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="spectrum">[bin, 2]; nothing for a frame after the last, which is zero.</param>
    public void Take(int number, ReadOnlySpan<float> spectrum)
    {
        Number = number;
        if (spectrum.IsEmpty)
        {
            Array.Clear(Magnitudes);
            Array.Clear(Angles);
            return;
        }
        SpectrumMath.Magnitudes(spectrum, Magnitudes);
        TakeAngles(spectrum);
    }

    private void TakeAngles(ReadOnlySpan<float> spectrum)
    {
        var lanes = Vector<float>.Count;
        var i = 0;
        for (; i + lanes <= Angles.Length; i += lanes)
        {
            var (re, im) = SpectrumMath.Parts(spectrum[(2 * i)..]);
            Angle(re, im).CopyTo(Angles, i);
        }
        for (; i < Angles.Length; i++)
        {
            Angles[i] = Angle(new Vector<float>(spectrum[2 * i]), new Vector<float>(spectrum[2 * i + 1]))[0];
        }
    }

    // The angle within the eighth of a circle where both parts are positive and re is the larger, then folded out.
    private static Vector<float> Angle(Vector<float> re, Vector<float> im)
    {
        var (width, height) = (Vector.Abs(re), Vector.Abs(im));
        var larger = Vector.Max(width, height);
        var ratio = Vector.Min(width, height) / Vector.Max(larger, new Vector<float>(float.Epsilon));
        var square = ratio * ratio;
        var sum = new Vector<float>(ArcTangent[^1]);
        for (var term = ArcTangent.Length - 2; term >= 0; term--)
        {
            sum = sum * square + new Vector<float>(ArcTangent[term]);
        }
        var angle = sum * ratio;
        angle = Vector.ConditionalSelect(
            Vector.GreaterThan(height, width), new Vector<float>(MathF.PI / 2) - angle, angle);
        angle = Vector.ConditionalSelect(
            Vector.LessThan(re, Vector<float>.Zero), new Vector<float>(MathF.PI) - angle, angle);
        return Vector.ConditionalSelect(Vector.LessThan(im, Vector<float>.Zero), -angle, angle);
    }
}
