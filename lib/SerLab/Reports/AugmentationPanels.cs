using SerLab.Features;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>The panels of <see cref="AugmentationFigure"/>; both sides stand on the same scales.</summary>
internal sealed class AugmentationPanels(
    ClipView before, ClipView after, double stepSeconds, IReadOnlyList<double> bandHz)
{
    private const int MostFrames = 192; // of a picture

    private readonly Axis _time = new("time in s") { Range = (0, Math.Max(before.Seconds, after.Seconds)) };
    private readonly double _peak = 1.05 * Math.Max(1e-4, Math.Max(before.Peak, after.Peak));
    private readonly double _loudestDb = Math.Max(before.LoudestDb, after.LoudestDb);
    private readonly double _mfcc =
        Math.Clamp(10 * Math.Ceiling(Math.Max(before.LargestMfcc, after.LargestMfcc) / 10), 10, 120);

    public Panel Wave(ClipView clip, bool isLeft) =>
        new(_time, Side("level", isLeft) with { Range = (-_peak, _peak), HasGrid = true })
        {
            Charts = [new WaveChart(clip.Samples, clip.Rate, isLeft ? Palette.Blue : Palette.Vermilion)],
            Marks = [new PanelTitle(isLeft ? "before" : "after")],
            Share = 0.5,
        };

    public Panel Mel(ClipView clip, bool isLeft) =>
        new(_time, Side("mel band in Hz", isLeft) with { Ticks = [.. ClipFigure.Ticks(bandHz)] })
        {
            Charts =
            [
                new LevelChart(clip.MelDb, stepSeconds, "dB")
                {
                    Range = (_loudestDb - Decibels.TopDb, _loudestDb),
                    BarPlace = (0.34, 0.74), // beside its panel, as the shares have it
                    HasBar = !isLeft,
                    MostFrames = MostFrames,
                },
            ],
        };

    public Panel Mfcc(ClipView clip, bool isLeft) =>
        new(_time, Side("MFCC", isLeft) with { Ticks = [(0, "1"), (3, "4"), (7, "8"), (11, "12")] })
        {
            Charts =
            [
                new LevelChart(clip.Mfcc, stepSeconds, "MFCC")
                {
                    Range = (-_mfcc, _mfcc),
                    BarPlace = (0, 0.28),
                    HasBar = !isLeft,
                    RowName = "row",
                    MostFrames = MostFrames,
                },
            ],
            Share = 0.7,
        };

    // Of the vertical axes only the left ones say what they are.
    private static Axis Side(string title, bool isLeft) =>
        new(isLeft ? title : "") { HasGrid = false, HasLabels = isLeft };
}
