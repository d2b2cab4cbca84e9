using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What batch normalisations share: weight, bias and the running measures of each channel.</summary>
public abstract class NormBase : Module<Tensor, Tensor>
{
    private protected NormBase(string name, long features, double eps, double? momentum, bool affine, bool track,
        Device? device, ScalarType? dtype) : base(name)
    {
        (num_features, this.eps, this.momentum, this.affine, track_running_stats) =
            (features, eps, momentum, affine, track);
        if (affine) weight = new Parameter(ones(features, dtype, device));
        if (affine) bias = new Parameter(zeros(features, dtype, device));
        if (!track) return;
        running_mean = zeros(features, dtype, device);
        running_var = ones(features, dtype, device);
        num_batches_tracked = tensor(0L, int64, device);
    }

    /// <summary>How many channels.</summary>
    public long num_features { get; private set; }

    /// <summary>What is added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of a new batch in the running measures; null: all batches count alike.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are weight and bias.</summary>
    public bool affine { get; private set; }

    /// <summary>Whether there are running measures.</summary>
    public bool track_running_stats { get; private set; }

    /// <summary>[channel], first ones; null where not affine.</summary>
    public Parameter weight
    {
        get => this["weight"]!;
        set => this["weight"] = value;
    }

    /// <summary>[channel], first zeros; null where not affine.</summary>
    public Parameter? bias
    {
        get => this["bias"];
        set => this["bias"] = value;
    }

    /// <summary>[channel]: the mean that evaluation uses, or null.</summary>
    public Tensor? running_mean
    {
        get => Buffer("running_mean");
        set => SetBuffer("running_mean", value);
    }

    /// <summary>[channel]: the variance that evaluation uses, or null.</summary>
    public Tensor? running_var
    {
        get => Buffer("running_var");
        set => SetBuffer("running_var", value);
    }

    /// <summary>How many batches were seen in training, or null.</summary>
    public Tensor? num_batches_tracked
    {
        get => Buffer("num_batches_tracked");
        set => SetBuffer("num_batches_tracked", value);
    }

    /// <summary>Rejects an input of the wrong number of dimensions.</summary>
    private protected abstract void ValidateInputDimensions(Tensor input);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var measure = training || !track_running_stats;
        return functional.batch_norm(input, running_mean, running_var, this["weight"], bias, measure, Share(), eps);
    }

    private double Share()
    {
        if (!training || num_batches_tracked is not { } seen) return momentum ?? 0.0;
        using var quiet = no_grad();
        seen.add_(1);
        return momentum ?? 1.0 / seen.item<long>();
    }
}
