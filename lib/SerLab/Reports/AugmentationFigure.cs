using SerLab.Audio;
using SerLab.Features;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>
/// A clip before and after augmentation, beside each other on the same scales: waves, mel-spectrograms and MFCCs. A
/// page or a notebook has a player for each under the picture.
/// </summary>
public static class AugmentationFigure
{
    /// <summary>Draws the two clips.</summary>
    /// <param name="before">The clip as it was, at least one sample.</param>
    /// <param name="after">What became of it: at least one sample, of the same rate.</param>
    /// <param name="change">What was done, such as an augmentation's words.</param>
    /// <exception cref="Files.BadFileException">A clip has no samples.</exception>
    public static Figure Of(Clip before, Clip after, string change)
    {
        var analyzer = new Analyzer(before.Rate, new StftOptions());
        var edges = new MelFilterBank(before.Rate, analyzer.Frames.FftSize, new MelOptions()).EdgesHz;
        var (left, right) = (ClipView.Of(before, analyzer), ClipView.Of(after, analyzer));
        var step = (double)analyzer.Frames.Hop / before.Rate;
        var name = Path.GetFileNameWithoutExtension(before.Source);
        return Of($"{name}: {change}", left, right, step, [.. edges.Skip(1).SkipLast(1)], Players(before, after));
    }

    internal static Figure Of(
        string title, ClipView before, ClipView after, double stepSeconds, IReadOnlyList<double> bandHz, string below)
    {
        var panels = new AugmentationPanels(before, after, stepSeconds, bandHz);
        return new(title, Finding(before, after))
        {
            Columns = 2,
            Width = 980,
            Height = 640,
            Below = below,
            Panels =
            [
                panels.Wave(before, isLeft: true), panels.Wave(after, isLeft: false),
                panels.Mel(before, isLeft: true), panels.Mel(after, isLeft: false),
                panels.Mfcc(before, isLeft: true), panels.Mfcc(after, isLeft: false),
            ],
        };
    }

    private static string Finding(ClipView before, ClipView after)
    {
        return $"Length {Change(before.Seconds, after.Seconds, "0.00", "s")}, " +
            $"peak {Change(Db(before.Peak), Db(after.Peak), "0.0", "dB")}, " +
            $"level {Change(Db(before.Rms), Db(after.Rms), "0.0", "dB")}.";

        static double Db(double amplitude) => 20 * Math.Log10(amplitude);
    }

    private static string Change(double before, double after, string format, string unit)
    {
        var (from, to) = (Said(before, format), Said(after, format));
        return from == to ? $"{from} {unit} before and after" : $"from {from} to {to} {unit}";
    }

    private static string Said(double number, string format) =>
        double.IsFinite(number) ? Wording.Text(number, format) : "−∞";

    private static string Players(Clip before, Clip after) => $"""
        <div style="display:grid;grid-template-columns:repeat(auto-fit,395px);padding:0.5rem 90px">
        {ClipFormatter.Player(before with { Source = "before" })}
        {ClipFormatter.Player(after with { Source = "after" })}
        </div>
        """;
}
