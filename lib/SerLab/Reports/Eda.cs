using SerLab.Corpora;
using SerLab.Features;

namespace SerLab.Reports;

/// <summary>How far an overview has come.</summary>
/// <param name="Stage">What is being done: <c>recordings</c>, <c>map</c> or <c>figures</c>.</param>
/// <param name="Done">Recordings, steps or figures finished.</param>
/// <param name="Total">How many in all.</param>
/// <param name="LeftOut">Recordings left out so far.</param>
public sealed record EdaProgress(string Stage, int Done, int Total, int LeftOut = 0);

/// <summary>An overview of a corpus (exploratory data analysis): tables and figures of what is in it.</summary>
public sealed class Eda(EdaOptions options)
{
    /// <summary>Reads every recording once and makes the overview.</summary>
    /// <param name="corpus">Recordings that cannot be read are left out and counted.</param>
    /// <param name="progress">Receives every recording and every step of the map.</param>
    /// <param name="cancel">Ends the work between two recordings or steps.</param>
    /// <exception cref="Files.BadOptionException">There is no such feature set, or the map cannot be made.</exception>
    /// <exception cref="Files.BadFileException">Not one recording could be read.</exception>
    public EdaReport Of(
        Corpus corpus, IProgress<EdaProgress>? progress = null, CancellationToken cancel = default)
    {
        var set = FeatureSets.Create(options.Features);
        (options.Map with { Perplexity = Math.Min(options.Map.Perplexity, 1) }).Check(FeatureMap.FewestClips);
        var survey = CorpusSurvey.Read(
            corpus, set, Environment.ProcessorCount,
            new Relay<BatchProgress>(p => progress?.Report(new("recordings", p.Done, p.Total, p.LeftOut))), cancel);
        var steps = new Relay<int>(done => progress?.Report(new("map", done, options.Map.Iterations)));
        var map = survey.Clips.Count < FeatureMap.FewestClips
            ? null
            : FeatureMap.Of(survey.Clips, options, steps, cancel);
        return new EdaReport(survey, map);
    }
}
