using SerLab.Kernel.Displays;

namespace SerLab.Kernel.Sessions;

/// <summary>How a cell ended. Its outputs have been handed out before.</summary>
/// <param name="ExecutionCount">The cell's number in its session, from 1.</param>
/// <param name="Error">Why it stopped, the last of its outputs; null when it ran through.</param>
public sealed record CellResult(int ExecutionCount, ErrorOutput? Error)
{
    /// <summary>True when the cell ran through.</summary>
    public bool Success => Error is null;
}
