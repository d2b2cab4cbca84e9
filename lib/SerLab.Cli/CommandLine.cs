using System.CommandLine;
using System.CommandLine.Help;

namespace SerLab.Cli;

/// <summary>All verbs under one name.</summary>
internal static class CommandLine
{
    private const int HelpWidth = 110;

    public static Command Create()
    {
        var serlab = new Command("serlab", "SerLab: speech emotion recognition, and whether a result is real.")
        {
            CorpusVerb.Create(),
            EdaVerb.Create(),
            FeaturesVerb.Create(),
            StoreVerb.Create(),
            AugmentVerb.Create(),
            SplitVerb.Create(),
            AuditVerb.Create(),
            ModelsVerb.Create(),
            TrainVerb.Create(),
            EvaluateVerb.Create(),
            PredictVerb.Create(),
            CompareVerb.Create(),
            PriceVerb.Create(),
            ReproduceVerb.Create(),
            CheckTableVerb.Create(),
            TextVerb.Create(),
            NotebookVerb.Create(),
            KernelVerb.Create(),
        };
        serlab.Options.Add(CommonOptions.Json);
        serlab.Options.Add(CommonOptions.Quiet);
        serlab.Options.Add(new HelpOption("--help", "-h")
        {
            Description = "Show what a verb does and takes.",
            Recursive = true,
            Action = new HelpAction { MaxWidth = HelpWidth },
        });
        serlab.Options.Add(new VersionOption { Description = "Show the version." });
        return serlab;
    }
}
