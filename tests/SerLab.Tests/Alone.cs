namespace SerLab.Tests;

/// <summary>Tests that train (torch's generator is one for the process) or measure memory run while no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
