using System.Text.Json.Nodes;

namespace SerLab.Kernel.Jupyter;

/// <summary>One message of the Jupyter protocol.</summary>
/// <param name="Identities">Who sent it, for the way back; on iopub the topic.</param>
/// <param name="Header">Id, type, session, time and version.</param>
/// <param name="Parent">The header of the message that this one answers; empty for requests.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(
    IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject Parent, JsonObject Content)
{
    public string Type => Header["msg_type"]?.ToString() ?? "";
}
