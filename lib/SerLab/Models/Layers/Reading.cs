using SerLab.Files;

namespace SerLab.Models.Layers;

/// <summary>
/// How a network reads one example, whatever the feature set: [value], [row, frame] or [channel, row, frame].
/// </summary>
internal static class Reading
{
    /// <summary>All values in a row.</summary>
    public static int Flat(IReadOnlyList<int> input, int classes)
    {
        Refuse(classes, input.Count is < 1 or > 3 || input.Any(length => length < 1) ? NoFeatures(input) : null);
        return input.Aggregate(1, (product, length) => product * length);
    }

    /// <summary>
    /// Rows over frames, at least <paramref name="smallest"/> of these: the rows of all channels one under the other;
    /// a vector is one row.
    /// </summary>
    public static (int Rows, int Frames) Sequence(IReadOnlyList<int> input, int classes, int smallest = 1)
    {
        (int Rows, int Frames) read = input switch
        {
            [var values] => (1, values),
            [var rows, var frames] => (rows, frames),
            [var channels, var rows, var frames] => (channels * rows, frames),
            _ => default,
        };
        Refuse(classes, read switch
        {
            ( < 1, _) or (_, < 1) => NoFeatures(input),
            _ when read.Frames < smallest => TooSmall(input, $"{smallest} {(input.Count == 1 ? "values" : "frames")}"),
            _ => null,
        });
        return read;
    }

    /// <summary>
    /// An image of rows and frames, at least <paramref name="smallest"/> of each; without channels it is one channel.
    /// </summary>
    public static (int Channels, int Rows, int Frames) Image(IReadOnlyList<int> input, int classes, int smallest)
    {
        (int Channels, int Rows, int Frames) read = input switch
        {
            [var rows, var frames] => (1, rows, frames),
            [var channels, var rows, var frames] => (channels, rows, frames),
            _ => default,
        };
        Refuse(classes, read switch
        {
            _ when input is [_] => (
                $"a 2-D network cannot read a vector of features, [{input[0]}]",
                "use a feature set with frames, such as fs2, mel128 or frames187, or the 1-D network"),
            ( < 1, _, _) => NoFeatures(input),
            _ when read.Rows < smallest || read.Frames < smallest =>
                TooSmall(input, $"{smallest} rows and {smallest} frames"),
            _ => null,
        });
        return read;
    }

    private static (string, string) NoFeatures(IReadOnlyList<int> input) => (
        $"there are no features of shape [{string.Join(", ", input)}]",
        "use a feature set of shape [value], [row, frame] or [channel, row, frame]");

    private static (string, string) TooSmall(IReadOnlyList<int> input, string needed) => (
        $"the network shortens its input too often for features of shape [{string.Join(", ", input)}]",
        $"use features of at least {needed}, or a smaller network");

    private static void Refuse(int classes, (string Problem, string Mend)? shape)
    {
        (string Problem, string Mend)[] problems =
        [
            .. shape is { } wrong ? new[] { wrong } : [],
            .. classes < 2
                ? new[] { ($"a classifier of {classes} class cannot learn", "give it at least 2 classes") }
                : [],
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                Sentence(problems.Select(p => p.Problem)), Sentence(problems.Select(p => p.Mend)));
        }
    }

    private static string Sentence(IEnumerable<string> parts)
    {
        var text = string.Join("; ", parts);
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }
}
