using SerLab.Corpora;
using SerLab.Features;
using SerLab.Splits;
using SerLab.Training;
using static TorchSharp.torch;

namespace SerLab.Reports;

/// <summary>The features that an experiment learns from and is tested on.</summary>
internal sealed class TrainingFeatures(
    ExperimentOptions options, FeatureTable table, FeatureStore? store, IProgress<ExperimentProgress>? progress,
    CancellationToken cancel) : IDisposable
{
    /// <summary>Of the recordings as they are.</summary>
    public FeatureTable Table { get; } = table;

    public static TrainingFeatures Compute(
        ExperimentOptions options, Corpus corpus, IProgress<ExperimentProgress>? progress, CancellationToken cancel,
        FeatureStore? store)
    {
        var table = Computed(FeatureSets.Create(options.Features), corpus.Utterances, "features", store, progress, cancel);
        return new TrainingFeatures(options, table, store, progress, cancel);
    }

    /// <summary>What a network learns from, epoch by epoch: the clips of the part, and augmented copies of them.</summary>
    /// <param name="part">The training part.</param>
    /// <param name="labels">The classes, in the order of the network's outputs.</param>
    /// <param name="scaler">Fitted on the clips as they are.</param>
    /// <param name="seed">Of the training; decides over the copies.</param>
    public EpochExamples ToTrain(TrainPart part, IReadOnlyList<string> labels, Scaler scaler, int seed)
    {
        var isRenewed = options.Augmentation is { OnTheFly: true, Policy.Copies: > 0 };
        return new EpochExamples(Make, isRenewed ? options.Training.Epochs : 1);

        Examples Make(int epoch)
        {
            FeatureTable[] copies = [.. Copies(part, seed, isRenewed ? epoch : 0)];
            try
            {
                return Of([Table, .. copies], Twice(part.Utterances), labels, scaler);
            }
            finally
            {
                Array.ForEach(copies, copy => copy.Dispose());
            }
        }
    }

    /// <summary>The examples of a part, scaled.</summary>
    public Examples Of(Part part, IReadOnlyList<string> labels, Scaler scaler) =>
        Of([Table], part.Utterances, labels, scaler);

    public void Dispose() => Table.Dispose();

    private IReadOnlyList<Utterance> Twice(IReadOnlyList<Utterance> utterances) =>
        [.. utterances, .. utterances.Where(utterance => utterance.Emotion == options.Twice)];

    private IEnumerable<FeatureTable> Copies(TrainPart part, int seed, int epoch)
    {
        if (options.Augmentation is not { Policy: var policy })
        {
            yield break;
        }
        for (var copy = 1; copy <= policy.Copies; copy++)
        {
            var set = new AugmentedCopy(policy, seed, copy, epoch).Of(Table.Set);
            yield return epoch > 0 // made anew each time: nothing to keep, and the training's own bar moves
                ? Computed(set, part.Utterances, "", null, null, cancel)
                : Computed(set, part.Utterances, $"augmented copy {copy} of {policy.Copies}", store, progress, cancel);
        }
    }

    // A clip whose copy cannot be made is learnt from without it.
    private Examples Of(
        IReadOnlyList<FeatureTable> tables, IReadOnlyList<Utterance> utterances, IReadOnlyList<string> labels,
        Scaler scaler)
    {
        var (set, truth) = (Table.Set, new List<int>());
        var values = new List<float[]>();
        foreach (var one in tables)
        {
            var there = one.Utterances.Select(utterance => utterance.Id).ToHashSet(StringComparer.Ordinal);
            Utterance[] own = [.. utterances.Where(utterance => there.Contains(utterance.Id))];
            var rows = one.Rows(one.RowsOf(own));
            scaler.Apply(rows, set.Shape, own);
            values.Add(rows);
            truth.AddRange(own.Select(utterance => labels.IndexOf(utterance.Emotion)));
        }
        return Examples.From(values, set.Shape, [.. truth]).To(device(options.Training.Device));
    }

    private static FeatureTable Computed(
        FeatureSet set, IReadOnlyList<Utterance> utterances, string stage, FeatureStore? store,
        IProgress<ExperimentProgress>? progress, CancellationToken cancel)
    {
        var table = CorpusFeatures.Compute(
            utterances, set, Environment.ProcessorCount,
            new Relay<BatchProgress>(p => progress?.Report(new(stage, p.Done, p.Total))), cancel, store);
        foreach (var remark in table.Remarks)
        {
            progress?.Report(new(stage, utterances.Count, utterances.Count, Remark: remark));
        }
        return table;
    }
}
