using System.CommandLine;
using SerLab.Corpora;
using SerLab.Files;
using SerLab.Reports;

namespace SerLab.Cli;

/// <summary><c>serlab corpus synth</c>: the built-in corpus.</summary>
internal static class CorpusSynthVerb
{
    private static readonly BuiltinOptions Defaults = new();

    private static readonly Dictionary<string, ShortcutKind> Kinds = new(StringComparer.Ordinal)
    {
        ["tone"] = ShortcutKind.Tone,
        ["silence"] = ShortcutKind.Silence,
    };

    public static Command Create()
    {
        var folder = CommonOptions.Folder("Where the corpus goes.");
        var speakers = Number("--speakers", "Voices.", Defaults.Speakers);
        var phrases = Number("--phrases", "Words each voice says.", Defaults.Phrases);
        var seed = Number("--seed", "The same seed gives the same bytes.", Defaults.Seed);
        var cue = Number("--cue", "How strongly emotions differ, 0 = not at all.", Defaults.CueStrength);
        var colour = Number(
            "--colour", "How strongly each voice has its own way, 0 = not at all.", Defaults.SpeakerColour);
        var shortcuts = new Option<string[]>("--shortcut")
        {
            Description = "Plant something that goes with an emotion but is not emotion: tone:angry for all voices, " +
                "silence:sad:F01+M02 for some; truth.json tells where. May be given several times.",
        };
        var command = new Command(
            "synth", "Writes the built-in corpus in TESS layout; completes one that was interrupted.")
        {
            folder, speakers, phrases, seed, cue, colour, shortcuts,
        };
        command.SetAction((parsed, cancel) => Task.Run(() =>
        {
            var options = Defaults with
            {
                Speakers = parsed.GetValue(speakers),
                Phrases = parsed.GetValue(phrases),
                Seed = parsed.GetValue(seed),
                CueStrength = parsed.GetValue(cue),
                SpeakerColour = parsed.GetValue(colour),
                Shortcuts = [.. (parsed.GetValue(shortcuts) ?? []).Select(Planted)],
            };
            Write(new Terminal(parsed), parsed.GetRequiredValue(folder), options, cancel);
        }));
        return command;
    }

    // kind:emotion, or kind:emotion:speaker+speaker; the corpus itself checks emotion and speakers.
    private static Shortcut Planted(string text) => text.Split(':') switch
    {
        [var kind, var emotion, .. var speakers] when speakers.Length < 2 && Kinds.TryGetValue(kind, out var known) =>
            new Shortcut(known, emotion) { Speakers = speakers is [var names] ? names.Split('+') : [] },
        _ => throw new BadOptionException(
            $"'{text}' is no shortcut.", "Write tone:EMOTION or silence:EMOTION, and :SPEAKER+SPEAKER for some voices."),
    };

    private static Option<T> Number<T>(string name, string description, T standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static void Write(Terminal terminal, string folder, BuiltinOptions options, CancellationToken cancel)
    {
        using (var line = terminal.Progress("speaking", "clips"))
        {
            BuiltinCorpus.Write(folder, options, new Relay<CorpusProgress>(p => line.Show(p.Done, p.Total)), cancel);
        }
        terminal.Result(CorpusOverview.Of(folder), overview => overview.ToText());
    }
}
