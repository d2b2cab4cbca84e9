using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Models;
using SerLab.Splits.Auditing;
using SerLab.Training;

namespace SerLab.Reports;

/// <summary>
/// Audits a finished run: its split, and what only a run can tell. Nothing is taken from its word: features are
/// computed again, and the scaler in the bundle is compared with one that is fitted on the training part.
/// </summary>
public sealed class RunAudit(string folder, string? root = null)
{
    private readonly Run _run = Run.Load(folder);

    /// <summary>Audits the run.</summary>
    /// <param name="options">What is taken for granted; nothing without it.</param>
    /// <param name="store">Where features are kept; they are computed without it.</param>
    /// <param name="progress">Receives every recording that is heard, then each whose features are computed.</param>
    /// <param name="cancel">Ends it between two recordings.</param>
    /// <exception cref="BadFileException">A file of the run is missing or broken.</exception>
    public AuditReport Execute(
        AuditOptions? options = null, FeatureStore? store = null, IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancel = default)
    {
        var read = AuditedSplitReader.Read([_run.Folder.Split], root: root);
        var split = read with { Source = folder };
        var report = LeakAudit.Of(split, options, Stage("listening", progress), cancel);
        return report.With(
        [
            Scalers(split, store, progress, cancel), Selection(split), Augmentation(),
        ]);
    }

    /// <summary>The trainings of the run: the folder of each, and its fold.</summary>
    private IEnumerable<(string Folder, string Fold)> Trainings => _run.Parts.Count == 0
        ? [(folder, "")]
        : _run.Parts.Select(part => (Path.Combine(folder, part.Folder), part.Fold));

    private AuditFinding Augmentation() => _run.Manifest.Options.Augmentation is null
        ? new(AuditCheck.Augmentation, Severity.Fine, "Nothing was augmented.")
        : new(
            AuditCheck.Augmentation, Severity.Fine,
            "Augmented copies were made of training recordings alone, after the split.");

    private AuditFinding Selection(AuditedSplit split)
    {
        var shared = split.Folds.Sum(fold => fold.Validation.Select(row => row.File)
            .Intersect(fold.Test.Select(row => row.File), StringComparer.Ordinal).Count());
        var count = split.Folds.Sum(fold => fold.Validation.Count());
        if (_run.Manifest.Options is { ValidatesOnTest: true, Training.Watch: not Watched.Last })
        {
            var tested = split.Folds.Sum(fold => fold.Test.Count());
            return new(
                AuditCheck.Selection, Severity.Leak,
                $"All {tested} test recordings were the validation part too: they chose the epoch.", tested, tested);
        }
        return (_run.Manifest.Options.Training.Watch, count, shared) switch
        {
            (_, _, > 0) => new(
                AuditCheck.Selection, Severity.Leak,
                $"{shared} of {count} validation recordings, which chose the epoch, are test recordings.",
                shared, count),
            (Watched.Last, _, _) => new(
                AuditCheck.Selection, Severity.Fine, "The last epoch was kept, so nothing chose it."),
            (_, 0, _) => new(
                AuditCheck.Selection, Severity.Unknown,
                "An epoch was chosen, but there is no validation part: nothing tells what chose it."),
            var (watched, _, _) => new(
                AuditCheck.Selection, Severity.Fine,
                $"The epoch was chosen by {watched.ToString().ToLowerInvariant()} on {count} validation recordings, " +
                "none of which is a test recording.", 0, count),
        };
    }

    private AuditFinding Scalers(
        AuditedSplit split, FeatureStore? store, IProgress<ExperimentProgress>? progress, CancellationToken cancel)
    {
        var bundles = Trainings.Select(one => (
            one.Fold, Info: Json.Read<BundleInfo>(Path.Combine(one.Folder, ModelBundle.InfoFile)))).ToArray();
        if (bundles.All(bundle => !ScalerOrigin.IsFitted(bundle.Info.Scaler)))
        {
            return new(
                AuditCheck.Scaler, Severity.Fine,
                "Recordings are scaled one by one or not at all: nothing was fitted.");
        }
        AuditedRow[] rows = [.. split.Rows.Where(row => row.Part != AuditedPart.Unused).DistinctBy(row => row.File)];
        if (rows.Any(row => row.Path is null))
        {
            return new(
                AuditCheck.Scaler, Severity.Unknown,
                "On what the scaler was fitted cannot be told without all recordings: name their folder with --root.");
        }
        using var table = CorpusFeatures.Compute(
            [.. rows.Select(UtteranceOf)], FeatureSets.Create(bundles[0].Info.Features), Environment.ProcessorCount,
            Stage("features", progress), cancel, store);
        var folds = split.Folds.ToDictionary(fold => fold.Name, StringComparer.Ordinal);
        return Conclude([.. bundles.Select(bundle => Origin(bundle.Info.Scaler, folds[bundle.Fold], table))]);
    }

    private Utterance UtteranceOf(AuditedRow row) => new(
        row.File, row.Path!, _run.Manifest.Data.Corpus, row.Speaker ?? "", row.Emotion ?? "", row.Emotion ?? "");

    private ScalerFit Origin(Scaler scaler, AuditedFold fold, FeatureTable table)
    {
        var rowOf = table.Utterances.Index().ToDictionary(one => one.Item.Id, one => one.Index, StringComparer.Ordinal);
        return new ScalerFit(
            To(fold.Train), Math.Min(To(fold.Used), To(fold.Train.Concat(fold.Test))), To(fold.Seen));

        double To(IEnumerable<AuditedRow> rows)
        {
            var files = rows.Select(row => row.File).Where(rowOf.ContainsKey).Order(StringComparer.Ordinal);
            var fitted = Scaler.Fit(_run.Manifest.Options.Scaler, table, [.. files.Select(file => rowOf[file])]);
            return ScalerOrigin.Distance(scaler, fitted);
        }
    }

    private static AuditFinding Conclude(ScalerFit[] fits)
    {
        var leaks = fits.Count(fit => fit.ToAll <= ScalerOrigin.Same && fit.ToTrain > ScalerOrigin.Same);
        var unknown = fits.Count(fit => fit.Nearest > ScalerOrigin.Same);
        var nearest = fits.Min(fit => fit.ToAll);
        var contrast = nearest <= ScalerOrigin.Same
            ? "the test part would change nothing in it"
            : $"one that had seen the test part would differ by {Wording.Short(nearest)} of its scale or more";
        return (leaks, unknown) switch
        {
            ( > 0, _) => Found(
                Severity.Leak, leaks, "The scaler fits training and test recordings together.",
                $"{leaks} of {fits.Length} scalers fit training and test recordings together."),
            (_, > 0) => Found(
                Severity.Unknown, unknown,
                "The scaler fits neither the training part nor all recordings: features or recordings have changed.",
                $"{unknown} of {fits.Length} scalers fit neither the training part nor all recordings: features or " +
                "recordings have changed."),
            _ => Found(
                Severity.Fine, 0, $"The scaler was fitted on the training part: {contrast}.",
                $"All {fits.Length} scalers were fitted on the training part: {contrast}."),
        };

        AuditFinding Found(Severity severity, int count, string ofOne, string ofMany) =>
            new(AuditCheck.Scaler, severity, fits.Length == 1 ? ofOne : ofMany, count, fits.Length);
    }

    private static IProgress<BatchProgress> Stage(string stage, IProgress<ExperimentProgress>? progress) =>
        new Relay<BatchProgress>(p => progress?.Report(new(stage, p.Done, p.Total)));

    /// <summary>How far a scaler is from those fitted on training, on all, and on training and validation.</summary>
    private sealed record ScalerFit(double ToTrain, double ToAll, double ToSeen)
    {
        public double Nearest => Math.Min(ToTrain, Math.Min(ToAll, ToSeen));
    }
}
