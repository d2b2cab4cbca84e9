using SerLab.Features;

namespace SerLab.Tests.Features;

public sealed class TonnetzTests
{
    public static TheoryData<string, string, TonnetzSource> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, TonnetzSource>();
            foreach (var (feature, source) in new[]
            {
                ("tonnetz", TonnetzSource.ConstantQ), ("tonnetz_of_harmonic", TonnetzSource.Harmonic),
                ("tonnetz_from_chroma_stft", TonnetzSource.Stft),
            })
            {
                foreach (var signal in GoldenFeatures.With(feature))
                {
                    cases.Add(signal, feature, source);
                }
            }
            return cases;
        }
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Centroids_are_librosas(string signal, string feature, TonnetzSource source) =>
        GoldenFeatures.Close(
            signal, feature, new Tonnetz { Source = source }.Of(GoldenFeatures.Clip(signal)).Values);
}
