using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using SerLab.Figures;

namespace SerLab.Tests.Figures;

[Trait("Kind", "law")]
public sealed class ChartTests
{
    [Fact]
    public void A_long_wave_is_drawn_with_two_numbers_a_column_and_keeps_its_peaks()
    {
        var samples = Enumerable.Range(0, 100_000).Select(i => (float)Math.Sin(0.01 * i * i)).ToArray();
        (samples[12_345], samples[54_321]) = (3, -3);
        var heights = Heights(samples);

        Assert.Equal(800, heights.Length);
        Assert.Equal(3, heights.Max());
        Assert.Equal(-3, heights.Min());
    }

    [Fact]
    public void A_short_wave_is_drawn_whole() =>
        Assert.Equal([0.5f, -0.25f, 0], Heights([0.5f, -0.25f, 0]));

    [Fact]
    public void Heights_are_within_a_five_hundredth_of_the_largest_however_quiet_the_wave()
    {
        foreach (var peak in (float[])[0, 1e-40f, 1e-6f, 0.013f, 0.5f, 0.99f, 1])
        {
            var wave = Enumerable.Range(0, 700).Select(i => peak * MathF.Cos(0.1f * i)).ToArray();
            foreach (var (drawn, height) in Heights(wave).Zip(wave))
                Assert.InRange(drawn, height - peak / 500, height + peak / 500);
        }
    }

    [Fact]
    public void The_envelope_holds_every_sample()
    {
        Prop.ForAll(Gen.Choose(-1000, 1000).Select(n => n / 1000f).NonEmptyListOf().ToArbitrary(), samples =>
        {
            var wave = new WaveChart([.. samples], 1, "#000000") { Columns = Math.Max(1, samples.Count / 3) };
            var envelope = wave.Envelope().ToArray();
            return envelope.Length == 2 * wave.Columns &&
                   envelope.Max() == samples.Max() && envelope.Min() == samples.Min();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Panels_of_several_columns_stand_row_by_row_on_one_time_axis()
    {
        var chart = new WaveChart([1, -1], 8000, Palette.Blue);
        Panel Part(double share) => new(new Axis("time in s"), new Axis("level")) { Charts = [chart], Share = share };
        var figure = new Figure("Test", "A test.") { Columns = 2, Panels = [Part(1), Part(1), Part(2), Part(2)] };
        var layout = JsonNode.Parse(figure.ToJson())!["layout"]!;

        Assert.Equal("[0,0.485]", layout["xaxis"]!["domain"]!.ToJsonString());
        Assert.Equal("[0.515,1]", layout["xaxis4"]!["domain"]!.ToJsonString());
        Assert.Equal(layout["yaxis"]!["domain"]!.ToJsonString(), layout["yaxis2"]!["domain"]!.ToJsonString());
        Assert.Equal("[0,0.633333]", layout["yaxis3"]!["domain"]!.ToJsonString());
        Assert.Equal("", (string?)layout["xaxis2"]!["title"]!["text"]);
        Assert.Equal("time in s", (string?)layout["xaxis3"]!["title"]!["text"]);
        Assert.Equal("x", (string?)layout["xaxis4"]!["matches"]);
    }

    [Fact]
    public void A_level_chart_beside_another_needs_no_bar()
    {
        var chart = new LevelChart(new float[1, 1], 0.5, "dB") { Range = (-80, 0) };
        Assert.NotNull(chart.ToTrace()["colorbar"]);
        var without = (chart with { HasBar = false }).ToTrace();
        Assert.Null(without["colorbar"]);
        Assert.False((bool)without["showscale"]!);
    }

    [Fact]
    public void Levels_become_signed_bytes_row_by_row()
    {
        var chart = new LevelChart(new float[,] { { -80, 0.4f }, { 127, float.NaN } }, 0.5, "dB") { Range = (-80, 0) };
        var z = chart.ToTrace()["z"]!;

        Assert.Equal("2, 2", (string?)z["shape"]);
        Assert.Equal([-80, 0, 127, -128], Convert.FromBase64String((string)z["bdata"]!).Select(b => (int)(sbyte)b));
    }

    [Fact]
    public void Many_frames_are_pooled_to_the_loudest_of_neighbours_at_their_middle()
    {
        var levels = new float[1, 5];
        (levels[0, 0], levels[0, 1], levels[0, 4]) = (-7, -3, -9);
        var trace = new LevelChart(levels, 0.5, "dB") { Range = (-80, 0), MostFrames = 3 }.ToTrace();

        Assert.Equal([-3, 0, -9], Convert.FromBase64String((string)trace["z"]!["bdata"]!).Select(b => (int)(sbyte)b));
        Assert.Equal(1.0, (double)trace["dx"]!);
        Assert.Equal(0.25, (double)trace["x0"]!);
    }

    [Fact]
    public void Numbers_keep_six_digits_and_gaps_are_null()
    {
        double[] numbers = [1.0 / 3, -123456789, 0, double.NaN, double.PositiveInfinity, 1e-300];

        Assert.Equal("[0.333333,-123457000,0,null,null,1E-300]", PlotJson.Numbers(numbers).ToJsonString());
    }

    [Fact]
    public void Intervals_become_distances_from_the_bar()
    {
        var error = new BarChart("a", ["x"], [0.5], Palette.Blue) { Intervals = [(0.25, 1)] }.ToTrace()["error_y"]!;

        Assert.Equal("[0.5]", error["array"]!.ToJsonString());
        Assert.Equal("[0.25]", error["arrayminus"]!.ToJsonString());
    }

    [Fact]
    public void Words_in_cells_have_a_contrast_of_four_and_a_half_and_more()
    {
        foreach (var share in Enumerable.Range(0, 1001).Select(i => i / 1000.0).Append(double.NaN))
        {
            var text = AmountScale.TextOn(share) == "#ffffff" ? 1.0 : 0.0;
            var (dark, light) = (AmountScale.Luminance(share), text);
            Assert.InRange((Math.Max(dark, light) + 0.05) / (Math.Min(dark, light) + 0.05), 4.5, 21);
        }
    }

    [Fact]
    public void A_spread_has_numpys_quantiles()
    {
        // numpy.quantile([3, 1, 2, 10], [0.05, 0.25, 0.5, 0.75, 0.95])
        var expected = new[] { 1.15, 1.75, 2.5, 4.75, 8.95 };
        var (low, quarter, median, threeQuarters, high) = Spread.Of([3, 1, 2, 10]);
        Assert.Equal(expected, [low, quarter, median, threeQuarters, high], (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(new Spread(7, 7, 7, 7, 7), Spread.Of([7]));
    }

    [Fact]
    public void A_box_is_drawn_from_its_spread_with_gaps_between_its_parts()
    {
        var trace = new BoxChart("sad", 2, new Spread(1, 2, 3, 5, 8), Palette.Blue) { Width = 0.5 }.ToTrace();

        Assert.Equal("[2,2,5,5,2,null,3,3,null,1,2,null,5,8]", trace["y"]!.ToJsonString());
        Assert.Equal("[1.75,2.25,2.25,1.75,1.75,null,1.75,2.25,null,2,2,null,2,2]", trace["x"]!.ToJsonString());
    }

    [Fact]
    public void Every_symbol_is_another_one_and_they_repeat_after_the_last()
    {
        var names = Enumerable.Range(0, Symbols.Count).Select(Symbols.Of).ToArray();
        Assert.Equal(24, names.Distinct().Count());
        Assert.Equal(names[3], Symbols.Of(3 + Symbols.Count));
        Assert.Equal(12, names.Count(name => name.EndsWith("-open")));
    }

    [Fact]
    public void Words_over_a_first_panel_have_room_below_the_title()
    {
        Assert.True(Top([new PanelTitle("level in dB")]) > Top([]) + 16);

        static int Top(IReadOnlyList<IMark> marks)
        {
            var figure = new Figure("a", "b") { Panels = [new(new Axis(), new Axis()) { Charts = [], Marks = marks }] };
            return (int)JsonNode.Parse(figure.ToJson())!["layout"]!["margin"]!["t"]!;
        }
    }

    [Fact]
    public void A_title_and_a_finding_are_required()
    {
        Assert.Throws<ArgumentException>(() => new Figure(" ", "a") { Panels = [] });
        Assert.Throws<ArgumentException>(() => new Figure("a", "") { Panels = [] });
    }

    [Fact]
    public void Labels_show_what_they_say()
    {
        var figure = new Figure("a <b> & c", "x") { Panels = [new(new Axis("<i>"), new Axis()) { Charts = [] }] };
        var layout = JsonNode.Parse(figure.ToJson())!["layout"]!;

        Assert.Equal("a &lt;b&gt; &amp; c", (string?)layout["title"]!["text"]);
        Assert.Equal("&lt;i&gt;", (string?)layout["xaxis"]!["title"]!["text"]);
    }

    private static float[] Heights(float[] samples)
    {
        var y = new WaveChart(samples, 22050, "#000000").ToTrace()["y"]!;
        Assert.Equal("f4", (string?)y["dtype"]);
        return MemoryMarshal.Cast<byte, float>(Convert.FromBase64String((string)y["bdata"]!)).ToArray();
    }
}
