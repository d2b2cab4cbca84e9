using System.Net;

namespace SerLab.Audio;

/// <summary>How a notebook shows a <see cref="Clip"/>: a player as HTML, one line as text.</summary>
public sealed class ClipFormatter
{
    /// <summary>Longer clips give the player only their first seconds (and say so): notebooks stay small.</summary>
    public const int LongestSeconds = 30;

    /// <summary>One formatter a MIME type, richest first.</summary>
    public IEnumerable<TypeFormatter> CreateTypeFormatters() =>
        [new("text/html", Player), new("text/plain", Describe)];

    /// <summary>One line: <c>OAF_back_angry: 1.86 s at 22,050 Hz, peak −3.1 dB</c>.</summary>
    public static string Describe(Clip clip)
    {
        var peak = double.IsFinite(clip.PeakDb) ? $"peak {Signed(clip.PeakDb)} dB" : "silent";
        return FormattableString.Invariant(
            $"{Path.GetFileNameWithoutExtension(clip.Source)}: {clip.Duration:0.00} s at {clip.Rate:N0} Hz, {peak}");
    }

    private static string Player(Clip clip)
    {
        var text = WebUtility.HtmlEncode(Describe(clip));
        var samples = clip.Samples.Take(LongestSeconds * clip.Rate).ToArray();
        var note = samples.Length < clip.Samples.Length ? $" (the player has the first {LongestSeconds} s)" : "";
        var flac = Convert.ToBase64String(AudioFile.Encode(clip with { Samples = samples }, AudioFormat.Flac));
        return $"""
            <figure style="margin:0"><audio controls aria-label="{text}" src="data:audio/flac;base64,{flac}"></audio>
            <figcaption>{text}{note}</figcaption></figure>
            """;
    }

    private static string Signed(double decibels) =>
        FormattableString.Invariant($"{decibels:0.0}").Replace('-', '−');

    /// <summary>Writes a clip in one MIME type.</summary>
    /// <param name="mimeType">The type.</param>
    /// <param name="format">Clip to text of that type.</param>
    public sealed class TypeFormatter(string mimeType, Func<Clip, string> format)
    {
        /// <summary>The MIME type it writes.</summary>
        public string MimeType { get; } = mimeType;

        /// <summary>Writes a <see cref="Clip"/>.</summary>
        public void Format(object value, TextWriter writer) => writer.Write(format((Clip)value));
    }
}
