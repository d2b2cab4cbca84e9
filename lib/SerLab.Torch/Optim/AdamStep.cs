using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The running moments that Adam and AdamW keep of a parameter's gradient.</summary>
internal interface IMoments
{
    long step { get; set; }
    Tensor exp_avg { get; set; }
    Tensor exp_avg_sq { get; set; }
    Tensor? max_exp_avg_sq { get; set; }
}

/// <summary>The numbers of one step, the same for all its parameters.</summary>
internal readonly record struct AdamNumbers(double Rate, double Beta1, double Beta2, double Eps);

/// <summary>
/// The step that Adam and AdamW share, over all parameters at once: a handful of native calls. The order of the
/// arithmetic is PyTorch's, so that the numbers are too.
/// </summary>
internal static class AdamStep
{
    internal static void Run(Tensor[] parameters, Tensor[] gradients, IMoments[] moments, AdamNumbers numbers)
    {
        foreach (var moment in moments) moment.step++;
        foreach (var same in Enumerable.Range(0, moments.Length).GroupBy(i => moments[i].step))
        {
            int[] which = [.. same];
            Together(Pick(parameters, which), Pick(gradients, which), Pick(moments, which), same.Key, numbers);
        }
    }

    // Parameters that have made the same number of steps share their bias corrections.
    private static void Together(Tensor[] parameters, Tensor[] gradients, IMoments[] moments, long steps,
        AdamNumbers numbers)
    {
        var (rate, beta1, beta2, eps) = numbers;
        var first = Array.ConvertAll(moments, m => m.exp_avg);
        var second = Array.ConvertAll(moments, m => m.exp_avg_sq);
        Foreach.Multiply(first, beta1);
        Foreach.Add(first, gradients, 1 - beta1);
        Foreach.Multiply(second, beta2);
        Foreach.AddProduct(second, gradients, gradients, 1 - beta2);
        var below = Foreach.Root(Greatest(moments, second));
        Foreach.Divide(below, Math.Sqrt(1 - Math.Pow(beta2, steps)));
        Foreach.Add(below, eps);
        Foreach.AddQuotient(parameters, first, below, -rate / (1 - Math.Pow(beta1, steps)));
    }

    private static Tensor[] Greatest(IMoments[] moments, Tensor[] second)
    {
        if (moments[0].max_exp_avg_sq is null) return second;
        foreach (var moment in moments)
        {
            using var greater = moment.max_exp_avg_sq!.maximum(moment.exp_avg_sq);
            moment.max_exp_avg_sq.copy_(greater);
        }
        return Array.ConvertAll(moments, m => m.max_exp_avg_sq!);
    }

    private static T[] Pick<T>(T[] all, int[] which) =>
        which.Length == all.Length ? all : Array.ConvertAll(which, i => all[i]);
}
