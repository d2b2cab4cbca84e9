namespace SerLab.Kernel.Notebooks;

/// <summary>How a notebook is run without a person in front of it.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// The folder of the source notebook, to which its <c>#r</c> and <c>#load</c> are relative, wherever the executed
    /// copy goes. The process's current directory by default.
    /// </summary>
    public string BaseFolder { get; init; } = ".";

    /// <summary>
    /// Values for the notebook's parameters by name, in the order in which they are written: bool, int, long, double,
    /// string or null. See <see cref="NotebookParameters.Parse"/> for values from a command line.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Parameters { get; init; } = [];

    /// <summary>The longest that one cell may take before it is interrupted; no limit by default.</summary>
    public TimeSpan CellTimeout { get; init; } = Timeout.InfiniteTimeSpan;
}
