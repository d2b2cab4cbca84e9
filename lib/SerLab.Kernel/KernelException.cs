namespace SerLab.Kernel;

/// <summary>
/// Something a user of a notebook can mend: a missing file, a broken notebook, an unknown directive. The message says
/// what was found and what to do; <see cref="Exception.Message"/> is all a skin has to show.
/// </summary>
/// <param name="problem">What was found, naming the file or directive; without a full stop at the end.</param>
/// <param name="mend">What to do about it, as a sentence.</param>
/// <param name="inner">The error that was met first, where there is one.</param>
public sealed class KernelException(string problem, string mend, Exception? inner = null)
    : Exception($"{problem}. {mend}", inner);
