using SerLab.Augmentation;
using SerLab.Tests.Features;

namespace SerLab.Tests.Augmentation;

/// <summary>Every kind on clips of which no augmentation may make anything but finite numbers.</summary>
[Trait("Kind", "law")]
public sealed class OddClipTests
{
    private static readonly AugmentationStep[] Kinds =
    [
        new WhiteNoise(), new WhiteNoise { Measure = NoiseMeasure.Absolute },
        new WhiteNoise { Level = 3, Measure = NoiseMeasure.SnrDb }, new TimeShift(),
        new TimeShift { Fill = ShiftFill.Roll }, new TimeStretch(), new TimeStretch { Rate = 0.37 },
        new TimeStretch { Rate = 10 }, new PitchShift(), new PitchShift { Semitones = 11.9 }, new Gain(),
    ];

    public static TheoryData<string> Names => OddSounds.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void What_comes_out_is_finite_and_what_went_in_is_as_it_was(string name)
    {
        var clip = OddSounds.All[name];
        float[] before = [.. clip.Samples];
        foreach (var kind in Kinds)
        {
            var after = kind.Apply(clip, 4);
            Assert.True(after.Samples.All(float.IsFinite), $"{kind}");
            Assert.Equal((clip.Rate, clip.Source), (after.Rate, after.Source));
            Assert.Equal(after.Samples, kind.Apply(clip, 4).Samples);
        }
        Assert.Equal(before, clip.Samples);
    }

    [Fact]
    public void Silence_stays_silence_where_no_noise_is_added() => Assert.All(
        Kinds.Where(kind => kind is not WhiteNoise),
        kind => Assert.All(kind.Apply(OddSounds.All["silence"], 1).Samples, x => Assert.Equal(0, x)));

    [Fact]
    public void No_samples_stay_none() =>
        Assert.All(Kinds, kind => Assert.Empty(kind.Apply(Sounds.Of(), 1).Samples));
}
