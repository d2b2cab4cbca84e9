using SerLab.Features;

namespace SerLab.Reports;

/// <summary>Finds out which recordings a scaler was fitted on, by fitting it again.</summary>
internal static class ScalerOrigin
{
    /// <summary>Scalers nearer than this, in units of their own scale, are the same.</summary>
    public const double Same = 1e-4;

    /// <summary>
    /// How far two scalers are apart: the largest difference of a centre or a scale, in units of the scale; infinite
    /// where they are of different kinds or shapes. Scalers that fit nothing are the same.
    /// </summary>
    public static double Distance(Scaler one, Scaler other)
    {
        var (mine, theirs) = (Scales(one), Scales(other));
        return one.GetType() != other.GetType() || !mine.Keys.SequenceEqual(theirs.Keys)
            ? double.PositiveInfinity
            : mine.Keys.Select(key => Distance(mine[key], theirs[key])).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether this kind learns anything from recordings.</summary>
    public static bool IsFitted(Scaler scaler) => scaler is StandardScaler or MinMaxScaler or SpeakerScaler;

    private static double Distance(RowScale one, RowScale other) => one.Centre.Count != other.Centre.Count
        ? double.PositiveInfinity
        : Enumerable.Range(0, one.Centre.Count).Max(row => Math.Max(
            Math.Abs(one.Centre[row] - other.Centre[row]) / one.Scale[row],
            Math.Abs(one.Scale[row] - other.Scale[row]) / one.Scale[row]));

    private static SortedDictionary<string, RowScale> Scales(Scaler scaler)
    {
        var scales = new SortedDictionary<string, RowScale>(StringComparer.Ordinal);
        switch (scaler)
        {
            case StandardScaler standard:
                scales[""] = new(standard.Mean, standard.Scale);
                break;
            case MinMaxScaler minMax:
                scales[""] = new(minMax.Low, minMax.Range);
                break;
            case SpeakerScaler speakers:
                scales[""] = speakers.Everyone;
                foreach (var (name, scale) in speakers.Speakers)
                {
                    scales[$"speaker {name}"] = scale;
                }
                break;
        }
        return scales;
    }
}
