using System.Text.Json.Nodes;
using SerLab.Files;

namespace SerLab.Reports;

/// <summary>What users chose for runs, as text.</summary>
internal static class RunSettings
{
    private static readonly string[] OwnColumns = ["model.name", "features.set"];

    /// <summary>The architecture's name in the catalogue.</summary>
    public static string ModelOf(Run run) => Values(run)["model.name"];

    /// <summary>
    /// For each run the options that all runs have and that differ between them, such as <c>training.seed=2</c>;
    /// without the names of model and feature set.
    /// </summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<Run> runs)
    {
        SortedDictionary<string, string>[] values = [.. runs.Select(Values)];
        string[] paths =
        [
            .. values[0].Keys.Except(OwnColumns).Where(path => values.All(own => own.ContainsKey(path)))
                .Where(path => values.Select(own => own[path]).Distinct().Count() > 1),
        ];
        return [.. values.Select(own => string.Join(' ', paths.Select(path => $"{path}={own[path]}")))];
    }

    /// <summary>Every option by its path, <c>training.seed</c>; a list is one value.</summary>
    private static SortedDictionary<string, string> Values(Run run)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add("", JsonNode.Parse(Json.ToText(run.Manifest.Options)));
        return values;

        void Add(string path, JsonNode? node)
        {
            if (node is not JsonObject group)
            {
                values[path] = node is JsonValue value ? value.ToString() : node?.ToJsonString() ?? "";
                return;
            }
            foreach (var (name, inner) in group)
            {
                Add(path.Length == 0 ? name : $"{path}.{name}", inner);
            }
        }
    }
}
