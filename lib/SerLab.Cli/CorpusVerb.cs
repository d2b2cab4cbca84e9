using System.CommandLine;
using System.Globalization;
using System.Text;
using SerLab.Corpora;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab corpus synth|list</c>.</summary>
internal static class CorpusVerb
{
    public static Command Create() => new("corpus", "Make the built-in corpus, or see what a folder holds.")
    {
        Synth(),
        List(),
    };

    private static Command Synth()
    {
        var defaults = new BuiltinOptions();
        var folder = new Argument<string>("dir") { Description = "Where the corpus goes." };
        var speakers = new Option<int>("--speakers") { Description = "Voices.", DefaultValueFactory = _ => defaults.Speakers };
        var phrases = new Option<int>("--phrases") { Description = "Words each voice says.", DefaultValueFactory = _ => defaults.Phrases };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same bytes.", DefaultValueFactory = _ => defaults.Seed };
        var cue = new Option<double>("--cue") { Description = "How strongly emotions differ, 0 = not at all.", DefaultValueFactory = _ => defaults.CueStrength };
        var colour = new Option<double>("--colour") { Description = "How strongly each voice has its own way, 0 = not at all.", DefaultValueFactory = _ => defaults.SpeakerColour };
        var command = new Command("synth", "Writes the built-in corpus in TESS layout.") { folder, speakers, phrases, seed, cue, colour };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var terminal = new Terminal(parsed);
            var options = defaults with
            {
                Speakers = parsed.GetValue(speakers),
                Phrases = parsed.GetValue(phrases),
                Seed = parsed.GetValue(seed),
                CueStrength = parsed.GetValue(cue),
                SpeakerColour = parsed.GetValue(colour),
            };
            using var line = terminal.Progress("speaking", "clips");
            BuiltinCorpus.Write(
                parsed.GetRequiredValue(folder), options,
                new Relay<CorpusProgress>(p => line.Show(p.Done, p.Total)), cancel);
            terminal.Result(Overview(parsed.GetRequiredValue(folder)), Text);
        }, cancel));
        return command;
    }

    private static Command List()
    {
        var folder = new Argument<string>("dir") { Description = "A corpus, or a folder of corpora." };
        var foldersOnly = new Option<bool>("--folders") { Description = "Print only the folders of the corpora found." };
        var command = new Command("list", "Says which corpora a folder holds, who speaks, what is left out and why.") { folder, foldersOnly };
        command.SetAction(parsed =>
        {
            var found = CorpusReader.Find(parsed.GetRequiredValue(folder)).Select(corpus => corpus.Folder).ToArray();
            if (parsed.GetValue(foldersOnly))
            {
                Console.Out.Write(string.Concat(found.Select(f => f + "\n")));
                return;
            }
            if (found.Length == 0)
            {
                found = [parsed.GetRequiredValue(folder)]; // reading it says why it is not understood
            }
            new Terminal(parsed).Result(found.Select(Overview).ToArray(), all => string.Join("\n\n", all.Select(Text)));
        });
        return command;
    }

    private static CorpusOverview Overview(string folder)
    {
        var corpus = CorpusReader.Read(folder);
        var counts = corpus.Speakers.ToDictionary(
            speaker => speaker,
            speaker => (IReadOnlyList<int>)[.. corpus.Labels.Select(label =>
                corpus.Utterances.Count(u => u.Speaker == speaker && u.Emotion == label))]);
        return new CorpusOverview(corpus.Name, folder, corpus.Utterances.Count, corpus.Labels, counts, corpus.LeftOut);
    }

    private static string Text(CorpusOverview corpus)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{corpus.Name} in {corpus.Folder}: {corpus.Utterances} recordings, {corpus.Speakers.Count} speakers, {corpus.Labels.Count} emotions");
        var width = Math.Max(7, corpus.Speakers.Keys.Select(name => name.Length).DefaultIfEmpty(0).Max());
        text.AppendLine($"{"speaker".PadRight(width)} {string.Join(" ", corpus.Labels.Select(label => label.PadLeft(9)))}");
        foreach (var (speaker, counts) in corpus.Speakers)
        {
            text.AppendLine($"{speaker.PadRight(width)} {string.Join(" ", counts.Select(n => $"{n,9}"))}");
        }
        text.Append(LeftOutText.Of(corpus.LeftOut));
        return text.ToString();
    }

    private sealed record CorpusOverview(
        string Name, string Folder, int Utterances, IReadOnlyList<string> Labels,
        IReadOnlyDictionary<string, IReadOnlyList<int>> Speakers, IReadOnlyList<LeftOut> LeftOut);
}
