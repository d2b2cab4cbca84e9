using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

public sealed class DeltaTests
{
    private static readonly Delta Slope = new() { Source = new Mfcc { Count = 13 } };

    public static TheoryData<string> Signals => GoldenFeatures.With("mfcc_13_delta");

    public static TheoryData<string> With40 => GoldenFeatures.With("mfcc_40_delta");

    public static TheoryData<string> Cases => SpectralCases.Of<Delta>();

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Signals))]
    public void Slope_and_bend_are_librosas(string signal) => Check(signal, 13);

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(With40))]
    public void Slope_and_bend_of_forty_are_librosas(string signal) => Check(signal, 40);

    [Fact]
    [Trait("Kind", "reference")]
    public void Of_fewer_frames_than_the_window_it_is_librosas_in_mode_nearest()
    {
        var clip = GoldenFeatures.Clip("short");
        GoldenFeatures.Close("short", "mfcc_13_delta_nearest", Slope.Of(clip).Values);
        GoldenFeatures.Close("short", "mfcc_13_delta2_nearest", (Slope with { Order = 2 }).Of(clip).Values);
    }

    [Theory]
    [Trait("Kind", "reference")]
    [MemberData(nameof(Cases))]
    public void Other_windows_are_librosas(string name) => SpectralCases.Check(name);

    [Fact]
    [Trait("Kind", "law")]
    public void A_straight_line_has_its_slope_everywhere_and_no_bend() => Prop.ForAll(Curves, c =>
    {
        var line = Enumerable.Range(0, c.Frames).Select(t => c.B * t + c.A).ToArray();
        return Of(line, 1, c.Width).All(slope => Math.Abs(slope - c.B) < 1e-3)
            && Of(line, 2, c.Width).All(bend => Math.Abs(bend) < 1e-3);
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void A_parabola_has_the_same_bend_everywhere_and_its_slope_inside() => Prop.ForAll(Curves, c =>
    {
        var parabola = Enumerable.Range(0, c.Frames).Select(t => c.A * t * t + c.B * t).ToArray();
        var slopes = Of(parabola, 1, c.Width);
        return Of(parabola, 2, c.Width).All(bend => Math.Abs(bend - 2 * c.A) < 0.02)
            && Enumerable.Range(c.Width / 2, c.Frames - c.Width + 1).All(
                t => Math.Abs(slopes[t] - (2 * c.A * t + c.B)) < 0.02);
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Kind", "law")]
    public void One_frame_and_a_constant_do_not_move()
    {
        Assert.Equal(0, Assert.Single(Of([3], 1, 9)), 1e-12);
        Assert.Equal(0, Assert.Single(Of([3], 2, 9)), 1e-12);
        Assert.All(Of([.. Enumerable.Repeat(1e6f, 20)], 1, 9), slope => Assert.Equal(0, slope, 1e-6));
    }

    [Fact]
    [Trait("Kind", "law")]
    public void Rows_keep_name_and_unit_and_a_delta_may_move_itself()
    {
        var rms = new Delta { Source = new Delta { Source = new Rms() }, Order = 2 };
        Assert.Equal([new FeatureRow("delta2_delta_rms", "amplitude")], rms.Rows);
        Assert.Equal(92, rms.Of(GoldenFeatures.Clip("speech_female")).Values.Length);
    }

    [Theory]
    [Trait("Kind", "law")]
    [InlineData(0, 9)]
    [InlineData(3, 9)]
    [InlineData(1, 8)]
    [InlineData(1, 1)]
    [InlineData(2, -9)]
    public void Windows_that_cannot_be_are_refused(int order, int width)
    {
        var thrown = Assert.Throws<BadOptionException>(() => Of([1, 2, 3], order, width));
        Assert.Contains($"delta of order {order} over {width} frames", thrown.Problem);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void One_value_a_clip_cannot_move()
    {
        var ofClip = new Delta { Source = new Given([1]) { OfClip = true } };
        var thrown = Assert.Throws<BadOptionException>(() => ofClip.Of(GoldenFeatures.Clip("noise")));
        Assert.Contains("of one value a clip", thrown.Problem);
    }

    private static Arbitrary<Curve> Curves { get; } = Arb.From(
        from a in Gen.Choose(-30, 30) from b in Gen.Choose(-50, 50) from half in Gen.Choose(1, 6)
        from more in Gen.Choose(0, 20) select new Curve(a / 10f, b / 10f, 2 * half + 1, 2 * half + 1 + more));

    private static void Check(string signal, int count)
    {
        var slope = Slope with { Source = new Mfcc { Count = count } };
        GoldenFeatures.Close(signal, $"mfcc_{count}_delta", slope.Of(GoldenFeatures.Clip(signal)).Values);
        GoldenFeatures.Close(signal, $"mfcc_{count}_delta2", (slope with { Order = 2 }).Of(GoldenFeatures.Clip(signal)).Values);
    }

    private static float[] Of(float[] values, int order, int width) =>
        new Delta { Source = new Given(values), Order = order, Width = width }
            .Of(new Clip(new float[(values.Length - 1) * 512 + 1], 22050, "given")).Values;

    private sealed record Curve(float A, float B, int Width, int Frames);

    private sealed record Given(float[] Values) : Feature
    {
        public bool OfClip { get; init; }

        public override bool IsOfClip => OfClip;

        public override IReadOnlyList<FeatureRow> Rows => [new("given", "")];

        public override float[] Of(Analysis analysis) => Values;
    }
}
