namespace SerLab.Bench;

/// <summary>A benchmark that ran and did not hold what it promises, or could not run; the message says which.</summary>
internal sealed class BenchFailedException(string message) : Exception(message);
