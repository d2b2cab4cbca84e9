namespace SerLab.Reports.Claims;

/// <summary>One of the networks that a claim compares.</summary>
/// <param name="Name">The architecture.</param>
/// <param name="Published">Under the published protocol.</param>
/// <param name="Honest">On unseen speakers.</param>
public sealed record ClaimModel(string Name, ClaimScore Published, ClaimScore Honest);
