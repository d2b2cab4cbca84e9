namespace SerLab.Torch.Tests;

/// <summary>Tests that count tensors, measure memory or seed the common source run while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
