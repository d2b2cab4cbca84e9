using SerLab.Augmentation;

namespace SerLab.Tests.Augmentation;

[Trait("Kind", "law")]
public sealed class PolarFrameTests
{
    [Fact]
    public void Angles_and_magnitudes_are_right_all_round()
    {
        const int bins = 1025;
        var random = new Random(1);
        float[] spectrum = [.. Enumerable.Range(0, bins).SelectMany(bin =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * bin / bins);
            var far = Math.Pow(10, 12 * random.NextDouble() - 6);
            return new[] { (float)(far * cos), (float)(far * sin) };
        })];
        var frame = new PolarFrame(bins);
        frame.Take(3, spectrum);
        Assert.Equal(3, frame.Number);
        for (var bin = 0; bin < bins; bin++)
        {
            var (re, im) = (spectrum[2 * bin], spectrum[2 * bin + 1]);
            Assert.Equal(Math.Atan2(im, re), frame.Angles[bin], 5e-7);
            Assert.Equal(1, frame.Magnitudes[bin] / Math.Sqrt((double)re * re + (double)im * im), 3e-7);
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(-1, 0, Math.PI)]
    [InlineData(0, 1, Math.PI / 2)]
    [InlineData(0, -1, -Math.PI / 2)]
    [InlineData(-1, -1, -3 * Math.PI / 4)]
    public void On_the_axes_too(float re, float im, double angle)
    {
        var frame = new PolarFrame(1);
        frame.Take(0, [re, im]);
        Assert.Equal(angle, frame.Angles[0], 2e-7);
    }

    [Fact]
    public void A_frame_after_the_last_is_zero()
    {
        var frame = new PolarFrame(2);
        frame.Take(0, [1, 1, 1, 1]);
        frame.Take(2, []);
        Assert.Equal([0f, 0f, 0f, 0f], [.. frame.Angles, .. frame.Magnitudes]);
    }
}
