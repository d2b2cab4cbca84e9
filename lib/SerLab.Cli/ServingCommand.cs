using System.CommandLine;

namespace SerLab.Cli;

/// <summary>A verb that serves a client until told to stop; it decides itself what Ctrl-C means.</summary>
internal sealed class ServingCommand(string name, string description) : Command(name, description);
