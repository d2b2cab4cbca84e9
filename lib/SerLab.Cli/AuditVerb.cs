using System.CommandLine;
using SerLab.Features;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Reports;
using SerLab.Splits.Auditing;

namespace SerLab.Cli;

/// <summary><c>serlab audit</c>: whether the test part of a split, anybody's, is new to the model.</summary>
internal sealed class AuditVerb
{
    private static readonly Dictionary<string, AuditCheck> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["phrases"] = AuditCheck.Phrase,
        ["speakers"] = AuditCheck.Speaker,
        ["speakers+phrases"] = AuditCheck.SpeakerAndPhrase,
        ["recordings"] = AuditCheck.SameRecording,
    };

    private readonly Argument<string[]> _paths = new("split")
    {
        Description =
            "A CSV with a recording and its part a row; a run folder; train.csv and test.csv; or a folder with train " +
            "and test in it.",
        Arity = new ArgumentArity(1, 20),
    };

    private readonly Option<string?> _root = new("--root") { Description = "Where the recordings lie." };

    private readonly Option<string?> _file = Column("file", "the recordings");
    private readonly Option<string?> _part = Column("part", "the parts");
    private readonly Option<string?> _fold = Column("fold", "the folds");
    private readonly Option<string?> _speaker = Column("speaker", "the speakers");
    private readonly Option<string?> _phrase = Column("phrase", "the phrases");
    private readonly Option<string?> _emotion = Column("emotion", "the labels");

    private readonly Option<string[]> _words = new("--part-words")
    {
        Description = "What words for parts mean, such as probe=test; known are train, dev, test and their like.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _allow = new("--allow")
    {
        Description =
            $"What may be on both sides, because nobody claims otherwise: {string.Join(", ", Kinds.Keys)}.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _silent = new("--no-audio") { Description = "Compare names alone, no recordings." };
    private readonly Option<string?> _output = new("--out", "-o") { Description = "The page to write, .html." };

    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Exit with 1 unless the split is clean: where it leaks, and where that cannot be told.",
    };

    private readonly StoreOptions _store = new();

    public static Command Create()
    {
        var verb = new AuditVerb();
        var command = new Command("audit", "Says whether the test part of a split leaks: anybody's, or a run's.")
        {
            verb._paths, verb._root, verb._file, verb._part, verb._fold, verb._speaker, verb._phrase, verb._emotion,
            verb._words, verb._allow, verb._silent, verb._output, verb._strict,
        };
        verb._store.AddTo(command);
        command.SetAction((parsed, cancel) => Task.Run(() => verb.Run(parsed, cancel)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancel)
    {
        var terminal = new Terminal(parsed);
        var page = parsed.GetValue(_output) is { } output ? CommonOptions.Ending(output, ".html") : null;
        var report = Report(parsed, terminal, cancel);
        terminal.Result(report, AuditText.ToText);
        if (page is not null)
        {
            using var renderer = StaticRenderer.Find();
            AuditPage.Of(report, renderer).Save(page);
            terminal.Say($"written to {page}");
        }
        return parsed.GetValue(_strict) && report.Verdict != AuditVerdict.Clean
            ? terminal.Fail(report.Summary)
            : 0;
    }

    private AuditReport Report(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var (paths, root) = (parsed.GetRequiredValue(_paths), parsed.GetValue(_root));
        var options = new AuditOptions { Allowed = Allowed(parsed), Listens = !parsed.GetValue(_silent) };
        if (paths is [var folder] && new RunFolder(folder).IsFinished)
        {
            using var bar = terminal.Progress("audit", "recordings");
            return new RunAudit(folder, root).Execute(
                options, _store.Of(parsed), new Relay<ExperimentProgress>(p => bar.Show(p.Done, p.Total)), cancel);
        }
        var split = AuditedSplitReader.Read(paths, Columns(parsed), root);
        using var line = terminal.Progress("listening", "recordings");
        return LeakAudit.Of(split, options, new Relay<BatchProgress>(p => line.Show(p.Done, p.Total)), cancel);
    }

    private SplitColumns Columns(ParseResult parsed) => new()
    {
        File = parsed.GetValue(_file),
        Part = parsed.GetValue(_part),
        Fold = parsed.GetValue(_fold),
        Speaker = parsed.GetValue(_speaker),
        Phrase = parsed.GetValue(_phrase),
        Emotion = parsed.GetValue(_emotion),
        PartWords = (parsed.GetValue(_words) ?? []).ToDictionary(
            word => word[..Math.Max(0, word.LastIndexOf('='))], PartOf, StringComparer.Ordinal),
    };

    private static AuditedPart PartOf(string word) =>
        word.LastIndexOf('=') is > 0 and var at
        && Enum.TryParse<AuditedPart>(word[(at + 1)..], ignoreCase: true, out var part)
            ? part
            : throw new BadOptionException(
                $"--part-words {word} does not say a part.",
                "Write word=train, word=validation, word=test or word=unused.");

    private AuditCheck[] Allowed(ParseResult parsed) =>
    [
        .. (parsed.GetValue(_allow) ?? []).Select(word => Kinds.TryGetValue(word, out var kind)
            ? kind
            : throw new BadOptionException(
                $"--allow {word}: that is none of {string.Join(", ", Kinds.Keys)}.", "Name one of these.")),
    ];

    private static Option<string?> Column(string name, string what) =>
        new($"--{name}") { HelpName = "column", Description = $"The column with {what}; else found by its name." };
}
