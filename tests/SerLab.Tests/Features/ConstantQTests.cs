using SerLab.Features;

namespace SerLab.Tests.Features;

public sealed class ConstantQTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("cqt_mag");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Magnitudes_are_librosas(string signal)
    {
        var tuning = GoldenFeatures.Value(signal, "tuning_cqt");
        var transform = new ConstantQ(22050, 512, new ConstantQOptions(), tuning);
        GoldenFeatures.Close(signal, "cqt_mag", transform.Magnitudes(GoldenFeatures.Clip(signal)));
    }
}
