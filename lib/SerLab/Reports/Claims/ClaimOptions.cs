using SerLab.Files;
using SerLab.Splits;

namespace SerLab.Reports.Claims;

/// <summary>How claims are run.</summary>
public sealed record ClaimOptions
{
    /// <summary>Ends each training after so many epochs, at least 1, and judges nothing; null: as published.</summary>
    public int? Epochs { get; init; }

    /// <summary>Groups of unseen speakers that the honest run tests in turn; 1: one of the test part's size.</summary>
    public int Folds { get; init; } = 1;

    /// <summary>Throws with what cannot hold.</summary>
    /// <exception cref="BadOptionException">A count is below 1.</exception>
    public void Check()
    {
        if (Epochs < 1 || Folds < 1)
        {
            throw new BadOptionException(
                $"epochs {Epochs}, folds {Folds}: counts are at least 1.", "Give it at least 1.");
        }
    }

    /// <summary>The published protocol.</summary>
    internal ExperimentOptions Published(ExperimentOptions recipe) =>
        Epochs is { } most && most < recipe.Training.Epochs
        ? recipe with { Training = recipe.Training with { Epochs = most } }
        : recipe;

    /// <summary>The same recipe on speakers that training has not heard, with a validation part of its own.</summary>
    /// <param name="recipe">The published protocol.</param>
    /// <param name="speakers">How many the corpus has.</param>
    internal ExperimentOptions Honest(ExperimentOptions recipe, int speakers)
    {
        var old = recipe.Split;
        var folds = old is KFolds own ? Math.Max(own.K, Folds) : Folds;
        SplitRule split = folds > 1
            ? new KFolds { K = Math.Min(folds, Math.Max(2, speakers)), By = SplitKey.Speaker }
            : new SpeakerSplit { Test = old is RandomSplit random ? random.Test : new SpeakerSplit().Test };
        return Published(recipe) with
        {
            ValidatesOnTest = false,
            Split = split with { Validation = old.Validation > 0 ? old.Validation : split.Validation, Seed = old.Seed },
        };
    }
}
