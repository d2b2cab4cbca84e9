using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>One clip on a map.</summary>
/// <param name="X">Where it lies across.</param>
/// <param name="Y">Where it lies up.</param>
/// <param name="Emotion">What colours it.</param>
/// <param name="Speaker">What gives it its symbol.</param>
/// <param name="Name">What it is called under the pointer.</param>
public sealed record MapPoint(double X, double Y, string Emotion, string Speaker, string Name);

/// <summary>
/// Clips laid out by their features: the colour is the emotion, the symbol the speaker. Where symbols gather rather
/// than colours, the features tell voices apart better than emotions.
/// </summary>
public static class MapFigure
{
    private const double PlotWidth = 700, LeastHeight = 480, MostHeight = 760; // in pixels

    /// <summary>Draws a map.</summary>
    /// <param name="title">Which corpus and which map.</param>
    /// <param name="points">The clips, at least one.</param>
    /// <param name="bySpeaker">How often neighbours among the features have the same speaker.</param>
    /// <param name="byEmotion">How often they have the same emotion.</param>
    /// <param name="first">A sentence to begin the finding with; may be empty.</param>
    /// <param name="axes">What the axes are, across and up; empty for axes without a meaning of their own.</param>
    /// <param name="note">What a reader must know.</param>
    public static Figure Of(
        string title, IReadOnlyList<MapPoint> points, Agreement bySpeaker, Agreement byEmotion,
        string first, (string X, string Y) axes, string note = "")
    {
        string[] speakers = [.. points.Select(point => point.Speaker).Distinct().Order(StringComparer.Ordinal)];
        var emotions = Emotions.InOrder(points.Select(point => point.Emotion));
        var named = speakers.Length <= Symbols.Count ? speakers : [];
        var repeat = named.Length == speakers.Length ? "" : $" Symbols repeat after {Symbols.Count} speakers.";
        var finding = Finding(bySpeaker, byEmotion, speakers.Length, emotions.Count, points.Count);
        return new(title, $"{first} {finding}".TrimStart())
        {
            Note = $"{note}{repeat}".TrimStart(),
            Legend = Legend.Groups,
            Width = 900,
            Height = Math.Max(Height(points), 200 + 24 * (emotions.Count + named.Length + 2)),
            Panels =
            [
                new(AxisOf(axes.X), AxisOf(axes.Y))
                {
                    Charts =
                    [
                        .. emotions.Select(e => Clips(e, [.. points.Where(p => p.Emotion == e)], speakers)),
                        .. named.Select(Key),
                    ],
                },
            ],
        };
    }

    // As high as the points need beside their width.
    private static int Height(IReadOnlyList<MapPoint> points)
    {
        var (wide, high) = (points.Max(p => p.X) - points.Min(p => p.X), points.Max(p => p.Y) - points.Min(p => p.Y));
        return 150 + (int)Math.Clamp(wide > 0 ? PlotWidth * high / wide : LeastHeight, LeastHeight, MostHeight);
    }

    private static Axis AxisOf(string title) => new(title) { HasGrid = false, HasLabels = title.Length > 0 };

    // The legend shows the symbol of the first point: an unseen one with the plain symbol.
    private static PointsChart Clips(string emotion, MapPoint[] points, string[] speakers) => new(
        emotion, [double.NaN, .. points.Select(p => p.X)], [double.NaN, .. points.Select(p => p.Y)],
        EmotionColours.Of(emotion))
        {
            Symbols = [0, .. points.Select(p => Array.IndexOf(speakers, p.Speaker))],
            Texts = ["", .. points.Select(p => $"{p.Name}: {p.Emotion}, {p.Speaker}")],
            Group = "emotion",
        };

    // A series without a point, for the legend alone.
    private static PointsChart Key(string speaker, int index) =>
        new(speaker, [double.NaN], [double.NaN], Palette.Black) { Symbols = [index], Group = "speaker" };

    private static string Finding(Agreement bySpeaker, Agreement byEmotion, int speakers, int emotions, int clips)
    {
        var difference = bySpeaker.AboveChance - byEmotion.AboveChance;
        var alike = Math.Max(0.05, 1 / Math.Sqrt(clips)); // less could be chance, or is not worth a verdict
        var verdict = (speakers, emotions) switch
        {
            ( < 2, < 2) => "there is one speaker and one emotion",
            ( < 2, _) => "there is one speaker",
            (_, < 2) => "there is one emotion",
            _ when Math.Abs(difference) < alike =>
                "clips gather by speaker about as much as by emotion",
            _ when difference > 0 => "clips gather by speaker more than by emotion",
            _ => "clips gather by emotion more than by speaker",
        };
        return $"Of a clip's nearest neighbours in the features, {Said(bySpeaker)} have the same speaker and " +
            $"{Said(byEmotion)} the same emotion: {verdict}.";
    }

    private static string Said(Agreement agreement) =>
        $"{Wording.Percent(agreement.Share)} (chance {Wording.Percent(agreement.Chance)})";
}
