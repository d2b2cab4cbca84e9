using System.Diagnostics;
using System.Globalization;
using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Features;
using TorchSharp;

namespace SerLab.Bench;

/// <summary>Clips a second, warm: features alone on 200 clips of 3 s, then whole files from decoding on.</summary>
internal static class FeatureSpeed
{
    private const int Clips = 200;

    public static void Run(string[] arguments)
    {
        var set = FeatureSets.Create(new FeatureOptions { Set = "fs2" });
        var clips = Enumerable.Range(0, Clips).Select(Noise).ToArray();
        torch.set_num_threads(1);
        Report("fs2, one thread", Clips, () =>
        {
            foreach (var clip in clips)
            {
                set.Compute(clip);
            }
        });
        Report($"fs2, {Environment.ProcessorCount} jobs", Clips,
            () => Parallel.ForEach(clips, clip => set.Compute(clip)));
        if (arguments is [var folder, ..])
        {
            var utterances = CorpusReader.Read(folder).Utterances;
            foreach (var jobs in new[] { 1, Environment.ProcessorCount })
            {
                Report($"decode, resample and fs2, {jobs} jobs", utterances.Count,
                    () => CorpusFeatures.Compute(utterances, set, jobs));
            }
        }
    }

    private static Clip Noise(int seed)
    {
        var random = new Random(seed);
        var samples = new float[3 * FeatureSets.Rate];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)(random.NextDouble() - 0.5);
        }
        return new Clip(samples, FeatureSets.Rate, $"noise {seed}");
    }

    // The best of five after one warm-up.
    private static void Report(string what, int clips, Action work)
    {
        work();
        var seconds = Enumerable.Range(0, 5).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalSeconds;
        }).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-40} median {clips / seconds[2],7:0} clips/s   best {clips / seconds[0],7:0} clips/s"));
    }
}
