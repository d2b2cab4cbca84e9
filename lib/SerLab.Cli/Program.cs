using System.CommandLine;
using SerLab.Cli;

var root = new RootCommand("SerLab: speech emotion recognition, and whether a result is real.")
{
    CorpusVerb.Create(),
    FeaturesVerb.Create(),
    SplitVerb.Create(),
    TrainVerb.Create(),
    EvaluateVerb.Create(),
    PredictVerb.Create(),
    CompareVerb.Create(),
    NotebookVerb.Create(),
    KernelVerb.Create(),
};
root.Options.Add(CommonOptions.Json);
root.Options.Add(CommonOptions.Quiet);

var parsed = root.Parse(args);
return await Failures.Guard(parsed, Console.Error);
