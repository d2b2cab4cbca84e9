using SerLab.Corpora;
using SerLab.Features;
using SerLab.Tests.Audio;
using SerLab.Tests.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class FeatureStoreTests : IDisposable
{
    private static readonly FeatureSet Set = FeatureSets.Create(new FeatureOptions { Set = "mel128" });

    private readonly TemporaryFolder _folder = new();
    private readonly FeatureStore _store;
    private readonly Corpus _corpus;

    public FeatureStoreTests()
    {
        _store = new FeatureStore(_folder["store"]);
        _corpus = Recordings.Corpus(_folder);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_store_and_the_number_of_jobs_change_not_one_byte()
    {
        var (expected, computed) = Write(1, null);
        Assert.Equal(0, computed.Stored);
        foreach (var jobs in new[] { 1, 3, 8 })
        {
            var (cold, filled) = Write(jobs, new FeatureStore(_folder[$"store{jobs}"]));
            var (warm, found) = Write(9 - jobs, new FeatureStore(_folder[$"store{jobs}"]));
            Assert.Equal(expected, cold);
            Assert.Equal(expected, warm);
            Assert.Equal([0, _corpus.Utterances.Count], new[] { filled.Stored, found.Stored });
            Assert.Equal(_corpus.Utterances, found.Utterances);
        }
    }

    [Fact]
    public void Rows_of_a_table_are_those_of_the_files_wherever_they_lie()
    {
        using FeatureTable without = Compute(null), cold = Compute(_store), warm = Compute(_store);
        Assert.All(_corpus.Utterances.Index(), u =>
        {
            var expected = Set.OfFile(u.Item.File);
            Assert.Equal(expected, without.Row(u.Index).ToArray());
            Assert.Equal(expected, cold.Row(u.Index).ToArray());
            Assert.Equal(expected, warm.Row(u.Index).ToArray());
        });
        Assert.Empty(warm.Remarks);
    }

    [Fact]
    public void Every_kind_of_recording_gives_what_it_gives_without_the_store()
    {
        string[] files =
        [
            .. Golden.Signals.Select(signal => Golden.Wav(signal.Data)),
            SoundMaker.Save(SoundMaker.Wav(new byte[16_000], channels: 8), "eight.wav"),
            SoundMaker.Save(SoundMaker.Wav(new byte[16_000], rate: 192_000), "fast.wav"),
        ];
        Assert.All(files, file => Assert.Equal(
            Set.OfFile(file), CorpusFeatures.OfFile(file, Set, _store, out _)));
        Assert.All(files, file => Assert.Equal(
            Set.OfFile(file), CorpusFeatures.OfFile(file, Set, _store, out _)));
    }

    [Fact]
    public void A_file_is_known_by_its_content_and_the_options_never_by_its_name()
    {
        Compute(_store).Dispose();
        var (one, two) = (_corpus.Utterances[0].File, _corpus.Utterances[1].File);
        File.Move(one, _folder["renamed.wav"]);
        File.Copy(two, one);
        Assert.Equal(2, Stored(Recordings.At(_folder["renamed.wav"]), Recordings.At(one)));
        var touched = File.ReadAllBytes(two);
        touched[^1] ^= 1;
        File.WriteAllBytes(two, touched);
        Assert.Equal(0, Stored(Recordings.At(two)));
        var other = FeatureSets.Create(new FeatureOptions { Set = "mel128", Padding = Padding.Floor });
        Assert.Equal(0, Stored(other, Recordings.At(one)));
        Assert.Equal(Set.OfFile(two), CorpusFeatures.OfFile(two, Set, _store, out _));
        Assert.Equal(other.OfFile(one), CorpusFeatures.OfFile(one, other, _store, out _));
        Assert.Equal([1, _corpus.Utterances.Count + 1], _store.List().Select(content => content.Clips).Order());
    }

    [Fact]
    public void What_changes_while_it_is_computed_is_not_kept()
    {
        var file = _corpus.Utterances[0].File;
        var changes = 0;
        var set = new FeatureSet(new FeatureOptions(), Recordings.Rate, [1], clip =>
        {
            if (changes++ == 0)
            {
                File.AppendAllText(file, "more");
            }
            return [changes];
        });
        Assert.Equal([1f], CorpusFeatures.OfFile(file, set, _store, out _));
        Assert.Equal([2f], CorpusFeatures.OfFile(file, set, _store, out _));
        Assert.Equal([2f], CorpusFeatures.OfFile(file, set, _store, out _));
    }

    [Fact]
    public void A_recording_that_cannot_be_read_is_left_out_with_and_without_the_store_for_the_same_reason()
    {
        File.WriteAllBytes(_folder["empty.wav"], []);
        File.WriteAllText(_folder["text.wav"], "not sound at all, but long enough to be looked at");
        Directory.CreateDirectory(_folder["folder.wav"]);
        string[] bad = ["empty.wav", "text.wav", "folder.wav", "missing.wav"];
        Utterance[] all = [.. bad.Select(name => Recordings.At(_folder[name])), _corpus.Utterances[0]];
        using FeatureTable without = Compute(null, all), with = Compute(_store, all), again = Compute(_store, all);
        Assert.Equal(bad.Length, without.LeftOut.Count);
        Assert.Equal(without.LeftOut, with.LeftOut);
        Assert.Equal(without.LeftOut, again.LeftOut);
    }

    [Theory]
    [InlineData(".rows", 70_001)]
    [InlineData(".keys", 64 + 3)]
    [InlineData(".keys", 64 + 40)]
    public void A_flipped_bit_is_found_by_verify_and_mended_by_the_next_use(string ending, int at)
    {
        var (expected, _) = Write(2, _store);
        Flip(ending, at);
        var check = _store.Verify(cancel: Cancel);
        Assert.Equal(1, Assert.Single(check.Problems).Clips);
        Assert.EndsWith(".rows", check.Problems[0].File);
        var (mended, summary) = Write(2, _store);
        Assert.Equal(expected, mended);
        Assert.Equal(_corpus.Utterances.Count - 1, summary.Stored);
        Assert.Equal(ending == ".keys" && at == 64 + 3 ? 1 : 0, _store.Verify(cancel: Cancel).Problems.Count);
        Assert.Empty(_store.Verify(repair: true, cancel: Cancel).Problems.Skip(1));
        Assert.Empty(_store.Verify(cancel: Cancel).Problems);
        Assert.Equal(_corpus.Utterances.Count, Write(2, _store).Summary.Stored);
    }

    [Fact]
    public void Damage_that_was_met_is_said_once()
    {
        Compute(_store).Dispose();
        Flip(".rows", 5);
        using FeatureTable first = Compute(_store), second = Compute(_store);
        Assert.Contains("1", Assert.Single(first.Remarks));
        Assert.Contains("damaged", first.Remarks[0], StringComparison.OrdinalIgnoreCase);
        Assert.Empty(second.Remarks);
    }

    [Fact]
    public void Cut_rows_and_what_killed_processes_left_are_found_and_taken_out()
    {
        Compute(_store).Dispose();
        var set = Assert.Single(Directory.GetDirectories(_store.Folder));
        using (var rows = new FileStream(Assert.Single(Directory.GetFiles(set, "*.rows")), FileMode.Open))
        {
            rows.SetLength(rows.Length / 2);
        }
        File.WriteAllText(Path.Combine(set, ".set.json.abc.tmp"), "{");
        File.WriteAllText(Path.Combine(set, "half.lock"), "");
        var lost = _corpus.Utterances.Count / 2;
        Assert.Equal([0, 0, lost], _store.Verify(cancel: Cancel).Problems.Select(p => p.Clips));
        Assert.Equal(3, _store.Verify(repair: true, cancel: Cancel).Problems.Count);
        var check = _store.Verify(cancel: Cancel);
        Assert.Empty(check.Problems);
        Assert.Equal(_corpus.Utterances.Count - lost, check.Clips);
        Assert.Equal(3, _store.List()[0].Shape.Count);
        Assert.Equal(4, Directory.GetFiles(set).Length);
    }

    [Fact]
    public void A_lost_description_is_found_and_comes_back_with_the_next_use()
    {
        Compute(_store).Dispose();
        var description = Assert.Single(Directory.GetFiles(_store.Folder, "set.json", SearchOption.AllDirectories));
        File.WriteAllText(description, "{");
        Assert.Equal(description, Assert.Single(_store.Verify(cancel: Cancel).Problems).File);
        Assert.Null(Assert.Single(_store.List()).Options);
        Assert.Equal(_corpus.Utterances.Count, Write(1, _store).Summary.Stored);
        Assert.Empty(_store.Verify(cancel: Cancel).Problems);
        Assert.Equal("mel128", _store.List()[0].Options!.Value.GetProperty("set").GetString());
    }

    [Fact]
    public void What_a_living_process_holds_is_not_left_over()
    {
        using var filling = _store.Open(Set);
        filling.OfFile(_corpus.Utterances[0].File);
        var set = Assert.Single(Directory.GetDirectories(_store.Folder));
        using var temporary = new FileStream(
            Path.Combine(set, ".set.json.abc.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Assert.Empty(_store.Verify(repair: true, cancel: Cancel).Problems);
        filling.OfFile(_corpus.Utterances[1].File);
        Assert.Equal(2, _store.Verify(cancel: Cancel).Clips);
    }

    [Fact]
    public void Clear_deletes_the_stores_own_and_nothing_else()
    {
        Compute(_store).Dispose();
        var set = Assert.Single(Directory.GetDirectories(_store.Folder));
        File.WriteAllText(Path.Combine(set, "mine.txt"), "mine");
        Directory.CreateDirectory(Path.Combine(_store.Folder, "thesis"));
        File.WriteAllText(Path.Combine(_store.Folder, "thesis", "set.json"), "mine");
        Assert.Equal(_corpus.Utterances.Count, Assert.Single(_store.Clear()).Clips);
        Assert.Equal([Path.Combine(set, "mine.txt")], Directory.GetFiles(set));
        Assert.True(File.Exists(Path.Combine(_store.Folder, "thesis", "set.json")));
        Assert.Equal(0, Write(1, _store).Summary.Stored);
        Assert.Empty(new FeatureStore(_folder["nowhere"]).Clear());
    }

    [Fact]
    public async Task A_reader_goes_on_while_the_store_is_cleared_again_and_again()
    {
        var (expected, _) = Write(1, null);
        using var table = Compute(_store);
        using var stop = new CancellationTokenSource();
        var clearing = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                _store.Clear();
            }
        }, Cancel);
        for (var round = 0; round < 5; round++)
        {
            Assert.Equal(expected, Write(2, _store).Bytes);
        }
        stop.Cancel();
        await clearing;
        Assert.All(_corpus.Utterances.Index(), u => Assert.Equal(Set.OfFile(u.Item.File), table.Row(u.Index).ToArray()));
        Assert.Empty(Write(2, _store).Summary.Remarks);
        Assert.All(_store.Verify(repair: true, cancel: Cancel).Problems, problem => Assert.Equal(0, problem.Clips));
        Assert.Empty(_store.Verify(cancel: Cancel).Problems);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_said_once_and_nothing_is_lost()
    {
        File.WriteAllText(_store.Folder, "a file where the folder should be");
        var (expected, _) = Write(1, null);
        var (bytes, summary) = Write(2, _store);
        Assert.Equal(expected, bytes);
        Assert.Contains(_store.Folder, Assert.Single(summary.Remarks));
        using var table = Compute(_store);
        Assert.Single(table.Remarks);
        Assert.Equal(Set.OfFile(_corpus.Utterances[3].File), table.Row(3).ToArray());
    }

    [Fact]
    public void A_cancelled_batch_keeps_what_was_done()
    {
        using var source = new CancellationTokenSource();
        var stop = new Listener<BatchProgress>(p => (p.Done > 6 ? source : null)?.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(
            () => CorpusFeatures.Write(_folder["x.npy"], _corpus.Utterances, Set, 2, stop, source.Token, _store));
        Assert.False(File.Exists(_folder["x.npy"]));
        Assert.InRange(Write(2, _store).Summary.Stored, 6, _corpus.Utterances.Count - 1);
    }

    private (byte[] Bytes, BatchSummary Summary) Write(int jobs, FeatureStore? store)
    {
        var summary = CorpusFeatures.Write(_folder["x.npy"], _corpus.Utterances, Set, jobs, null, Cancel, store);
        return (File.ReadAllBytes(_folder["x.npy"]), summary);
    }

    private FeatureTable Compute(FeatureStore? store, IReadOnlyList<Utterance>? utterances = null) =>
        CorpusFeatures.Compute(utterances ?? _corpus.Utterances, Set, 3, null, Cancel, store);

    private int Stored(params Utterance[] utterances) => Stored(Set, utterances);

    private int Stored(FeatureSet set, params Utterance[] utterances) =>
        CorpusFeatures.Write(_folder["y.npy"], utterances, set, 1, null, Cancel, _store).Stored;

    private void Flip(string ending, int at)
    {
        var file = Assert.Single(Directory.GetFiles(_store.Folder, $"*{ending}", SearchOption.AllDirectories));
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        var value = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(value ^ 4));
    }
}
