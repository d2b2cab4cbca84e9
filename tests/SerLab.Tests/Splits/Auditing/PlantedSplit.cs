using SerLab.Audio;
using SerLab.Corpora;
using SerLab.Files;
using SerLab.Splits;
using SerLab.Splits.Auditing;
using SerLab.Tests.Audio.Fingerprints;

namespace SerLab.Tests.Splits.Auditing;

/// <summary>
/// A split by speaker and phrase that is clean, into which one kind of leak is planted, so and so many times. Planted
/// rows carry the speaker, phrase and emotion of a training row where they do not stand for a leak themselves, so that
/// nothing but the planted leak can be found.
/// </summary>
/// <param name="corpus">With more than one speaker and phrase.</param>
/// <param name="folder">Where planted copies and tables are written.</param>
public sealed class PlantedSplit(Corpus corpus, string folder)
{
    private readonly SplitPlan _plan = new SpeakerAndPhraseSplit { Test = 0.2 }.Folds(corpus)[0];
    private readonly List<Row> _rows = [];
    private int _written;

    /// <summary>Every kind of leak: its name, the check that must find it, and how it is planted.</summary>
    public static IReadOnlyDictionary<string, (AuditCheck Check, Func<PlantedSplit, int, int> Plant)> Kinds { get; } =
        new Dictionary<string, (AuditCheck, Func<PlantedSplit, int, int>)>
        {
            ["the same file"] = (AuditCheck.SameFile, (split, count) => split.Files(count)),
            ["byte-equal copies"] = (AuditCheck.SameRecording, (split, count) => split.Copies(count, (from, to) => File.Copy(from, to))),
            ["sample-equal copies"] = (AuditCheck.SameRecording, (split, count) => split.Copies(count, Float)),
            ["named copies"] = (AuditCheck.NamedCopy, (split, count) => split.Named(count)),
            ["speakers"] = (AuditCheck.Speaker, (split, count) => split.Speakers(count)),
            ["phrases"] = (AuditCheck.Phrase, (split, count) => split.Phrases(count)),
            ["speakers' phrases"] = (AuditCheck.SpeakerAndPhrase, (split, count) => split.SpeakersPhrases(count)),
            ["a missing class"] = (AuditCheck.MissingClass, (split, _) => split.WithoutClass()),
            ["unequal class shares"] = (AuditCheck.ClassShares, (split, _) => split.UnequalClasses()),
        }
        .Concat(Distortions.SameSpeed.Select(one => KeyValuePair.Create(
            $"copies, {one.Key}", (AuditCheck.SameRecording, (Func<PlantedSplit, int, int>)((split, count) =>
                split.Copies(count, (from, to) => AudioFile.WriteFloat(to, one.Value(AudioFile.Load(from, rate: null)))))))))
        .ToDictionary();

    /// <summary>Writes a table with so many leaks of a kind; none without a kind. Gives how many were planted.</summary>
    public (string Table, int Planted) Write(string? kind, int count)
    {
        _rows.Clear();
        _rows.AddRange(_plan.Train.Utterances.Select(one => new Row(one, "train")));
        _rows.AddRange(_plan.Validation.Utterances.Select(one => new Row(one, "validation")));
        _rows.AddRange(_plan.Test.Utterances.Select(one => new Row(one, "test")));
        var planted = kind is null ? 0 : Kinds[kind].Plant(this, count);
        var table = Path.Combine(folder, "split.csv");
        Csv.WriteRows(table, ["file", "speaker", "phrase", "emotion", "part"], _rows.Select(row => new object?[]
            { row.File, row.Labels.Speaker, row.Labels.Phrase, row.Labels.Emotion, row.Part }));
        return (table, planted);
    }

    private static void Float(string from, string to) => AudioFile.WriteFloat(to, AudioFile.Load(from, rate: null));

    // Every so many of the test part.
    private Utterance[] SomeTests(int count)
    {
        var tests = _plan.Test.Utterances;
        var most = Math.Min(count, tests.Count);
        return [.. Enumerable.Range(0, most).Select(i => tests[i * tests.Count / most])];
    }

    private int Files(int count)
    {
        var some = SomeTests(count);
        _rows.AddRange(some.Select((one, i) => new Row(Trained(i), "train") { File = one.File }));
        return some.Length;
    }

    private int Copies(int count, Action<string, string> write)
    {
        var some = SomeTests(count);
        foreach (var (i, one) in some.Index())
        {
            var place = Path.Combine(folder, $"recording{_written++:0000}.wav");
            write(one.File, place);
            _rows.Add(new Row(Trained(i), "train") { File = place });
        }
        return some.Length;
    }

    private int Named(int count)
    {
        var some = SomeTests(count);
        foreach (var (i, one) in some.Index())
        {
            var place = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(one.File)}_noise1.wav");
            Float(Trained(i).File, place);
            _rows.Add(new Row(Trained(i), "train") { File = place });
        }
        return some.Length;
    }

    private int Speakers(int count) => FromUnused(count, _plan.Test.Speakers, one => one.Speaker, one =>
        !_plan.Test.Phrases.Contains(one.Phrase));

    private int Phrases(int count) => FromUnused(count, _plan.Test.Phrases, one => one.Phrase!, one =>
        !_plan.Test.Speakers.Contains(one.Speaker));

    // Utterances on no side share the speaker or the phrase with the test part, never both.
    private int FromUnused(
        int count, IReadOnlyList<string> names, Func<Utterance, string> nameOf, Func<Utterance, bool> isFree)
    {
        var chosen = names.Select(name => _plan.Unused.FirstOrDefault(one => nameOf(one) == name && isFree(one)))
            .OfType<Utterance>().Take(count).ToArray();
        _rows.AddRange(chosen.Select(one => new Row(one, "train")));
        return chosen.Length;
    }

    // One of several takes goes to training.
    private int SpeakersPhrases(int count)
    {
        var groups = _plan.Test.Utterances.GroupBy(one => (one.Speaker, one.Phrase)).Where(group => group.Count() > 1)
            .Take(count).ToArray();
        foreach (var (i, group) in groups.Index())
        {
            var take = group.ElementAt(i % group.Count());
            var at = _rows.FindIndex(row => row.File == take.File);
            _rows[at] = _rows[at] with { Part = "train" };
        }
        return groups.Length;
    }

    private int WithoutClass()
    {
        _rows.RemoveAll(row => row.Part == "test" && row.Labels.Emotion == _plan.Labels[^1]);
        return 1;
    }

    private int UnequalClasses()
    {
        foreach (var label in _plan.Labels.Skip(2))
        {
            var files = _rows.Where(row => row.Part == "test" && row.Labels.Emotion == label).Select(row => row.File).Skip(1);
            var gone = files.ToHashSet(StringComparer.Ordinal);
            _rows.RemoveAll(row => gone.Contains(row.File));
        }
        return 1;
    }

    private Utterance Trained(int i) => _plan.Train.Utterances[i * 7 % _plan.Train.Count];

    private sealed record Row(Utterance Labels, string Part)
    {
        public string File { get; init; } = Labels.File;
    }
}
