using System.Numerics.Tensors;
using System.Text.Json.Serialization;
using SerLab.Corpora;
using SerLab.Files;

namespace SerLab.Features;

/// <summary>
/// Brings the rows of features (mel bands, coefficients) to like sizes before a network reads them. Only the training
/// part of a split can fit one (<c>train.FitScaler(table, kind)</c>); its JSON travels in the model bundle. Frames that
/// a feature set appends after a clip's end count like others. Features never hold NaN or an infinity; a scaler that
/// meets one refuses the clip and names it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MinMaxScaler), "minmax")]
[JsonDerivedType(typeof(NoScaler), "none")]
[JsonDerivedType(typeof(SpeakerScaler), "speaker")]
[JsonDerivedType(typeof(StandardScaler), "standard")]
[JsonDerivedType(typeof(UtteranceScaler), "utterance")]
public abstract record Scaler
{
    /// <summary>What a reader of a score must know of this scaler; empty where clips are scaled one by one.</summary>
    [JsonIgnore]
    public virtual string Remark => "";

    /// <summary>How each of some clips is to be scaled; none is changed.</summary>
    /// <param name="values">Their features [clip, …shape], C order.</param>
    /// <param name="shape">Axes of one clip: [row], or […, row, frame].</param>
    /// <param name="clips">Who speaks in each; an empty speaker is an unknown one.</param>
    /// <exception cref="BadFileException">A value is NaN or infinite; clip and row are named.</exception>
    public IReadOnlyList<RowScale> Of(
        ReadOnlySpan<float> values, IReadOnlyList<int> shape, IReadOnlyList<Utterance> clips)
    {
        var (layout, size) = (RowLayout.Of(shape), values.Length / Math.Max(1, clips.Count));
        for (var i = 0; i < clips.Count; i++)
        {
            CheckFinite(values.Slice(i * size, size), layout, clips[i]);
        }
        return Choose(values, layout, clips);
    }

    /// <summary>Scales some clips in place; as <see cref="Of"/>.</summary>
    /// <exception cref="BadFileException">A value is NaN or infinite; clip and row are named.</exception>
    public void Apply(Span<float> values, IReadOnlyList<int> shape, IReadOnlyList<Utterance> clips)
    {
        var (scales, size) = (Of(values, shape, clips), values.Length / Math.Max(1, clips.Count));
        for (var i = 0; i < clips.Count; i++)
        {
            scales[i].Apply(values.Slice(i * size, size), RowLayout.Of(shape).Frames);
        }
    }

    /// <summary>Measures the given utterances of a table.</summary>
    /// <exception cref="BadFileException">A value is NaN or infinite; clip and row are named.</exception>
    /// <exception cref="BadOptionException">Features of this shape cannot be scaled so.</exception>
    internal static Scaler Fit(ScalerKind kind, FeatureTable table, IReadOnlyList<int> utterances)
    {
        var layout = RowLayout.Of(table.Set.Shape);
        foreach (var utterance in utterances)
        {
            CheckFinite(table.Row(utterance), layout, table.Utterances[utterance]);
        }
        Scaler scaler = kind switch
        {
            ScalerKind.Standard => StandardScaler.Fit(table, utterances),
            ScalerKind.MinMax => MinMaxScaler.Fit(table, utterances),
            ScalerKind.Speaker => SpeakerScaler.Fit(table, utterances),
            ScalerKind.Utterance => new UtteranceScaler(),
            _ => new NoScaler(),
        };
        return scaler.Problem(layout) is { } problem
            ? throw new BadOptionException($"The features cannot be scaled: {problem}.", "Choose another scaler.")
            : scaler;
    }

    /// <summary>The scale of each clip, whose values are finite.</summary>
    private protected abstract IReadOnlyList<RowScale> Choose(
        ReadOnlySpan<float> values, RowLayout layout, IReadOnlyList<Utterance> clips);

    /// <summary>Why it cannot scale features of this layout; null where it can.</summary>
    internal abstract string? Problem(RowLayout layout);

    private static void CheckFinite(ReadOnlySpan<float> clip, RowLayout layout, Utterance utterance)
    {
        if (TensorPrimitives.IsFiniteAll(clip))
        {
            return;
        }
        var bad = 0;
        while (float.IsFinite(clip[bad]))
        {
            bad++;
        }
        throw new BadFileException(
            utterance.File, $"row {bad / layout.Frames % layout.Rows} of its features holds {clip[bad]}.",
            "Features are finite numbers: mend what made them, or leave the recording out.");
    }
}
