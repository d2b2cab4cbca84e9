using FsCheck;
using FsCheck.Fluent;
using SerLab.Features;
using SerLab.Files;

namespace SerLab.Tests.Features;

[Trait("Kind", "law")]
public sealed class MelFilterBankTests
{
    private static readonly MelFilterBank Librosas = new(22050, 2048, new MelOptions());

    [Fact]
    public void Mels_and_hertz_are_inverse_and_rise_together() =>
        Prop.ForAll(Gen.Choose(0, 4_800_000).Select(n => n / 100.0).ToArbitrary(), hz =>
            Math.Abs(MelFilterBank.MelToHz(MelFilterBank.HzToMel(hz)) - hz) < 1e-9 * Math.Max(1, hz)
            && MelFilterBank.HzToMel(hz + 0.01) > MelFilterBank.HzToMel(hz)).QuickCheckThrowOnFailure();

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
        var areas = new float[128];
        var flat = Enumerable.Repeat((float)rate / size, size / 2 + 1).ToArray();
        new MelFilterBank(rate, size, new MelOptions()).Apply(flat, areas);
        Assert.All(areas, area => Assert.Equal(1, area, 0.01));
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

    // [band][bin], found by showing the filters one bin at a time.
    private static float[][] Weights(MelFilterBank bank, int size)
    {
        var weights = Enumerable.Range(0, bank.Bands).Select(_ => new float[size / 2 + 1]).ToArray();
        var (power, mel) = (new float[size / 2 + 1], new float[bank.Bands]);
        for (var bin = 0; bin < power.Length; bin++)
        {
            power[bin] = 1;
            bank.Apply(power, mel);
            power[bin] = 0;
            for (var band = 0; band < mel.Length; band++)
            {
                weights[band][bin] = mel[band];
            }
        }
        return weights;
    }
}
