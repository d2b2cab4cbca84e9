using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SerLab.Tests;

/// <summary>docs/parity.md, which <c>./lab bench parity</c> writes, is of the vectors that are there today.</summary>
public sealed partial class ParityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "parity.md"));

    [Fact]
    [Trait("Kind", "golden")]
    public void The_page_tells_of_every_golden_vector_and_of_as_many_signals_and_values_as_there_are()
    {
        var told = Lines()
            .Select(line => (line.Groups["name"].Value, Number(line, "signals"), Number(line, "values")))
            .Where(line => !line.Value.StartsWith("tuning_", StringComparison.Ordinal)); // which are no vectors
        Assert.Equal(Compared().Order(), told.Order());
    }

    [Fact]
    [Trait("Kind", "golden")]
    public void Every_feature_passes()
    {
        Assert.All(Lines(), line => Assert.Equal("pass", line.Groups["result"].Value));
        Assert.Contains($"**All {Lines().Count()} pass", Page);
    }

    private static IEnumerable<Match> Lines() => Line().Matches(Page);

    // Of each vector: the signals that have it and whose values are not up to rounding, and how many values they have.
    private static (string Name, int Signals, int Values)[] Compared()
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("golden", "index.json")));
        var vectors =
            from signal in index.RootElement.GetProperty("signals").EnumerateObject()
            from feature in signal.Value.GetProperty("features").EnumerateObject()
            where feature.Value.TryGetProperty("file", out _)
            group feature.Value by feature.Name;
        return
        [
            .. from vector in vectors
               let certain = vector.Where(feature => !feature.TryGetProperty("unstable", out _)).ToArray()
               select (vector.Key, certain.Length, certain.Sum(Count)),
        ];
    }

    private static int Count(JsonElement feature) => feature.GetProperty("shape").EnumerateArray()
        .Aggregate(1, (product, length) => product * length.GetInt32());

    private static int Number(Match line, string group) =>
        int.Parse(line.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\| `(?<name>[\w.]+)` +\| (?<result>pass|FAIL) +\| +(?<signals>\d+) \| +(?<values>[\d,]+) \|", RegexOptions.Multiline)]
    private static partial Regex Line();
}
