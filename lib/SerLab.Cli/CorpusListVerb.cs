using System.CommandLine;
using SerLab.Corpora;

namespace SerLab.Cli;

/// <summary><c>serlab corpus list</c>: what a folder holds.</summary>
internal static class CorpusListVerb
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder("A corpus, or a folder of corpora.");
        var foldersOnly = new Option<bool>("--folders")
        {
            Description = "Print only the folders of the corpora found, one a line; none is no error.",
        };
        var command = new Command("list", "Says which corpora a folder holds, who speaks, what is left out and why.")
        {
            folder, foldersOnly,
        };
        command.SetAction((parsed, _) => Task.Run(() =>
            List(new Terminal(parsed), parsed.GetRequiredValue(folder), parsed.GetValue(foldersOnly))));
        return command;
    }

    private static void List(Terminal terminal, string folder, bool foldersOnly)
    {
        var found = CorpusReader.Find(folder).Select(corpus => corpus.Folder).ToArray();
        if (foldersOnly)
        {
            terminal.Lines(found);
            return;
        }
        string[] corpora = found.Length > 0 ? found : [folder]; // reading what is no corpus says why not
        terminal.Result(
            corpora.Select(CorpusOverview.Of).ToArray(), all => string.Join("\n\n", all.Select(one => one.ToText())));
    }
}
