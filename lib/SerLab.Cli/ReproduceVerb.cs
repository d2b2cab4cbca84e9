using System.CommandLine;
using SerLab.Corpora;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Reports;
using SerLab.Reports.Claims;

namespace SerLab.Cli;

/// <summary><c>serlab reproduce</c>: published results, run as published and on speakers nobody trained on.</summary>
internal sealed class ReproduceVerb
{
    private readonly Argument<string[]> _claims = new("claim")
    {
        Description = "Claims, such as P0-tess-random, or whole projects, such as P2.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _list = new("--list")
    {
        Description = "List the claims, and which can be run on the corpora that are here.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Run every claim that can be run here." };

    private readonly Option<string[]> _data = new("--data")
    {
        HelpName = "folder", Description = "Corpus folders, or folders of such.", DefaultValueFactory = _ => ["data"],
    };

    private readonly Option<string?> _on = new("--on")
    {
        HelpName = "folder",
        Description = "Try the protocols on this corpus, whatever corpus the claims are about; then what the split " +
            "is worth is said, not whether the claim is reproduced.",
    };

    private readonly Option<string> _output = new("--out", "-o")
    {
        Description = "Folder for the runs and the report over all that have been run into it.",
        DefaultValueFactory = _ => "results/claims",
    };

    private readonly Option<int?> _epochs = new("--epochs")
    {
        Description = "End each training after so many epochs, for a quick look; nothing is judged then.",
    };

    private readonly Option<int> _folds = new("--folds")
    {
        Description = "Groups of unseen speakers that are tested in turn.",
        DefaultValueFactory = _ => new ClaimOptions().Folds,
    };

    private readonly Option<bool> _update = new("--update")
    {
        Description = "Replace runs that had other options or other data.",
    };

    private readonly StoreOptions _store = new();

    public static Command Create()
    {
        var verb = new ReproduceVerb();
        var command = new Command(
            "reproduce",
            "Runs published results as they were published, and the same recipe on speakers that training has not " +
            "heard. What is finished is used again, what was stopped goes on.")
        {
            verb._claims, verb._list, verb._all, verb._data, verb._on, verb._output, verb._epochs,
            verb._folds, verb._update,
        };
        verb._store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() => verb.Run(parsed, cancel)));
        return command;
    }

    private void Run(ParseResult parsed, CancellationToken cancel)
    {
        var (ledger, terminal) = (Ledger.Read(), new Terminal(parsed));
        var wanted = Wanted(parsed, ledger);
        var corpora = ClaimCorpora.In(parsed.GetRequiredValue(_data));
        if (parsed.GetValue(_list))
        {
            var listed = wanted.Select(claim => new ListedClaim(claim, corpora)).ToArray();
            terminal.Result(listed, ListedClaim.Text);
            return;
        }
        var options = new ClaimOptions { Epochs = parsed.GetValue(_epochs), Folds = parsed.GetValue(_folds) };
        options.Check();
        var other = parsed.GetValue(_on) is { } folder ? CorpusReader.Read(folder) : null;
        ClaimResult[] results;
        using (var progress = new TrainProgress(terminal))
        {
            results = [.. wanted.Select(claim => One(claim, other, corpora, options, parsed, progress, cancel))];
        }
        Report(ledger, results, parsed.GetRequiredValue(_output), terminal);
        terminal.Result(results, ClaimsReport.ToText);
    }

    private IReadOnlyList<Claim> Wanted(ParseResult parsed, Ledger ledger)
    {
        var names = parsed.GetValue(_claims) ?? [];
        return (names.Length, parsed.GetValue(_all), parsed.GetValue(_list)) switch
        {
            ( > 0, false, _) => [.. names.SelectMany(ledger.Named).Distinct()],
            (0, true, _) or (0, _, true) => ledger.Claims,
            (0, false, _) => throw new BadOptionException("No claim is named.", "Name some, or say --all or --list."),
            _ => throw new BadOptionException("--all and names of claims exclude each other.", "Give one."),
        };
    }

    private ClaimResult One(
        Claim claim, Corpus? other, ClaimCorpora corpora, ClaimOptions options, ParseResult parsed,
        TrainProgress progress, CancellationToken cancel)
    {
        if (ListedClaim.WhyNot(claim, corpora, other is not null) is { } why)
        {
            return ClaimResult.NotRun(claim, why);
        }
        try
        {
            return new ClaimExperiment(claim, options, TimeProvider.System).Execute(
                other ?? corpora.Read(claim.Corpus!), RunsIn(parsed.GetRequiredValue(_output)),
                parsed.GetValue(_update) ? WhenFinished.Update : WhenFinished.Reuse,
                $"serlab {string.Join(' ', parsed.Tokens.Select(token => token.Value))}", progress, cancel,
                _store.Of(parsed));
        }
        catch (SerLabException failure) // the other claims are run all the same
        {
            return ClaimResult.NotRun(claim, failure.Message);
        }
    }

    private static void Report(Ledger ledger, IReadOnlyList<ClaimResult> results, string folder, Terminal terminal)
    {
        var finished = ClaimFolder.All(RunsIn(folder), ledger);
        var report = new ClaimsReport(
        [
            .. finished,
            .. results.Where(result => result.Trial is null && finished.All(one => one.Id != result.Id)),
        ]);
        using var renderer = StaticRenderer.Find();
        report.Save(folder, renderer);
        terminal.Say(
            $"report of {Counted.Of(finished.Count, "claim")} in {Path.Combine(folder, ClaimsReport.PageName)}");
    }

    private static string RunsIn(string folder) => Path.Combine(folder, "runs");
}
