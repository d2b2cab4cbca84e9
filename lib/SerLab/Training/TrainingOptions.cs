using System.Globalization;
using SerLab.Files;
using static TorchSharp.torch;

namespace SerLab.Training;

/// <summary>How to train; the record is written into the run folder.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the training part, at least 1; fewer where training stops early.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Examples a step, at least 1.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>The optimiser's step size, above 0, at most 1000.</summary>
    public double LearningRate { get; init; } = 0.001;

    /// <summary>Seed of the weights, of dropout, of the order of examples and of all that training draws.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What changes the weights.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>How the learning rate changes.</summary>
    public Schedule Schedule { get; init; } = new ConstantSchedule();

    /// <summary>What is minimised.</summary>
    public LossOptions Loss { get; init; } = new();

    /// <summary>What makes up for classes of unequal size.</summary>
    public Balance Balance { get; init; } = Balance.None;

    /// <summary>The validation score that decides which epoch is kept, and when training stops early.</summary>
    public Watched Watch { get; init; } = Watched.Uar;

    /// <summary>Training stops after so many epochs without a better one, at least 1; null: never.</summary>
    public int? Patience { get; init; }

    /// <summary>
    /// The longest that all gradients together may be (Euclidean norm), above 0; null: as long as they are.
    /// </summary>
    public double? ClipNorm { get; init; }

    /// <summary>Both parameters of mixup's Beta distribution, above 0; null: no mixup.</summary>
    public double? Mixup { get; init; }

    /// <summary>Stripes that are blanked while training; null: none.</summary>
    public SpecAugment? SpecAugment { get; init; }

    /// <summary>Where it is computed: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Throws with every option that cannot hold.</summary>
    /// <exception cref="BadOptionException">An option is out of range, or the device is not there.</exception>
    public void Check()
    {
        string[] problems =
        [
            .. Epochs < 1 ? [$"epochs is {Epochs}"] : Array.Empty<string>(),
            .. Batch < 1 ? [$"batch is {Batch}"] : Array.Empty<string>(),
            .. LearningRate is not (> 0 and <= 1000) ? [$"lr is {LearningRate}"] : Array.Empty<string>(),
            .. Patience < 1 ? [$"patience is {Patience}"] : Array.Empty<string>(),
            .. ClipNorm is null or (> 0 and <= 1e9) ? Array.Empty<string>() : [$"clipNorm is {ClipNorm}"],
            .. Mixup is null or (> 0 and <= 1000) ? Array.Empty<string>() : [$"mixup is {Mixup}"],
            .. Optimizer.Problems(), .. Schedule.Problems(), .. Loss.Problems(), .. SpecAugment?.Problems() ?? [],
        ];
        if (problems.Length > 0)
        {
            throw new BadOptionException(
                $"Training cannot run: {string.Join(", ", problems)}.",
                "Give each a value in its range: counts and rates above 0, lr at most 1000, shares below 1.");
        }
        CheckDevice();
    }

    private void CheckDevice()
    {
        if (Device == "cpu")
        {
            return;
        }
        if (Device.Split(':') is not ["cuda", .. var number] || number is not ([] or [_])
            || (number is [var digits] && !int.TryParse(digits, NumberStyles.None, null, out _)))
        {
            throw new BadOptionException($"There is no device '{Device}'.", "Use cpu, cuda or cuda:1.");
        }
        var cards = cuda.is_available() ? cuda.device_count() : 0;
        if (cards <= (number is [var index] ? int.Parse(index) : 0))
        {
            throw new BadOptionException(
                $"--device {Device}: libtorch sees {cards} NVIDIA GPU{(cards == 1 ? "" : "s")}.",
                "Use cpu, or set LIBTORCH to a libtorch built for CUDA (a Python torch folder is one) and check the " +
                "driver.");
        }
    }
}
