using SerLab.Audio;
using SerLab.Audio.Fingerprints;

namespace SerLab.Tests.Audio.Fingerprints;

[Trait("Kind", "law")]
public class TwinIndexTests
{
    private static readonly Fingerprint[] Prints =
    [
        Fingerprint.Of(Speech.Of(1)), Fingerprint.Of(Speech.Of(2)), Fingerprint.Of(Quieter(Speech.Of(1))),
        Fingerprint.Of(Speech.Of(1)), Fingerprint.Of(Speech.Of(3)), Fingerprint.Of(Quieter(Speech.Of(1))),
    ];

    [Fact]
    public void Pairs_name_each_twin_once_with_the_first_of_its_kind() => Assert.Equal(
        [(0, 2, LikenessGrade.SameSound), (0, 3, LikenessGrade.SameSamples), (2, 5, LikenessGrade.SameSamples)],
        new TwinIndex(Prints).Pairs(1, Token).Select(pair => (pair.First, pair.Second, pair.Likeness.Grade)));

    [Fact]
    public void All_twins_of_one_recording_are_found_itself_among_them()
    {
        Assert.Equal([0, 2, 3, 5], new TwinIndex(Prints).Of(Prints[0]).Select(twin => twin.Number));
        Assert.Equal([4], new TwinIndex(Prints).Of(Prints[4]).Select(twin => twin.Number));
    }

    [Fact]
    public void Several_jobs_find_what_one_finds()
    {
        Fingerprint[] many = [.. Enumerable.Range(0, 24).Select(i => Fingerprint.Of(Speech.Of(i % 15, 1)))];
        var index = new TwinIndex(many);
        Assert.Equal(index.Pairs(1, Token), index.Pairs(4, Token));
        Assert.Equal(9, index.Pairs(1, Token).Count);
    }

    [Fact]
    public void No_recording_has_no_pair() => Assert.Empty(new TwinIndex([]).Pairs(1, Token));

    [Fact]
    public void A_search_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => new TwinIndex(Prints).Pairs(1, stop.Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Clip Quieter(Clip clip) => clip with { Samples = Array.ConvertAll(clip.Samples, x => x / 2) };
}
