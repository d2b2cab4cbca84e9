using System.CommandLine;
using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Reports;
using SerLab.Text;

namespace SerLab.Cli;

/// <summary><c>serlab text</c>: do the words tell the emotion, or the voice?</summary>
internal sealed class TextVerb
{
    private readonly Argument<string> _folder = CommonOptions.Folder("A corpus folder.");
    private readonly Option<string?> _against = new("--against")
    {
        HelpName = "run",
        Description = "The audio model's run folder: the text model takes its folds. Without it a voice is trained.",
    };

    private readonly Option<string> _split = new("--split")
    {
        Description = "How to split where no run is named: " + SplitVerb.RuleHelp,
        DefaultValueFactory = _ => "speaker",
    };

    private readonly Option<bool> _alone = new("--alone") { Description = "The words alone; no voice is trained." };
    private readonly Option<string?> _transcripts = new("--transcripts")
    {
        HelpName = "csv",
        Description = "What is said, columns file and transcript; by the names of the files without it.",
    };

    private readonly Option<string?> _output = new("--out", "-o")
    {
        Description = "Folder for the figure, the numbers, the predictions, and the voice's run (voice/).",
    };

    private readonly StoreOptions _store = new();

    public static Command Create()
    {
        var verb = new TextVerb();
        var command = new Command(
            "text", "Tells the emotion from the words alone (TF-IDF, naive Bayes), against a voice on the same folds.")
        {
            verb._folder, verb._against, verb._split, verb._alone, verb._transcripts, verb._output,
        };
        verb._store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() => verb.Run(parsed, cancel)));
        return command;
    }

    private void Run(ParseResult parsed, CancellationToken cancel)
    {
        var output = parsed.GetValue(_output);
        var trains = parsed.GetValue(_against) is null && !parsed.GetValue(_alone);
        if (trains && output is null)
        {
            throw new BadOptionException(
                "There is no voice to hold the words against.", "Name a run with --against, train one into a folder " +
                "with --out, or say --alone.");
        }
        var terminal = new Terminal(parsed);
        var corpus = CorpusReader.Read(parsed.GetRequiredValue(_folder));
        var transcripts = parsed.GetValue(_transcripts) is { } table
            ? Transcripts.Read(table, corpus) : Transcripts.Of(corpus);
        var (result, predictions) = parsed.GetValue(_alone)
            ? TextAgainstVoice.Of(corpus, transcripts, SplitVerb.Rule(parsed.GetRequiredValue(_split), null))
            : TextAgainstVoice.Of(corpus, transcripts, Voice(parsed, terminal, corpus, cancel));
        if (output is not null)
        {
            Write(output, result, predictions);
        }
        terminal.Result(result, Text);
    }

    private Run Voice(ParseResult parsed, Terminal terminal, Corpus corpus, CancellationToken cancel)
    {
        if (parsed.GetValue(_against) is { } run)
        {
            return Reports.Run.Load(run);
        }
        var options = new ExperimentOptions { Split = SplitVerb.Rule(parsed.GetRequiredValue(_split), null) };
        using var progress = new TrainProgress(terminal);
        return new Experiment(options, TimeProvider.System).Execute(
            corpus, Path.Combine(parsed.GetRequiredValue(_output)!, "voice"), command: "serlab text",
            progress: progress, cancel: cancel, store: _store.Of(parsed));
    }

    private static void Write(string folder, TextAgainstVoice result, Predictions predictions)
    {
        Directory.CreateDirectory(folder);
        predictions.WriteCsv(Path.Combine(folder, "text-predictions.csv"));
        Json.Write(Path.Combine(folder, "text.json"), result);
        using var renderer = StaticRenderer.Find();
        result.Figure().Save(folder, $"{result.Corpus}-text", renderer);
    }

    private static string Text(TextAgainstVoice result) =>
        $"{result.Corpus}, {result.Split}\n\n{result.ToText()}\n{result.Verdict}";
}
