using SerLab.Features;

namespace SerLab.Tests.Features;

public sealed class PyinTests
{
    public static TheoryData<string> Signals => GoldenFeatures.With("pyin_f0");

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void The_course_is_librosas(string signal)
    {
        var pitch = new Pyin().Of(GoldenFeatures.Clip(signal));
        GoldenFeatures.Close(signal, "pyin_f0", pitch.Row(0));
        GoldenFeatures.Close(signal, "pyin_voiced_flag", pitch.Row(1));
        GoldenFeatures.Close(signal, "pyin_voiced_prob", pitch.Row(2));
    }
}
