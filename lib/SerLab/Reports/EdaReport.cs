using SerLab.Figures;

namespace SerLab.Reports;

/// <summary>A figure and the name of its file.</summary>
/// <param name="Name">Without an ending: <c>emotion_bar_plot</c>.</param>
/// <param name="Figure">The figure.</param>
public sealed record NamedFigure(string Name, Figure Figure);

/// <summary>An overview of a corpus: its numbers, tables and figures.</summary>
public sealed class EdaReport
{
    internal EdaReport(CorpusSurvey survey, FeatureMap? map)
    {
        (Survey, Map, Summary) = (survey, map, EdaSummary.Of(survey, map));
        Figures = [.. EdaFigures.Of(survey, map)];
    }

    /// <summary>What was read.</summary>
    public CorpusSurvey Survey { get; }

    /// <summary>The maps; null where there are fewer than four clips.</summary>
    public FeatureMap? Map { get; }

    /// <summary>The corpus in a few numbers.</summary>
    public EdaSummary Summary { get; }

    /// <summary>
    /// <c>emotion_bar_plot</c>, <c>class_balance</c>, <c>audio_duration</c>, <c>sample_rates</c> (where there is more
    /// than one), <c>feature_distributions</c> and, with four clips or more, <c>correlation_heatmap</c>,
    /// <c>map_pca</c> and <c>map_tsne</c>.
    /// </summary>
    public IReadOnlyList<NamedFigure> Figures { get; }

    /// <summary>The figure of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Figure this[string name] => Figures.FirstOrDefault(figure => figure.Name == name)?.Figure
        ?? throw new KeyNotFoundException(
            $"There is no figure '{name}' among {string.Join(", ", Figures.Select(f => f.Name))}.");

    /// <summary>
    /// Writes all tables as CSV and all figures as HTML; with a renderer, also as PNG and SVG. What an earlier overview
    /// left there under the same names is replaced.
    /// </summary>
    /// <param name="folder">Where; made where it is missing.</param>
    /// <param name="renderer">Makes pictures; null for none.</param>
    /// <param name="progress">Receives each figure.</param>
    /// <param name="cancel">Ends the work between two files.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="Files.BadFileException">The folder cannot be written.</exception>
    public IReadOnlyList<string> Save(
        string folder, StaticRenderer? renderer = null, IProgress<EdaProgress>? progress = null,
        CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>(EdaTables.Write(this, folder));
        foreach (var (index, (name, figure)) in Figures.Index())
        {
            cancel.ThrowIfCancellationRequested();
            files.AddRange(figure.Save(folder, name, renderer));
            progress?.Report(new EdaProgress("figures", index + 1, Figures.Count));
        }
        return files;
    }
}
