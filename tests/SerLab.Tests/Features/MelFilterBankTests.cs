using FsCheck;
using FsCheck.Fluent;
using SerLab.Audio;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class MelFilterBankTests
{
    private static readonly MelFilterBank Librosas = new(22050, 2048, new MelOptions());

    [Theory]
    [InlineData(MelScale.Slaney)]
    [InlineData(MelScale.Htk)]
    public void Mels_and_hertz_are_inverse_and_rise_together(MelScale scale) =>
        Prop.ForAll(Gen.Choose(0, 4_800_000).Select(n => n / 100.0).ToArbitrary(), hz =>
            Math.Abs(MelFilterBank.MelToHz(MelFilterBank.HzToMel(hz, scale), scale) - hz) < 1e-8 * Math.Max(1, hz)
            && MelFilterBank.HzToMel(hz + 0.01, scale) > MelFilterBank.HzToMel(hz, scale)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(700, 781.172839)]
    [InlineData(1000, 999.985538)]
    public void The_other_scale_is_that_of_HTK(double hz, double mel) =>
        Assert.Equal(mel, MelFilterBank.HzToMel(hz, MelScale.Htk), 1e-5);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(200, 3)]
    [InlineData(1000, 15)]
    [InlineData(6400, 42)]
    public void The_scale_is_Slaneys(double hz, double mel) => Assert.Equal(mel, MelFilterBank.HzToMel(hz), 1e-12);

    [Fact]
    public void Each_triangle_has_area_one_in_hertz()
    {
        var (rate, size) = (22050, 1 << 17); // fine enough to see the triangles
        var (flat, areas) = (new FrameMatrix(size / 2 + 1, 1), new FrameMatrix(128, 1));
        flat.Values.Fill((float)rate / size);
        new MelFilterBank(rate, size, new MelOptions()).Apply(flat, areas);
        Assert.All(areas.ToArray(), area => Assert.Equal(1, area, 0.01));
    }

    [Fact]
    public void Each_triangle_without_norm_has_a_peak_of_one()
    {
        var bank = new MelFilterBank(22050, 1 << 12, new MelOptions { Bands = 20, Norm = MelNorm.None });
        Assert.All(Weights(bank, 1 << 12), weights => Assert.Equal(1, weights.Max(), 0.06));
    }

    [Fact]
    public void A_triangle_rises_from_its_edge_to_its_peak_and_falls_to_its_end()
    {
        foreach (var (band, weights) in Weights(Librosas, 2048).Index())
        {
            var edges = Librosas.EdgesHz.Skip(band).Take(3).Select(hz => hz * 2048 / 22050).ToArray();
            for (var bin = 0; bin < weights.Length; bin++)
            {
                Assert.Equal(bin > edges[0] && bin < edges[2], weights[bin] > 0);
                Assert.True(bin == 0 || bin > edges[1] || weights[bin] >= weights[bin - 1]);
                Assert.True(bin == 0 || bin - 1 < edges[1] || weights[bin] <= weights[bin - 1]);
            }
        }
    }

    [Fact]
    public void Every_bin_between_the_outer_edges_reaches_a_band_and_edges_rise()
    {
        Assert.Equal(Librosas.EdgesHz.Order(), Librosas.EdgesHz);
        Assert.Equal(130, Librosas.EdgesHz.Distinct().Count());
        Assert.Equal((0.0, 11025.0), (Librosas.EdgesHz[0], Math.Round(Librosas.EdgesHz[^1], 6)));
        var weights = Weights(Librosas, 2048);
        Assert.All(Enumerable.Range(1, 1023), bin => Assert.Contains(weights, band => band[bin] > 0));
    }

    [Theory]
    [InlineData(0, 0, 8000)]
    [InlineData(128, -1, 8000)]
    [InlineData(128, 4000, 4000)]
    [InlineData(128, 0, 11026)]
    [InlineData(128, double.NaN, 8000)]
    [InlineData(128, 0, double.NaN)]
    public void Bands_that_cannot_be_made_are_refused(int bands, double low, double high) =>
        Assert.Throws<BadOptionException>(
            () => new MelFilterBank(22050, 2048, new MelOptions { Bands = bands, LowHz = low, HighHz = high }));

    // [band][bin], found by showing the filters one bin in each frame.
    private static float[][] Weights(MelFilterBank bank, int size)
    {
        var (power, mel) = (new FrameMatrix(size / 2 + 1, size / 2 + 1), new FrameMatrix(bank.Bands, size / 2 + 1));
        for (var bin = 0; bin < power.Rows; bin++)
        {
            power.Row(bin)[bin] = 1;
        }
        bank.Apply(power, mel);
        return [.. Enumerable.Range(0, bank.Bands).Select(band => mel.Row(band).ToArray())];
    }
}
