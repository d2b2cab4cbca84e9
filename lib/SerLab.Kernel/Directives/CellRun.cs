using SerLab.Kernel.Sessions;

namespace SerLab.Kernel.Directives;

/// <summary>What a directive knows of the cell it stands in.</summary>
/// <param name="Session">The session that runs it.</param>
/// <param name="Folder">The folder that its paths are relative to: the notebook's, or that of a loaded file.</param>
/// <param name="File">How messages call the text that runs: <c>cell 3</c> or a file name.</param>
/// <param name="Interruption">Stops the cell.</param>
/// <param name="Cancellation">Is cancelled when the cell is to stop.</param>
internal sealed record CellRun(
    Session Session,
    string Folder,
    string File,
    Interruption Interruption,
    CancellationToken Cancellation)
{
    /// <summary>What is left to do when the whole cell has run.</summary>
    public List<Action> AtEnd { get; init; } = [];
}
