using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SerLab.Features;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab store list|verify|clear</c>.</summary>
internal static class StoreVerb
{
    private const int OptionsColumns = 60;

    public static Command Create() => new("store", "See, check or clear the features that are kept.")
    {
        List(), Verify(), Clear(),
    };

    private static Command List()
    {
        var folder = StoreOptions.Folder();
        var command = new Command("list", "Lists what is kept, a line for each feature set.") { folder };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var store = StoreOptions.Named(parsed.GetValue(folder));
            new Terminal(parsed).Result(store.List(), contents => $"{store.Folder}: {Text(contents)}");
        }));
        return command;
    }

    private static Command Verify()
    {
        var folder = StoreOptions.Folder();
        var repair = new Option<bool>("--repair") { Description = "Take out what is damaged or left over." };
        var command = new Command(
            "verify", "Compares all that is kept with its checksums; fails when something is damaged or left over.")
        {
            folder, repair,
        };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var terminal = new Terminal(parsed);
            var store = StoreOptions.Named(parsed.GetValue(folder));
            StoreCheck check;
            using (var line = terminal.Progress("verify", "clips"))
            {
                check = store.Verify(
                    parsed.GetValue(repair), new Relay<BatchProgress>(p => line.Show(p.Done, p.Total)), cancel);
            }
            terminal.Result(check, found => Text(store, found, parsed.GetValue(repair)));
            return check.Problems.Count == 0 ? 0 : ExitCodes.Failed;
        }));
        return command;
    }

    private static Command Clear()
    {
        var folder = StoreOptions.Folder();
        var command = new Command("clear", "Deletes all that is kept; it is computed again when it is needed.") { folder };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var store = StoreOptions.Named(parsed.GetValue(folder));
            new Terminal(parsed).Result(store.Clear(), contents => $"{store.Folder}, now empty, held {Text(contents)}");
        }));
        return command;
    }

    private static string Text(IReadOnlyList<StoreContent> contents) =>
        $"{Amount(contents.Sum(c => c.Clips), contents.Sum(c => c.Bytes))}\n" +
        string.Concat(contents.Select(c =>
            $"  {Amount(c.Clips, c.Bytes),-24} [{string.Join(", ", c.Shape)}] {Options(c.Options)}\n"));

    private static string Text(FeatureStore store, StoreCheck check, bool repaired)
    {
        var lines = check.Problems.Select(problem => $"{problem.File}: {problem.Problem}\n");
        var end = check.Problems.Count == 0 ? "all as they were written."
            : $"{Counted.Of(check.Problems.Sum(p => p.Clips), "clip")} damaged, " +
                $"{check.Problems.Count(p => p.Clips == 0)} left over; " +
                (repaired ? "taken out." : "`serlab store verify --repair` takes them out.");
        return $"{string.Concat(lines)}{store.Folder}: {Counted.Of(check.Clips, "clip")}, {end}";
    }

    private static string Amount(int clips, long bytes) =>
        $"{Counted.Of(clips, "clip")}, {(bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB";

    private static string Options(JsonElement? options)
    {
        var text = options is { } known ? JsonSerializer.Serialize(known) : "damaged";
        return text.Length <= OptionsColumns ? text : text[..(OptionsColumns - 1)] + "…";
    }
}
