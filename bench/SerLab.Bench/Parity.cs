using SerLab.Files;
using TorchSharp;
using static System.FormattableString;

namespace SerLab.Bench;

/// <summary>
/// The parity certificate: every feature beside librosa's numbers of the golden signals. With the repository's own
/// vectors it is written into <c>docs/parity.md</c>; with those of another folder it is only printed.
/// </summary>
internal static class Parity
{
    /// <exception cref="BenchFailedException">A feature differs by more than it may.</exception>
    public static void Run(string[] arguments)
    {
        torch.set_num_threads(1);
        var index = GoldenIndex.Read(
            arguments is [var folder, ..] ? folder : Repository.At("tests", "fixtures", "golden"));
        var rows = ParityRow.All(index);
        Console.Write(ParityText.Table(rows));
        if (arguments.Length == 0)
        {
            var page = Markdown.Fill(ParityText.Page(index, rows));
            AtomicFile.WriteText(Repository.At("docs", "parity.md"), page + "\n");
            Console.WriteLine("\ndocs/parity.md says the same, and where librosa itself is doubtful.");
        }
        foreach (var failure in rows.SelectMany(Failures))
        {
            Console.WriteLine(failure);
        }
        if (rows.Any(row => !row.Passes))
        {
            throw new BenchFailedException(ParityText.Verdict(rows));
        }
        Console.WriteLine(ParityText.Verdict(rows));
    }

    private static IEnumerable<string> Failures(ParityRow row) => row.Checks
        .Where(check => !check.Passes)
        .GroupBy(check => check.Problem ?? Invariant(
            $"{check.Outside} of {check.Values} values are off, the worst by {Markdown.Digits(check.Absolute)}"))
        .Select(group => $"{row.Name} of {string.Join(", ", group.Select(check => check.Signal))}: {group.Key}");
}
