using SerLab.Training;

namespace SerLab.Reports;

/// <summary>What a reader of a score must know about the clips that chose its epoch.</summary>
internal static class ValidationText
{
    /// <summary>One sentence where the test part was the validation part too; else empty.</summary>
    public static string Of(ExperimentOptions options) => (options.ValidatesOnTest, options.Training.Watch) switch
    {
        (false, _) => "",
        (_, Watched.Last) => "The test part also drew the validation curve; the last epoch was kept.",
        _ => "The test part is the validation part too: it chose the epoch whose score it gives.",
    };
}
