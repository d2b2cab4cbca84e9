using System.Net;
using SerLab.Figures;

namespace SerLab.Audio;

/// <summary>How a notebook shows a <see cref="Clip"/>: a player as HTML, one line as text.</summary>
public sealed class ClipFormatter
{
    /// <summary>Longer clips give the player only their first seconds (and say so): notebooks stay small.</summary>
    public const int LongestSeconds = 30;

    private const int PlayerRate = 22_050;

    /// <summary>One formatter a MIME type, richest first.</summary>
    public IEnumerable<TypeFormatter> CreateTypeFormatters() =>
        [TypeFormatter.Of<Clip>("text/html", Player), TypeFormatter.Of<Clip>("text/plain", Describe)];

    /// <summary>One line: <c>OAF_back_angry: 1.86 s at 22,050 Hz, peak −3.1 dB</c>.</summary>
    public static string Describe(Clip clip)
    {
        var peak = double.IsFinite(clip.PeakDb) ? $"peak {Signed(clip.PeakDb)} dB" : "silent";
        return FormattableString.Invariant(
            $"{Path.GetFileNameWithoutExtension(clip.Source)}: {clip.Duration:0.00} s at {clip.Rate:N0} Hz, {peak}");
    }

    /// <summary>The player as HTML.</summary>
    internal static string Player(Clip clip)
    {
        var text = WebUtility.HtmlEncode(Describe(clip));
        var samples = clip.Samples.Take(LongestSeconds * clip.Rate).ToArray();
        var note = samples.Length < clip.Samples.Length ? $" (the player has the first {LongestSeconds} s)" : "";
        var played = Resampler.Resample(clip with { Samples = samples }, PlayerRate);
        var mp3 = Convert.ToBase64String(AudioFile.Encode(played, AudioFormat.Mp3));
        return $"""
            <figure style="margin:0"><audio controls aria-label="{text}" src="data:audio/mpeg;base64,{mp3}"></audio>
            <figcaption>{text}{note}</figcaption></figure>
            """;
    }

    private static string Signed(double decibels) =>
        FormattableString.Invariant($"{decibels:0.0}").Replace('-', '−');
}
