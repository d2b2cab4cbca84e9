using SerLab.Corpora;
using SerLab.Evaluation;
using SerLab.Features;
using SerLab.Figures;
using SerLab.Files;
using SerLab.Models;
using SerLab.Reports;
using SerLab.Splits;
using SerLab.Tests.Features;
using SerLab.Tests.Files;
using SerLab.Training;

namespace SerLab.Tests.Reports;

/// <summary>
/// One small finished run, made once for a class of tests, and the way to make more. For classes that run alone.
/// </summary>
public sealed class SmallRuns : IDisposable
{
    public static readonly ExperimentOptions Options = new()
    {
        Features = new FeatureOptions { Set = "mel128" },
        Model = new Cnn2d { Channels = [2], Hidden = 4 },
        Split = new SpeakerSplit { TestNames = ["S3"], ValidationNames = ["S2"] },
        Training = new TrainingOptions { Epochs = 3, Batch = 8, LearningRate = 0.01 },
    };

    private readonly TemporaryFolder _sounds = new();
    private readonly TemporaryFolder _runs = new();
    private readonly string? _browser = Environment.GetEnvironmentVariable(StaticRenderer.ProgramVariable);

    public SmallRuns()
    {
        Environment.SetEnvironmentVariable(StaticRenderer.ProgramVariable, ""); // pictures have tests of their own
        File.WriteAllText(_sounds["bad.wav"], "not a sound");
        var corpus = Recordings.Corpus(_sounds, speakers: 4, phrases: 3);
        Corpus = corpus with
        {
            Utterances = [.. corpus.Utterances, Recordings.At(_sounds["bad.wav"])],
            LeftOut = [new LeftOut("odd.wav", "its name is not understood")],
        };
        Finished = Execute(Options, Folder("finished"));
    }

    public Corpus Corpus { get; }

    public Run Finished { get; }

    public string Folder(string name) => _runs[name];

    public Run Execute(
        ExperimentOptions options, string folder, WhenFinished whenFinished = WhenFinished.Reuse,
        Corpus? corpus = null, Action<ExperimentProgress>? hear = null, CancellationToken? cancel = null,
        FeatureStore? store = null) =>
        new Experiment(options, TimeProvider.System).Execute(
            corpus ?? Corpus, folder, whenFinished, "a test", new Listener<ExperimentProgress>(hear ?? (_ => { })),
            cancel ?? TestContext.Current.CancellationToken, store);

    /// <summary>A run that never was, with these answers.</summary>
    public static Run Imagined(
        Predictions predictions, SplitRule split, string hash = "one", Architecture? model = null)
    {
        var options = new ExperimentOptions { Split = split, Model = model ?? new LeNet2d() };
        var data = new DataSummary("tess", "here", hash, 7, []);
        var manifest = new RunManifest(options, "key", "", data, $"{split}.", RunManifest.CurrentVersions, 2, 1.5);
        Epoch[] history = [Epoch(1, 0.5, 1), Epoch(2, 0.75, 0.9), Epoch(3, 0.75, 0.8), Epoch(4, 0.75, 0.8)];
        return new Run(new RunFolder("nowhere"), manifest, history, predictions, MetricsReport.Of(predictions, "x"));
    }

    public void Dispose()
    {
        _sounds.Dispose();
        _runs.Dispose();
        Environment.SetEnvironmentVariable(StaticRenderer.ProgramVariable, _browser);
    }

    private static Epoch Epoch(int number, double uar, double loss) =>
        new(number, new Score(1.0 / number, 0.4, 0.3), new Score(loss, 0.6, uar), 0.001, 2.5);
}
