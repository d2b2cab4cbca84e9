namespace SerLab.Kernel.Sessions;

/// <summary>What a session is told at its start.</summary>
public sealed record SessionOptions
{
    /// <summary>
    /// The notebook's folder: <c>#r</c>, <c>#load</c> and <c>#!import</c> are relative to it. The process's current
    /// directory by default; it is never changed.
    /// </summary>
    public string BaseFolder { get; init; } = ".";

    /// <summary>
    /// Answers <c>Console.ReadLine</c>: takes the prompt, gives the line or null at the end. By default nobody is
    /// there, and the cell fails with a sentence that says so.
    /// </summary>
    public Func<string, string?> Input { get; init; } = _ => throw new KernelException(
        "The cell waits for a line of input and nobody is there to write one",
        "Run the notebook in Jupyter or VS Code, or make the value a parameter.");
}
