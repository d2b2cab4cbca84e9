using System.Runtime.InteropServices;
using SerLab.Corpora;
using SerLab.Features;
using SerLab.Files;
using SerLab.Tests.Audio;
using SerLab.Tests.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class CorpusFeaturesTests : IDisposable
{
    private static readonly FeatureSet Set = FeatureSets.Create(new FeatureOptions());

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_number_of_jobs_changes_not_one_bit()
    {
        var utterances = Golden.Signals.Select(signal => Recordings.At(Golden.Wav(signal.Data))).ToArray();
        var alone = Compute(utterances, 1);
        foreach (var jobs in new[] { 0, 2, 7 })
        {
            var together = Compute(utterances, jobs);
            Assert.Equal(Bytes(alone.Values), Bytes(together.Values));
            Assert.Equal(utterances, together.Utterances);
        }
        Assert.Empty(alone.LeftOut);
    }

    [Fact]
    public void A_row_holds_what_the_file_gives_alone()
    {
        var corpus = Recordings.Corpus(_folder);
        var table = Compute(corpus.Utterances, 2);
        Assert.All(corpus.Utterances.Index(), u => Assert.Equal(Set.OfFile(u.Item.File), table.Row(u.Index).ToArray()));
        Assert.Equal([.. table.Row(3), .. table.Row(1)], table.Rows([3, 1]));
    }

    [Fact]
    public void Bad_recordings_are_left_out_with_a_reason_each_and_the_rest_keeps_its_order()
    {
        var good = Recordings.Corpus(_folder, phrases: 2).Utterances;
        var bad = Bad();
        Utterance[] mixed =
        [
            .. good.Zip(bad).SelectMany(pair => new[] { Recordings.At(pair.Second), pair.First }),
            .. good.Skip(bad.Length),
        ];
        var table = Compute(mixed, 2);
        Assert.Equal(good, table.Utterances);
        Assert.Equal(Compute(good, 1).Values, table.Values);
        Assert.Equal(bad, table.LeftOut.Select(left => left.File));
        Assert.All(table.LeftOut, left => Assert.StartsWith(left.File, left.Reason));
        Assert.All(table.LeftOut, left => Assert.True(left.Reason.Length > left.File.Length + 20, left.Reason));
        Assert.All(table.Values, value => Assert.InRange(value, -80, 0));
    }

    [Fact]
    public void Odd_but_sound_recordings_give_features()
    {
        string[] odd =
        [
            SoundMaker.Save(SoundMaker.FloatWav(0.5f), "one-sample.wav"),
            SoundMaker.Save(SoundMaker.Wav(new byte[20_000]), "zeros.wav"),
            SoundMaker.Save(SoundMaker.Wav(new byte[16_000], channels: 8), "eight.wav"),
            SoundMaker.Save(SoundMaker.Wav(new byte[16_000], rate: 192_000), "fast.wav"),
            SoundMaker.Save(SoundMaker.FloatWav(1e-20f, -1e-20f, 3f), "loud.wav"),
        ];
        var table = Compute([.. odd.Select(file => Recordings.At(file))], 2);
        Assert.Empty(table.LeftOut);
        Assert.All(table.Values, value => Assert.InRange(value, -80, 0));
    }

    [Fact]
    public void No_good_recording_at_all_is_an_error_that_names_the_first_and_says_why()
    {
        var bad = Bad();
        var failure = Assert.Throws<BadFileException>(
            () => Compute([.. bad.Select(file => Recordings.At(file))], 2));
        Assert.Equal(bad[0], failure.Path);
        Assert.Contains($"not one of {bad.Length}", failure.Message);
        Assert.Contains("0 bytes", failure.Message);
    }

    [Fact]
    public void Progress_counts_every_recording_and_those_left_out()
    {
        Utterance[] all = [.. Recordings.Corpus(_folder).Utterances, .. Bad().Select(file => Recordings.At(file))];
        var seen = new List<BatchProgress>();
        CorpusFeatures.Compute(
            all, Set, 2, new Listener<BatchProgress>(step => { lock (seen) seen.Add(step); }),
            TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, all.Length), seen.Select(step => step.Done).Order());
        Assert.All(seen, step => Assert.Equal(all.Length, step.Total));
        Assert.Equal(Bad().Length, seen.Max(step => step.LeftOut));
    }

    [Fact]
    public void A_cancelled_batch_stops_before_its_end()
    {
        var utterances = Recordings.Corpus(_folder).Utterances;
        using var source = new CancellationTokenSource();
        var done = 0;
        var stop = new Listener<BatchProgress>(_ =>
        {
            Interlocked.Increment(ref done);
            source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => CorpusFeatures.Compute(utterances, Set, 2, stop, source.Token));
        Assert.InRange(done, 1, utterances.Count - 1);
    }

    private static FeatureTable Compute(IReadOnlyList<Utterance> utterances, int jobs) =>
        CorpusFeatures.Compute(utterances, Set, jobs, null, TestContext.Current.CancellationToken);

    private string[] Bad()
    {
        Directory.CreateDirectory(_folder["folder.wav"]);
        return
        [
            Save("empty.wav", []),
            Save("header.wav", SoundMaker.Wav([])),
            Save("text.wav", [.. "not sound at all, but long enough to be looked at"u8]),
            Save("nan.wav", SoundMaker.FloatWav([.. Enumerable.Repeat(0.1f, 500), float.NaN])),
            Save("huge.wav", SoundMaker.FloatWav([.. Enumerable.Repeat(3e38f, 500)])),
            _folder["folder.wav"],
            _folder["missing.wav"],
        ];
    }

    private string Save(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        return _folder[name];
    }

    private static byte[] Bytes(float[] values) => MemoryMarshal.AsBytes<float>(values).ToArray();
}
