using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Which direction of a Fourier transform is divided by the number of points.</summary>
public enum FFTNormType
{
    /// <summary>The inverse one.</summary>
    Backward = 0,
    /// <summary>The forward one.</summary>
    Forward = 1,
    /// <summary>Both, by its square root.</summary>
    Ortho = 2,
}

public static partial class torch
{
    /// <inheritdoc cref="Tensor.stft"/>
    public static Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1,
        Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect,
        bool normalized = false, bool? onesided = null, bool? return_complex = null) =>
        input.stft(n_fft, hop_length, win_length, window, center, pad_mode, normalized, onesided, return_complex);

    /// <inheritdoc cref="Tensor.istft"/>
    public static Tensor istft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1,
        Tensor? window = null, bool center = true, bool normalized = false, bool? onesided = null, long length = -1,
        bool return_complex = false) =>
        input.istft(n_fft, hop_length, win_length, window, center, normalized, onesided, length, return_complex);

    public partial class Tensor
    {
        /// <summary>
        /// The short-time Fourier transform of [sample] or [batch, sample]: [..., frequency, frame], complex where
        /// return_complex says so. Minus one takes hop n_fft / 4 and window n_fft, PyTorch's defaults.
        /// </summary>
        public Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
            bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false,
            bool? onesided = null, bool? return_complex = null)
        {
            if (!center) return Stft(this, n_fft, hop_length, win_length, window, normalized, onesided, return_complex);
            using var batch = Dimensions == 1 ? unsqueeze(0) : alias();
            using var padded = nn.functional.pad(batch, [n_fft / 2, n_fft / 2], pad_mode);
            using var samples = Dimensions == 1 ? padded.squeeze(0) : padded.alias();
            return Stft(samples, n_fft, hop_length, win_length, window, normalized, onesided, return_complex);
        }

        /// <summary>
        /// The signal whose short-time Fourier transform comes nearest to this one, cut or padded to length samples
        /// (minus one: as long as the frames say).
        /// </summary>
        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null,
            bool center = true, bool normalized = false, bool? onesided = null, long length = -1,
            bool return_complex = false) =>
            Aten.Istft.Call(this, n_fft, Given(hop_length), Given(win_length), window, center, normalized, onesided,
                Given(length), return_complex);

        private static Tensor Stft(Tensor samples, long size, long hop, long length, Tensor? window, bool normalized,
            bool? onesided, bool? complex) =>
            Aten.Stft.Call(samples, size, Given(hop), Given(length), window, normalized, onesided, complex);

        private static long? Given(long number) => number < 0 ? null : number;
    }

    /// <summary>Fourier transforms along one dimension.</summary>
    public static partial class fft
    {
        /// <summary>The transform of n points (minus one: as many as there are).</summary>
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Transform(Aten.Fft, input, n, dim, norm);

        /// <summary>The inverse transform of n points (minus one: as many as there are).</summary>
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Transform(Aten.Ifft, input, n, dim, norm);

        /// <summary>The transform of n real points: n / 2 + 1 complex ones.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Transform(Aten.Rfft, input, n, dim, norm);

        /// <summary>The n real points (minus one: an even number) of which rfft gives this.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Transform(Aten.Irfft, input, n, dim, norm);

        /// <summary>The frequencies of rfft's points for samples d apart.</summary>
        public static Tensor rfftfreq(long n, double d = 1.0, ScalarType? dtype = null, Device? device = null,
            bool requires_grad = false) =>
            Aten.Rfftfreq.Call(n, d, dtype, Arg.None, device).requires_grad_(requires_grad);

        private static Tensor Transform(Op op, Tensor input, long n, long dim, FFTNormType norm) =>
            op.Call(input, n < 0 ? Arg.None : n, dim, norm switch
            {
                FFTNormType.Forward => "forward",
                FFTNormType.Ortho => "ortho",
                _ => "backward",
            });
    }
}

file static class Aten
{
    internal static readonly Op Stft = new("stft");
    internal static readonly Op Istft = new("istft");
    internal static readonly Op Fft = new("fft_fft");
    internal static readonly Op Ifft = new("fft_ifft");
    internal static readonly Op Rfft = new("fft_rfft");
    internal static readonly Op Irfft = new("fft_irfft");
    internal static readonly Op Rfftfreq = new("fft_rfftfreq");
}
