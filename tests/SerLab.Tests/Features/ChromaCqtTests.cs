using SerLab.Features;

namespace SerLab.Tests.Features;

public sealed class ChromaCqtTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("chroma_cqt");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Loudness_is_librosas(string signal) =>
        GoldenFeatures.Close(signal, "chroma_cqt", new ChromaCqt().Of(GoldenFeatures.Clip(signal)).Values);
}
