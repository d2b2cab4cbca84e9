using SerLab.Files;

namespace SerLab.Models.Layers;

/// <summary>What is wrong with one option of a network, or null; and one error for all that is.</summary>
internal static class OptionCheck
{
    private const int Most = 1 << 16, MostLayers = 16;

    /// <exception cref="BadOptionException">At least one problem is there; all are named.</exception>
    public static void Refuse(string network, params IEnumerable<string?> problems)
    {
        var found = problems.OfType<string>().ToArray();
        if (found.Length > 0)
        {
            throw new BadOptionException(
                $"{network} cannot have {string.Join(", ", found)}.", "Change these options of the model.");
        }
    }

    /// <summary>A count of at least 1.</summary>
    public static string? Count(string name, int value, int most = Most) =>
        value >= 1 && value <= most ? null : $"{name} of {value} (from 1 to {most})";

    /// <summary>A list of counts, one for each layer.</summary>
    public static string? Counts(string name, Sizes values) =>
        values.Count is >= 1 and <= MostLayers && values.All(value => value is >= 1 and <= Most)
            ? null
            : $"{name} of {values} (from 1 to {MostLayers} layers, each from 1 to {Most})";

    /// <summary>A number of layers.</summary>
    public static string? Layers(string name, int value) => Count(name, value, MostLayers);

    /// <summary>A share from 0 to below 1.</summary>
    public static string? Share(string name, double value) =>
        value is >= 0 and < 1 ? null : $"{name} of {value} (from 0 to below 1)";

    /// <summary>A factor of filters and hidden units.</summary>
    public static string? Factor(string name, double value) =>
        value is > 0 and <= 8 ? null : $"{name} of {value} (above 0, at most 8)";
}
