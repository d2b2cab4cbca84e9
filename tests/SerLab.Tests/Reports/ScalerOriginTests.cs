using SerLab.Features;
using SerLab.Reports;

namespace SerLab.Tests.Reports;

[Trait("Kind", "law")]
public class ScalerOriginTests
{
    public static TheoryData<Scaler, Scaler, double> Pairs => new()
    {
        { new StandardScaler([1, 2], [1, 4]), new StandardScaler([1, 2], [1, 4]), 0 },
        { new StandardScaler([1, 2], [1, 4]), new StandardScaler([1, 4], [1, 4]), 0.5 },
        { new StandardScaler([1, 2], [1, 4]), new StandardScaler([1, 2], [3, 4]), 2 },
        { new MinMaxScaler([0], [10]), new MinMaxScaler([-1], [11]), 0.1 },
        { new MinMaxScaler([0], [10]), new StandardScaler([0], [10]), double.PositiveInfinity },
        { new StandardScaler([1], [1]), new StandardScaler([1, 2], [1, 4]), double.PositiveInfinity },
        { Of("a", 0), Of("a", 3), 3 },
        { Of("a", 0), Of("b", 0), double.PositiveInfinity },
        { new UtteranceScaler(), new UtteranceScaler(), 0 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_scalers_are_as_far_apart_as_their_farthest_row(Scaler one, Scaler other, double distance) =>
        Assert.Equal(distance, ScalerOrigin.Distance(one, other), 1e-12);

    [Fact]
    public void Only_what_learns_from_recordings_is_fitted()
    {
        Assert.True(ScalerOrigin.IsFitted(Of("a", 0)));
        Assert.False(ScalerOrigin.IsFitted(new NoScaler()) || ScalerOrigin.IsFitted(new UtteranceScaler()));
    }

    private static SpeakerScaler Of(string speaker, double centre) => new(
        new SortedDictionary<string, RowScale> { [speaker] = new([centre], [1]) }, new RowScale([0], [1]));
}
