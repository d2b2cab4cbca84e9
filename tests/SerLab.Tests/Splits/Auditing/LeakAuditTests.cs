using SerLab.Audio;
using SerLab.Audio.Fingerprints;
using SerLab.Features;
using SerLab.Splits.Auditing;
using SerLab.Tests.Audio.Fingerprints;
using SerLab.Tests.Features;
using SerLab.Tests.Files;

namespace SerLab.Tests.Splits.Auditing;

[Trait("Kind", "law")]
public sealed class LeakAuditTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_split_in_which_everything_is_apart_is_clean_and_leaves_questions_to_the_authors()
    {
        var report = Audit(Row("a", 1, "train", "S1", "x"), Row("b", 2, "test", "S2", "y"));
        Assert.Equal(AuditVerdict.Clean, report.Verdict);
        Assert.Equal("Clean: no speaker, phrase or recording of the test part is in training or validation.", report.Summary);
        Assert.Equal(
            [AuditCheck.Validation, AuditCheck.Scaler, AuditCheck.Selection, AuditCheck.Augmentation],
            report.Findings.Where(one => one.Severity == Severity.Question).Select(one => one.Check));
    }

    [Fact]
    public void A_phrase_on_both_sides_leaks_unless_it_is_allowed()
    {
        string[] rows = [Row("a", 1, "train", "S1", "x"), Row("b", 2, "test", "S2", "x")];
        Assert.StartsWith("Leaks: the phrases. No speaker and no recording", Audit(rows).Summary);
        var allowed = Audit(rows, new AuditOptions { Allowed = [AuditCheck.Phrase] });
        Assert.Equal((AuditVerdict.Clean, "Clean, but for what was allowed: the phrases."), (allowed.Verdict, allowed.Summary));
        Assert.Equal(1, Finding(allowed, AuditCheck.Phrase).Count);
    }

    [Fact]
    public void What_validation_has_seen_counts_as_seen_and_what_is_unused_does_not()
    {
        var report = Audit(
            Row("a", 1, "train", "S1", "x"), Row("b", 2, "dev", "S2", "y"), Row("c", 3, "unused", "S3", "z"),
            Row("d", 4, "test", "S2", "w"), Row("e", 5, "test", "S3", "z"));
        Assert.Equal((1, 2, Severity.Leak), Counts(report, AuditCheck.Speaker));
        Assert.Equal((0, 2, Severity.Fine), Counts(report, AuditCheck.Phrase));
    }

    [Fact]
    public void Unknown_speakers_cannot_be_told_and_known_ones_still_leak()
    {
        var report = Audit(Row("a", 1, "train", "", "x"), Row("b", 2, "test", "S2", "y"));
        Assert.Equal(AuditVerdict.CannotTell, report.Verdict);
        Assert.Equal("Cannot tell: nothing leaks that could be looked at, but not the speakers.", report.Summary);
        var known = Audit(Row("a", 1, "train", "", "x"), Row("c", 3, "train", "S2", "z"), Row("b", 2, "test", "S2", "y"));
        Assert.Equal((1, 1, Severity.Leak), Counts(known, AuditCheck.Speaker));
    }

    [Fact]
    public void One_file_in_both_parts_is_a_leak_under_any_spelling_of_its_path()
    {
        var report = Audit(
            Row("a", 1, "train", "S1", "x"), Row("b", 2, "train", "S1", "x"),
            Row("a", 1, "test", "S2", "y"), Row("./b", 2, "test", "S3", "z"), Row("c", 3, "test", "S4", "w"));
        Assert.Equal((2, 3, Severity.Leak), Counts(report, AuditCheck.SameFile));
        Assert.Equal(Severity.Fine, Finding(report, AuditCheck.SameRecording).Severity);
    }

    [Fact]
    public void The_same_recording_under_another_name_is_found_with_what_differs()
    {
        var clip = Speech.Of(9);
        AudioFile.Write(_folder["copy.wav"], clip with
        {
            Samples = [.. new float[220], .. clip.Samples.Select(x => 0.5f * x)],
        });
        var report = Audit(Row("a", 9, "train", "S1", "x"), "copy.wav,test,S2,y,sad", Row("b", 2, "test", "S2", "y"));
        Assert.Equal((1, 2, Severity.Leak), Counts(report, AuditCheck.SameRecording));
        var pair = Assert.Single(report.Pairs);
        Assert.Equal(
            ("a.wav", AuditedPart.Train, "copy.wav", AuditedPart.Test, LikenessGrade.SameSound, "6.0 dB quieter, 10.0 ms later"),
            (pair.First, pair.FirstPart, pair.Second, pair.SecondPart, pair.Likeness.Grade, pair.Likeness.Difference));
        Assert.Contains("a.wav | copy.wav (the same sound, correlation", Finding(report, AuditCheck.SameRecording).Examples[0]);
    }

    [Fact]
    public void A_copy_inside_one_part_is_noted_and_no_leak()
    {
        var report = Audit(Row("a", 1, "train", "S1", "x"), Row("b", 1, "train", "S1", "x"), Row("c", 3, "test", "S2", "y"));
        Assert.Equal(AuditVerdict.Clean, report.Verdict);
        Assert.Equal((1, 3, Severity.Note), Counts(report, AuditCheck.Repeated));
    }

    [Fact]
    public void Files_that_are_missing_or_no_sound_are_counted_and_then_it_cannot_be_told()
    {
        File.WriteAllText(_folder["bad.wav"], "words");
        var report = Audit(
            Row("a", 1, "train", "S1", "x"), "bad.wav,train,S1,x,sad", "gone.wav,test,S2,y,sad", Row("b", 2, "test", "S2", "y"));
        Assert.Equal((2, 4, Severity.Unknown), Counts(report, AuditCheck.Audio));
        Assert.Contains("1 not found, 1 unreadable", Finding(report, AuditCheck.Audio).Sentence);
        Assert.Equal(AuditVerdict.CannotTell, report.Verdict);
        Assert.Contains("No recording was found", Finding(
            Audit("x.wav,train,S1,x,sad", "y.wav,test,S2,y,sad"), AuditCheck.Audio).Sentence);
    }

    [Fact]
    public void Silent_recordings_are_told()
    {
        AudioFile.Write(_folder["still.wav"], new Clip(new float[20_000], 22_050, ""));
        var report = Audit(Row("a", 1, "train", "S1", "x"), "still.wav,test,S2,y,sad");
        Assert.Equal((1, 2, Severity.Note), Counts(report, AuditCheck.Audio));
    }

    [Fact]
    public void Folds_are_audited_one_by_one_and_told_together()
    {
        var report = Audit(
            Row("a", 1, "train", "S1", "x", "1"), Row("b", 2, "test", "S1", "y", "1"),
            Row("a", 1, "test", "S1", "x", "2"), Row("c", 3, "train", "S3", "w", "2"));
        var finding = Finding(report, AuditCheck.Speaker);
        Assert.Equal([new("1", 1, 1), new FoldCount("2", 0, 1)], finding.Folds);
        Assert.Equal((1, 2, Severity.Leak), Counts(report, AuditCheck.Speaker));
        Assert.EndsWith("(over 1 of 2 folds together).", finding.Sentence);
    }

    [Fact]
    public void The_text_begins_with_the_verdict_and_says_how_the_table_was_understood()
    {
        var text = Audit(Row("a", 1, "train", "S1", "x"), Row("b", 2, "test", "S1", "y")).ToText();
        Assert.Contains("\n\nLeaks: the speakers.\n\nLEAK      1 of 1 test speaker", text);
        Assert.EndsWith("split.csv: recordings from 'file', part from 'part', fold from 'fold', speaker from 'speaker', " +
            "phrase from 'phrase', emotion from 'emotion'.\n", text);
    }

    [Fact]
    public void Progress_counts_recordings_and_cancelling_ends_it()
    {
        string[] rows = [Row("a", 1, "train", "S1", "x"), Row("b", 2, "test", "S2", "y")];
        var (heard, split) = (new List<BatchProgress>(), Read(rows));
        LeakAudit.Of(split, null, new Listener<BatchProgress>(heard.Add), TestContext.Current.CancellationToken);
        Assert.Equal([(1, 2), (2, 2)], heard.Select(one => (one.Done, one.Total)));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LeakAudit.Of(split, null, null, stop.Token));
    }

    private static AuditFinding Finding(AuditReport report, AuditCheck check) => report.Findings.Single(one => one.Check == check);

    private static (int, int, Severity) Counts(AuditReport report, AuditCheck check) =>
        (Finding(report, check).Count, Finding(report, check).Of, Finding(report, check).Severity);

    /// <summary>A row, and the recording to it.</summary>
    private string Row(string name, int take, string part, string speaker, string phrase, string fold = "")
    {
        AudioFile.Write(_folder[$"{name}.wav"], Speech.Of(take));
        return $"{name}.wav,{part},{speaker},{phrase},sad,{fold}";
    }

    private AuditReport Audit(params string[] rows) => Audit(rows, null);

    private AuditReport Audit(string[] rows, AuditOptions? options) =>
        LeakAudit.Of(Read(rows), options, null, TestContext.Current.CancellationToken);

    private AuditedSplit Read(string[] rows)
    {
        var lines = rows.Select(row => row.Count(letter => letter == ',') == 4 ? row + "," : row);
        File.WriteAllText(_folder["split.csv"], "file,part,speaker,phrase,emotion,fold\n" + string.Join('\n', lines) + "\n");
        return AuditedSplitReader.Read([_folder["split.csv"]]);
    }
}
