using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;

namespace SerLab.Cli;

/// <summary><c>serlab models</c>: the catalogue of networks, and how large each is.</summary>
internal static class ModelsVerb
{
    private const int TypicalClasses = 7;

    public static Command Create()
    {
        var features = new Option<string?>("--features")
        {
            Description = $"The features they read, of one set for all. {CommonOptions.SetHelp} " +
                "Without it, a set that is typical for each.",
        };
        var classes = new Option<int>("--classes")
        {
            Description = "Number of classes.",
            DefaultValueFactory = _ => TypicalClasses,
        };
        var command = new Command("models", "Lists the networks with their options, parameters and multiply-adds.")
        {
            features, classes,
        };
        command.SetAction((parsed, _) => Task.Run(() =>
        {
            var options = parsed.GetValue(features) is { } set ? CommonOptions.Features(set) : null;
            var count = parsed.GetValue(classes);
            if (count < 2)
            {
                throw new BadOptionException($"--classes is {count}.", "Give it at least 2.");
            }
            new Terminal(parsed).Result(
                new Listed(count, [.. Architectures.All.Select(entry => Of(entry, options, count))]), Text);
        }));
        return command;
    }

    private static ListedModel Of(CatalogueEntry entry, FeatureOptions? features, int classes)
    {
        var set = FeatureSets.Create(features ?? new FeatureOptions { Set = entry.Features });
        try
        {
            var summary = ModelSummary.Of(entry.Architecture, set.Shape, classes);
            return Listed(summary.Parameters, summary.MultiplyAdds, null);
        }
        catch (BadOptionException cannotRead)
        {
            return Listed(null, null, cannotRead.Problem);
        }

        ListedModel Listed(long? parameters, long? multiplyAdds, string? refused) => new(
            entry.Name, entry.About, entry.Reads, entry.Architecture, set.Options.Set, set.Shape, parameters,
            multiplyAdds, refused);
    }

    private static string Text(Listed listed)
    {
        var lines = listed.Models.Select(model =>
            Row(model.Name, Number(model.Parameters), Number(model.MultiplyAdds), Reads(model.Reads), Features(model)) +
            $"  {string.Join(": ", new[] { model.About, Options(model.Model), model.Refused }.OfType<string>())}\n");
        return Row("model", "parameters", "multiply-adds", "reads", "features") + string.Concat(lines) +
            $"\n{listed.Classes} classes; multiply-adds of one clip, forward; P0 to P4 are published projects.";
    }

    private static string Row(string name, string parameters, string multiplyAdds, string reads, string features) =>
        $"{name,-21} {parameters,11} {multiplyAdds,14}  {reads,-16}  {features}\n";

    private static string Number(long? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";

    private static string Features(ListedModel model) => $"{model.Features} [{string.Join(", ", model.Shape)}]";

    private static string Reads(InputKind kind) => kind switch
    {
        InputKind.Values => "values",
        InputKind.Sequence => "rows over frames",
        _ => "rows × frames",
    };

    private static string? Options(Architecture architecture)
    {
        var options = JsonSerializer.SerializeToElement(architecture, Json.Options).EnumerateObject()
            .Where(option => option.Name != "name")
            .Select(option => $"{option.Name} {JsonSerializer.Serialize(option.Value)}");
        return string.Join(", ", options) is { Length: > 0 } text ? text : null;
    }

    private sealed record Listed(int Classes, IReadOnlyList<ListedModel> Models);

    private sealed record ListedModel(
        string Name, string About, InputKind Reads, Architecture Model, string Features, IReadOnlyList<int> Shape,
        long? Parameters, long? MultiplyAdds, string? Refused);
}
