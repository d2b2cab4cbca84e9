using System.Globalization;
using System.Text;
using SerLab.Evaluation;

namespace SerLab.Cli;

/// <summary>A model beside human listeners, as the verb says it.</summary>
/// <param name="Source">Where the listeners' numbers come from.</param>
/// <param name="ListenerUar">Mean of their recalls.</param>
/// <param name="ModelUar">Mean of the model's recalls.</param>
/// <param name="Correlation">Of the errors.</param>
/// <param name="Recalls">Emotion by emotion.</param>
/// <param name="ByClip">Clip by clip, with the votes for each.</param>
internal sealed record ListenersFound(
    string Source, double ListenerUar, double ModelUar, double Correlation, IReadOnlyList<ListenerRecall> Recalls,
    ClipsByListeners? ByClip)
{
    public static ListenersFound Of(ListenerComparison found) => new(
        found.Human.Source, found.HumanUar, found.ModelUar, found.Correlation, found.Recalls, found.ByClip);

    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"listeners ({Source}): UAR {ListenerUar:0.0%}, model {ModelUar:0.0%}, " +
            $"errors correlate {Correlation:0.00}\n");
        text.Append("  emotion    clips  listeners  model\n");
        foreach (var recall in Recalls)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  {recall.Emotion,-10} {recall.Clips,5}     {recall.Listeners,6:0.0%} {recall.Model,6:0.0%}\n");
        }
        if (ByClip is { } clips)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"  model's accuracy where most heard what was meant {clips.ModelOnClear:0.0%} " +
                $"({clips.Clear} clips), elsewhere {clips.ModelOnUnclear:0.0%} ({clips.Unclear})\n");
        }
        return text.ToString();
    }
}
