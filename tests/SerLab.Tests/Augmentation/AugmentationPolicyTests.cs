using FsCheck;
using FsCheck.Fluent;
using SerLab.Augmentation;
using SerLab.Files;
using SerLab.Tests.Audio;

namespace SerLab.Tests.Augmentation;

[Trait("Kind", "law")]
public sealed class AugmentationPolicyTests
{
    private const string Mine = """
        {
          "name": "mine", "copies": 3,
          "steps": [
            { "augmentation": "gain", "decibels": [-3, 3] },
            { "augmentation": "one_of", "choices": [
              { "augmentation": "chain", "steps": [] },
              { "augmentation": "white_noise", "level": [10, 30], "measure": "snrDb" },
              { "augmentation": "time_shift", "seconds": 0.1, "fill": "roll" } ] }
          ]
        }
        """;

    [Fact]
    public void The_names_have_their_copies() => Assert.Equal(
        [("none", 0), ("p1", 1), ("p1x2", 2), ("p2", 1)],
        AugmentationPolicy.Names.Select(name => (name, AugmentationPolicy.Named(name).Copies)));

    [Fact]
    public void P1_takes_each_of_its_four_about_equally_often_within_its_ranges()
    {
        var drawn = Enumerable.Range(0, 4000).Select(seed => AugmentationPolicy.Named("p1").Drawn(seed)).ToList();
        Assert.All(drawn, step => Assert.True(step switch
        {
            WhiteNoise noise => noise == new WhiteNoise { Level = 0.035 },
            TimeStretch stretch => stretch.Rate is { From: >= 0.8 and <= 1.2, IsFixed: true },
            TimeShift { Fill: ShiftFill.Roll } shift => shift.Seconds is { From: >= -2 and <= 2, IsFixed: true },
            PitchShift pitch => pitch.Semitones is { From: >= -1 and <= 1, IsFixed: true },
            _ => false,
        }));
        Assert.Equal(4, drawn.Select(step => step.GetType()).Distinct().Count());
        Assert.All(drawn.CountBy(step => step.GetType()), kind => Assert.InRange(kind.Value, 860, 1140)); // 5 sigma
    }

    [Fact]
    public void P2_adds_noise_of_a_hundredth()
    {
        var silence = Sounds.Of(new float[20_000]);
        var twin = AugmentationPolicy.Named("p2").Apply(silence, 9);
        Assert.Equal(0.01, Math.Sqrt(Sounds.Energy(twin) / 20_000), 3e-4);
    }

    [Fact]
    public void None_leaves_a_clip_as_it_is()
    {
        var clip = Sounds.Noise(100);
        Assert.Equal(clip.Samples, AugmentationPolicy.Named("none").Apply(clip, 1).Samples);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_what_is_drawn_does_the_same() => Prop.ForAll(
        Sounds.Any, Arb.From(Gen.Choose(0, 10_000)), (clip, seed) =>
        {
            var policy = Json.Parse<AugmentationPolicy>(Mine, "mine.json");
            var once = policy.Apply(clip, seed).Samples;
            return once.SequenceEqual(policy.Apply(clip, seed).Samples)
                && once.SequenceEqual(policy.Drawn(seed).Apply(clip, seed).Samples);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_of_a_chain_draw_numbers_of_their_own()
    {
        var chain = new Chain { Steps = [new Gain(), new Gain(), new OneOf { Choices = [new Gain()] }] };
        var drawn = (Chain)chain.Drawn(1);
        Assert.Equal(3, drawn.Steps.Distinct().Count());
        var nested = new OneOf { Choices = [Two(1, 2), Two(3, 4)] };
        Assert.Equal(4, Enumerable.Range(0, 200).Select(seed => nested.Drawn(seed)).Distinct().Count());

        static OneOf Two(double a, double b) =>
            new() { Choices = [new Gain { Decibels = a }, new Gain { Decibels = b }] };
    }

    [Fact]
    public void Its_JSON_is_read_back_the_same()
    {
        foreach (var policy in AugmentationPolicy.Names.Select(AugmentationPolicy.Named)
            .Append(Json.Parse<AugmentationPolicy>(Mine, "mine.json")))
        {
            var text = Json.ToText(policy);
            Assert.Equal(text, Json.ToText(Json.Parse<AugmentationPolicy>(text, "a file")));
        }
        Assert.Contains("\"augmentation\": \"time_stretch\"", Json.ToText(AugmentationPolicy.Named("p1")));
    }

    [Fact]
    public void A_file_defines_ones_own()
    {
        var policy = AugmentationPolicy.Parse(Saved(Mine));
        Assert.Equal(("mine", 3, 2), (policy.Name, policy.Copies, policy.Steps.Count));
        Assert.IsType<Chain>(policy.Drawn(1));
    }

    [Theory]
    [InlineData("\"mine\"", "\"p1\"", "its name 'p1' is one of SerLab's own")]
    [InlineData("\"copies\": 3", "\"copies\": 101", "cannot make 101 copies")]
    [InlineData("[-3, 3]", "[-3, 300]", "gain in dB -3..300 is not within -120 to 120")]
    [InlineData("[10, 30]", "\"loud\"", "An amount is a number, or a range such as [0.8, 1.2]")]
    [InlineData("white_noise", "white_nose", "Did you mean 'white_noise'?")]
    [InlineData("decibels", "decibel", "Did you mean 'decibels'?")]
    [InlineData("snrDb", "loudness", "line")]
    public void A_file_that_cannot_be_says_what_is_wrong(string old, string wrong, string said)
    {
        var path = Saved(Mine.Replace(old, wrong));
        var bad = Assert.Throws<BadFileException>(() => AugmentationPolicy.Parse(path));
        Assert.StartsWith(path, bad.Message);
        Assert.Contains(said, bad.Message);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_nearest()
    {
        var bad = Assert.Throws<BadOptionException>(() => AugmentationPolicy.Parse("p1x3"));
        Assert.Equal("There is no augmentation 'p1x3'. Did you mean 'p1x2'? Use one of: none, p1, p1x2, p2; or a .json "
            + "file that defines your own.", bad.Message);
    }

    [Fact]
    public void A_choice_of_nothing_is_refused() =>
        Assert.Throws<BadOptionException>(() => new OneOf { Choices = [] }.Apply(Sounds.Of(1), 1));

    [Fact]
    public void Seeds_are_stable_and_differ_in_every_part()
    {
        Assert.Equal(-7020705122979062818, AugmentationSeed.Of(1, "F01/angry/bag.wav", 0, 0));
        long[] seeds =
        [
            AugmentationSeed.Of(1, "a", 0, 0), AugmentationSeed.Of(2, "a", 0, 0), AugmentationSeed.Of(1, "b", 0, 0),
            AugmentationSeed.Of(1, "a", 1, 0), AugmentationSeed.Of(1, "a", 0, 1), AugmentationSeed.Of(11, "a", 0, 0),
        ];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }

    private static string Saved(string text)
    {
        var path = Path.Combine(SoundMaker.Folder(), "policy.json");
        File.WriteAllText(path, text);
        return path;
    }
}
