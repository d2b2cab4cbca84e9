using System.Text.RegularExpressions;
using SerLab.Corpora;
using SerLab.Splits.Auditing;
using SerLab.Tests.Corpora;
using SerLab.Tests.Files;

namespace SerLab.Tests.Splits.Auditing;

[Trait("Kind", "end to end")]
public sealed class PlantedLeaksTests : IClassFixture<PlantedLeaksTests.Spoken>, IDisposable
{
    private readonly Spoken _spoken;
    private readonly TemporaryFolder _folder = new();

    public PlantedLeaksTests(Spoken spoken) => _spoken = spoken;

    public static TheoryData<string> Kinds =>
        [.. PlantedSplit.Kinds.Where(kind => !IsOfClasses(kind.Value.Check)).Select(kind => kind.Key)];

    public static TheoryData<string> KindsOfClasses =>
        [.. PlantedSplit.Kinds.Where(kind => IsOfClasses(kind.Value.Check)).Select(kind => kind.Key)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_planted_leak_is_found_with_its_count_and_no_other(string kind) =>
        Check(_spoken.Corpus, kind, 3);

    [Theory]
    [MemberData(nameof(KindsOfClasses))]
    public void Classes_that_are_missing_or_shared_out_unequally_are_found_without_listening(string kind)
    {
        var planted = new PlantedSplit(Shapes.Full(6, 20, "happy", "sad", "angry", "fear"), _folder.Root);
        var names = new AuditOptions { Listens = false };
        Assert.Equal([AuditCheck.Audio], Found(Audit(planted.Write(null, 0).Table, names)).Select(one => one.Check));
        var found = Found(Audit(planted.Write(kind, 1).Table, names)).Single(one => one.Check == PlantedSplit.Kinds[kind].Check);
        Assert.Equal((Severity.Warning, 1), (found.Severity, found.Count));
    }

    [Fact]
    public void A_clean_split_is_clean()
    {
        var report = Audit(new PlantedSplit(_spoken.Corpus, _folder.Root).Write(null, 0).Table);
        Assert.Equal((AuditVerdict.Clean, ""), (report.Verdict, string.Join('\n', Found(report).Select(one => one.Sentence))));
    }

    [Theory]
    [InlineData("emodb.tar", "(03|08|09|10)[ab].*")]
    [InlineData("ravdess-speech.tar", "0[1356]-.*-0[1-4]")]
    public void Planted_leaks_are_found_among_real_recordings_and_none_in_a_clean_split(string tar, string names)
    {
        var corpus = CorpusReader.Read(CorpusMaker.Extract(
            tar, _folder["corpus"], name => Regex.IsMatch(Path.GetFileNameWithoutExtension(name), $"^{names}$")));
        Assert.Equal(AuditVerdict.Clean, Audit(new PlantedSplit(corpus, _folder.Root).Write(null, 0).Table).Verdict);
        foreach (var kind in (string[])["the same file", "sample-equal copies", "speakers", "phrases", "copies, noise, 20 dB"])
        {
            Check(corpus, kind, 5);
        }
    }

    private void Check(Corpus corpus, string kind, int count)
    {
        var (table, planted) = new PlantedSplit(corpus, _folder.Root).Write(kind, count);
        var report = Audit(table);
        Assert.True(planted > 0);
        var check = PlantedSplit.Kinds[kind].Check;
        var found = Assert.Single(Found(report), one => one.Check == check || !Follows(one.Check, check));
        Assert.Equal((check, planted), (found.Check, found.Count));
        Assert.Equal(found.Severity == Severity.Leak ? AuditVerdict.Leaks : AuditVerdict.Clean, report.Verdict);
    }

    // A speaker's phrase is one of a speaker and a phrase.
    private static bool Follows(AuditCheck found, AuditCheck planted) => (found, planted) is
        (AuditCheck.Speaker or AuditCheck.Phrase, AuditCheck.SpeakerAndPhrase);

    private static bool IsOfClasses(AuditCheck check) => check is AuditCheck.MissingClass or AuditCheck.ClassShares;

    private static AuditReport Audit(string table, AuditOptions? options = null) =>
        LeakAudit.Of(AuditedSplitReader.Read([table]), options, null, TestContext.Current.CancellationToken);

    private static AuditFinding[] Found(AuditReport report) =>
        [.. report.Findings.Where(one => one.Severity is Severity.Leak or Severity.Warning or Severity.Unknown)];

    /// <summary>A small built-in corpus, made once.</summary>
    public sealed class Spoken : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Spoken()
        {
            BuiltinCorpus.Write(_folder["corpus"], new BuiltinOptions { Speakers = 3, Phrases = 5 });
            Corpus = CorpusReader.Read(_folder["corpus"]);
        }

        public Corpus Corpus { get; }

        public void Dispose() => _folder.Dispose();
    }
}
