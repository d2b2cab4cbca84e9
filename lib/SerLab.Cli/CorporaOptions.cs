using System.CommandLine;
using SerLab.Corpora;

namespace SerLab.Cli;

/// <summary>One corpus folder or several that are used together, and what makes their emotions fit.</summary>
internal sealed class CorporaOptions
{
    private readonly Argument<string[]> _folders = new("dir")
    {
        Description = "A corpus folder; several are used together, with the emotions that all of them have.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _map = new("--map")
    {
        HelpName = "labels.json",
        Description = "Renames or drops emotions: {\"calm\": \"neutral\", \"boredom\": null}.",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_folders);
        command.Options.Add(_map);
    }

    /// <summary>Reads the folders.</summary>
    /// <exception cref="Files.SerLabException">A folder or the map cannot be used.</exception>
    public Corpus Read(ParseResult parsed) => CorpusUnion.Read(
        parsed.GetRequiredValue(_folders), parsed.GetValue(_map) is { } map ? LabelMap.Read(map) : null);
}
