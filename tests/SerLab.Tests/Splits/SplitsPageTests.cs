using System.Text.RegularExpressions;
using SerLab.Corpora;
using SerLab.Splits;
using SerLab.Tests.Files;

namespace SerLab.Tests.Splits;

/// <summary>The examples of docs/splits.md, on corpora of the shape of the real ones.</summary>
[Trait("Kind", "golden")]
public sealed partial class SplitsPageTests : IDisposable
{
    private static readonly string[] Seven = ["angry", "disgust", "fear", "happy", "neutral", "sad", "surprise"];

    private static readonly Corpus Tess = Made(
        "tess", from s in (string[])["OAF", "YAF"] from p in Enumerable.Range(1, 200) from e in Seven
                select (s, e, (string?)(p == 1 ? "back" : p == 2 ? "bar" : $"word {p:000}")));

    private static readonly Corpus Ravdess = Made(
        "ravdess", from a in Enumerable.Range(1, 24) from p in (string[])["Dogs", "Kids"]
                   from e in (string[])[.. Seven, "calm"] from take in Enumerable.Range(0, e == "neutral" ? 2 : 4)
                   select ($"Actor_{a:00}", e, (string?)p));

    private static readonly Corpus EmoDb = Made(
        "emo-db", from s in Enumerable.Range(3, 10) from p in Enumerable.Range(1, 10)
                  from e in (string[])["angry", "boredom", "disgust", "fear", "happy", "neutral", "sad"]
                  select ($"{s:00}", e, (string?)$"a{p:00}"));

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Commands => [.. Lines().Where(line => line.StartsWith("serlab "))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_example_runs_and_says_what_the_page_says(string command)
    {
        File.WriteAllLines(_folder["folds.csv"],
            ["id,fold", .. Tess.Utterances.Select(u => $"{u.Id},{u.Phrase![^1] % 4}")]);
        var corpora = Folder().Matches(command).Select(match => match.Groups[1].Value switch
        {
            "tess" => Tess, "ravdess" => Ravdess, var name when name == EmoDb.Name => EmoDb, var name => Unknown(name),
        });
        var map = new LabelMap(new Dictionary<string, string?> { ["calm"] = "neutral", ["boredom"] = null });
        var rule = Rule().Match(command).Groups[1].Value.Trim('"').Replace("folds.csv", _folder["folds.csv"]);
        var plans = SplitRule.Parse(rule).Folds(CorpusUnion.Of([.. corpora], command.Contains("--map") ? map : null));
        if (Lines().SkipWhile(line => line != command).Skip(1).First() is var said && said.StartsWith("train "))
        {
            Assert.Equal(Assert.Single(plans.Select(Text)), said);
        }
    }

    [Fact]
    public void Every_rule_has_an_example() => Assert.Equal(
        ["corpus", "emobox-ravdess", "file", "folds", "groups", "loco", "loso", "matched", "phrase", "random", "speaker",
            "speaker+phrase"],
        Lines().Where(line => line.StartsWith("serlab ")).Select(line => RuleName().Match(line).Groups[1].Value)
            .Distinct().Order(StringComparer.Ordinal));

    private static string Text(SplitPlan p) =>
        $"train {p.Train.Count}, validation {p.Validation.Count}, test {p.Test.Count}" +
        $"{(p.Unused.Count == 0 ? "" : $", unused {p.Unused.Count}")}: {p.Describe()}";

    private static IEnumerable<string> Lines() =>
        File.ReadLines(Repository.Path("docs", "splits.md"));

    private static Corpus Unknown(string name) => throw new ArgumentException($"The page names data/{name}.");

    private static Corpus Made(string name, IEnumerable<(string Speaker, string Emotion, string? Phrase)> rows) => new(
        name, $"data/{name}", [.. rows.Select((row, i) =>
            new Utterance($"u{i:0000}", $"data/{name}/u{i:0000}.wav", name, row.Speaker, row.Emotion, row.Emotion)
            {
                Phrase = row.Phrase,
            })], []);

    [GeneratedRegex(@"data/([\w-]+)")]
    private static partial Regex Folder();

    [GeneratedRegex("--by (\"[^\"]*\"|\\S+)")]
    private static partial Regex Rule();

    [GeneratedRegex("--by \"?([a-z+-]+)")]
    private static partial Regex RuleName();
}
