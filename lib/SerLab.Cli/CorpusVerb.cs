using System.CommandLine;

namespace SerLab.Cli;

/// <summary><c>serlab corpus synth|list</c>.</summary>
internal static class CorpusVerb
{
    public static Command Create() => new("corpus", "Make the built-in corpus, or see what a folder holds.")
    {
        CorpusSynthVerb.Create(),
        CorpusListVerb.Create(),
    };
}
