using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace SerLab.Torch.Tests.Tensors;

public sealed class TransformReferenceTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Transforms = new()
    {
        ["hann"] = (s, i) => hann_window(64),
        ["stft"] = (s, i) => stft(s, 64, 16, 64, hann_window(64), return_complex: true),
        ["stft_uncentred"] = (s, i) => s.stft(64, 16, 64, hann_window(64), false, return_complex: true),
        ["istft"] = (s, i) => istft(stft(s, 64, 16, 64, hann_window(64), return_complex: true), 64, 16, 64,
            hann_window(64), length: 300),
        ["rfft"] = (s, i) => fft.rfft(s),
        ["irfft"] = (s, i) => fft.irfft(fft.rfft(s)),
        ["fft_ortho"] = (s, i) => fft.fft_(s, -1, -1, FFTNormType.Ortho),
        ["rfftfreq"] = (s, i) => fft.rfftfreq(10, 0.5),
        ["interpolate_nearest"] = (s, i) => F.interpolate(i, [5, 6]),
        ["interpolate_bilinear"] = (s, i) =>
            F.interpolate(i, null, [2.0, 2.0], torch.InterpolationMode.Bilinear, false),
        ["interpolate_corners"] = (s, i) => F.interpolate(i, [6, 7], null, torch.InterpolationMode.Bilinear, true),
        ["interpolate_bicubic"] = (s, i) => F.interpolate(i, [6, 7], null, torch.InterpolationMode.Bicubic, false),
        ["pad_reflect"] = (s, i) => F.pad(i, [1, 2, 1, 0], PaddingModes.Reflect),
        ["pad_constant"] = (s, i) => F.pad(i, (1, 0, 0, 2), PaddingModes.Constant, 3),
    };

    public static TheoryData<string> Names => [.. Transforms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Kind", "reference")]
    public void A_transform_gives_what_PyTorch_gives(string name)
    {
        using var scope = NewDisposeScope();
        var all = Reference.Load("transforms");
        Reference.Close(all[name].Tensor, Transforms[name](all["signal"].Tensor, all["image"].Tensor), 1e-5);
    }

    [Fact]
    [Trait("Kind", "law")]
    public void One_signal_has_the_spectrum_that_it_has_in_a_batch()
    {
        using var scope = NewDisposeScope();
        var signal = Reference.Load("transforms", "signal").Tensor;
        var alone = stft(signal[0], 64, 16, 64, hann_window(64), return_complex: true);
        var batch = stft(signal, 64, 16, 64, hann_window(64), return_complex: true);
        Assert.True(alone.view_as_real().allclose(batch[0].view_as_real()));
    }
}
