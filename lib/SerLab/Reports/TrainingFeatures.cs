using SerLab.Corpora;
using SerLab.Features;
using SerLab.Splits;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Reports;

/// <summary>The features that an experiment learns from and is tested on.</summary>
internal sealed class TrainingFeatures : IDisposable
{
    private readonly ExperimentOptions _options;

    private TrainingFeatures(ExperimentOptions options, FeatureTable table) => (_options, Table) = (options, table);

    /// <summary>Of the recordings as they are.</summary>
    public FeatureTable Table { get; }

    /// <summary>Recordings that could not be used, and why.</summary>
    public IReadOnlyList<LeftOut> LeftOut => Table.LeftOut;

    public static TrainingFeatures Compute(
        ExperimentOptions options, Corpus corpus, IReadOnlyList<SplitPlan> plans,
        IProgress<ExperimentProgress>? progress, CancellationToken cancel, FeatureStore? store)
    {
        var total = corpus.Utterances.Count;
        var table = CorpusFeatures.Compute(
            corpus.Utterances, FeatureSets.Create(options.Features), Environment.ProcessorCount,
            new Relay<BatchProgress>(p => progress?.Report(new("features", p.Done, p.Total))), cancel, store);
        foreach (var remark in table.Remarks)
        {
            progress?.Report(new("features", total, total, Remark: remark));
        }
        return new TrainingFeatures(options, table);
    }

    /// <summary>What a network learns from, epoch by epoch.</summary>
    public EpochExamples ToTrain(TrainPart part, IReadOnlyList<string> labels, Scaler scaler) =>
        new(Of([.. part.Utterances, .. part.Utterances.Where(u => u.Emotion == _options.Twice)], labels, scaler));

    /// <summary>The examples of a part, scaled.</summary>
    public Examples Of(Part part, IReadOnlyList<string> labels, Scaler scaler) => Of(part.Utterances, labels, scaler);

    private Examples Of(IReadOnlyList<Utterance> utterances, IReadOnlyList<string> labels, Scaler scaler)
    {
        var values = Table.Rows(Table.RowsOf(utterances));
        scaler.Apply(values, Table.Set.Shape, utterances);
        int[] truth = [.. utterances.Select(u => labels.IndexOf(u.Emotion))];
        return Examples.From(values, Table.Set.Shape, truth).To(device(_options.Training.Device));
    }

    public void Dispose() => Table.Dispose();
}
