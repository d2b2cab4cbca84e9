using SerLab.Bench;
using SerLab.Files;

var benchmarks = new SortedDictionary<string, (string What, Action<string[]> Run)>(StringComparer.Ordinal)
{
    ["augmentation"] = ("ms a clip of every augmentation, beside librosa", AugmentationSpeed.Run),
    ["audit"] = ("the same recording found again, and planted leaks, on corpora: folders", AuditRecall.Run),
    ["corpus"] = ("`serlab features` of a folder, with an empty store and from the store: folder", CorpusSpeed.Run),
    ["features"] = ("clips/s of the feature sets, beside librosa: [folder of recordings]", FeatureSpeed.Run),
    ["memory"] = ("peak memory of `serlab features` on 1,000 to 100,000 clips: [set [counts]]", StoreMemory.Run),
    ["operators"] = ("what a call of a small operator costs, beside Python's PyTorch", OperatorSpeed.Run),
    ["parity"] = ("every feature beside librosa's numbers, into docs/parity.md: [folder of vectors]", Parity.Run),
    ["prediction"] = ("how long a prediction takes, cold and warm: folder of recordings, run folders", PredictionSpeed.Run),
    ["splits"] = ("ms of the plans of every split rule, on corpora of two sizes", SplitSpeed.Run),
    ["statistics"] = ("whether intervals hold the truth and tests keep their level, simulated", StatisticsTruth.Run),
    ["training"] = ("samples/s of the trainer beside the same networks in Python's PyTorch: [models]", TrainingSpeed.Run),
};

if (args is [var name, .. var rest] && benchmarks.TryGetValue(name, out var benchmark))
{
    try
    {
        benchmark.Run(rest);
        return 0;
    }
    catch (Exception failure) when (failure is BenchFailedException or SerLabException)
    {
        Console.Error.WriteLine(failure.Message);
        return 1;
    }
}
foreach (var (key, (what, _)) in benchmarks)
{
    Console.WriteLine($"  {key,-12} {what}");
}
return args.Length == 0 ? 0 : 2;
