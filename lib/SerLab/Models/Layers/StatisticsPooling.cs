using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SerLab.Models.Layers;

/// <summary>
/// Attentive statistics pooling (Okabe et al., Interspeech 2018): for each channel a weight for each frame; the mean and
/// the standard deviation over frames under these weights.
/// </summary>
internal sealed class StatisticsPooling : nn.Module<Tensor, Tensor>
{
    private const double SmallestVariance = 1e-4;

    private readonly Conv1d narrow, widen;

    public StatisticsPooling(int channels, int hidden) : base(nameof(StatisticsPooling))
    {
        narrow = nn.Conv1d(channels, hidden, 1);
        widen = nn.Conv1d(hidden, channels, 1);
        RegisterComponents();
    }

    /// <summary>[batch, channel, frame] to [batch, 2 · channel].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var shares = widen.call(narrow.call(input).tanh()).softmax(2);      // [batch, channel, frame]
        var weighed = shares * input;
        var mean = weighed.sum(2);                                          // [batch, channel]
        var variance = (weighed * input).sum(2) - mean * mean;
        return cat([mean, variance.clamp_min(SmallestVariance).sqrt()], 1).MoveToOuterDisposeScope();
    }
}
