using SerLab.Features;

namespace SerLab.Tests.Features;

public sealed class YinTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("yin_f0");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void The_frequency_is_librosas(string signal) =>
        GoldenFeatures.Close(signal, "yin_f0", new Yin().Of(GoldenFeatures.Clip(signal)).Row(0));
}
