using SerLab.Bench;

var benchmarks = new SortedDictionary<string, (string What, Action<string[]> Run)>(StringComparer.Ordinal)
{
    ["features"] = ("clips/s of fs2 on one thread and on all: [folder of recordings]", FeatureSpeed.Run),
    ["memory"] = ("peak memory of `serlab features` on 1,000 to 100,000 clips: [set [counts]]", StoreMemory.Run),
    ["operators"] = ("what a call of a small operator costs, beside Python's PyTorch", OperatorSpeed.Run),
    ["training"] = ("samples/s of lenet2d beside the same model in Python's PyTorch", TrainingSpeed.Run),
};

if (args is [var name, .. var rest] && benchmarks.TryGetValue(name, out var benchmark))
{
    benchmark.Run(rest);
    return 0;
}
foreach (var (key, (what, _)) in benchmarks)
{
    Console.WriteLine($"  {key,-10} {what}");
}
return args.Length == 0 ? 0 : 2;
